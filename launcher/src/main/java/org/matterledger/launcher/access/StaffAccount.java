package org.matterledger.launcher.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** A staff member's way in: a name, a hashed password, and what the staff member may do. */
record StaffAccount(
        StaffId staffId,
        String name,
        Set<StaffRole> roles,
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
