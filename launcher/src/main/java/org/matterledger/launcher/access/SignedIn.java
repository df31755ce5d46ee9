package org.matterledger.launcher.access;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who came in: the principal of every authenticated request, by token or by session.
 *
 * @param actor {@code staff:<id>} or {@code integration:<name>}
 * @param name what people call it: the staff member's name for signing in, or the integration's
 * @param staffId the staff member's id; none for an integration
 * @param roles what the staff member may do; empty for an integration
 * @param onBehalf in whose name an integration may act
 * @param since which account or token, and which password, it came in with: it goes when that changes
 */
public record SignedIn(
        String actor, String name, @Nullable String staffId, Set<StaffRole> roles, OnBehalf onBehalf, String since)
        implements AuthenticatedPrincipal, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    static SignedIn staff(StaffAccount account, Set<StaffRole> roles) {
        return new SignedIn(
                "staff:" + account.staffId().value(),
                account.name(),
                account.staffId().value(),
                roles,
                OnBehalf.NOBODY,
                account.fingerprint());
    }

    static SignedIn integration(String name, OnBehalf onBehalf, String token) {
        return new SignedIn("integration:" + name, name, null, Set.of(), onBehalf, token);
    }

    /** The staff member who came in; none for an integration. */
    public @Nullable StaffId staff() {
        return staffId == null ? null : new StaffId(staffId);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return actor;
    }
}
