package org.matterledger.launcher.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;

/** A staff member's way in: a name and a hashed password. What the staff member may do, the ledger itself says. */
record StaffAccount(
        StaffId staffId,
        String name,
        String passwordHash,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    boolean enabled() {
        return disabledAt == null;
    }

    /** Changes with the password: whoever came in with the old one is out. Says nothing about it. */
    String fingerprint() {
        return SecretText.digest(staffId.value() + " " + passwordHash);
    }
}
