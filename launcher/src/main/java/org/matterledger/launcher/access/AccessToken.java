package org.matterledger.launcher.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: everything but its secret.
 *
 * @param id the part between the underscores; says nothing, and is what a token is revoked by
 * @param secretHash hash of the secret
 * @param label what it is for, in the words of whoever made it
 * @param staffId whose it is; none for an integration's
 * @param integration whose it is; none for a staff member's
 */
record AccessToken(
        String id,
        String secretHash,
        String label,
        @Nullable String staffId,
        @Nullable String integration,
        OnBehalf onBehalf,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean holdsAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
