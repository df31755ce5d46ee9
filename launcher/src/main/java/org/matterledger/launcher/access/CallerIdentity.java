package org.matterledger.launcher.access;

import org.jspecify.annotations.Nullable;
import org.matterledger.command.NotAllowed;
import org.matterledger.values.StaffId;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells controllers who calls. The actor always comes from the token or the session, never from the request. */
public final class CallerIdentity {

    /** The header in which an integration names the staff member in whose name it acts. */
    public static final String ON_BEHALF_OF = "On-Behalf-Of";

    private final StaffAccounts accounts;
    private final StaffRegister register;

    CallerIdentity(StaffAccounts accounts, StaffRegister register) {
        this.accounts = accounts;
        this.register = register;
    }

    /**
     * Who came in with the present request.
     *
     * @throws NotAllowed when nobody did
     */
    public SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw new NotAllowed("Nobody signed in.");
    }

    /**
     * Who acts in the present request. A staff member acts in their own name alone; an integration in its own, or in that
     * of a staff member for whom its token was made.
     *
     * @param onBehalfOf the staff member named by the header; none where there is no header
     * @throws NotAllowed when the token doesn't reach that far, or the one named is shut out or doesn't work here
     */
    public Identity acting(@Nullable StaffId onBehalfOf) {
        var signedIn = signedIn();
        var self = signedIn.staff();
        if (onBehalfOf == null || onBehalfOf.equals(self)) {
            return new Identity(signedIn.actor(), self, signedIn.roles());
        }
        if (self != null || !signedIn.onBehalf().allows(onBehalfOf)) {
            throw new NotAllowed("This token doesn't act on behalf of " + onBehalfOf + ".");
        }
        var account = accounts.of(onBehalfOf.value());
        if (account.isPresent() && !account.get().enabled()) {
            throw new NotAllowed(onBehalfOf + " is shut out, and so is who acts in that name.");
        }
        var roles = register.rolesOf(onBehalfOf);
        if (roles.isEmpty()) {
            throw new NotAllowed(onBehalfOf + " doesn't work here.");
        }
        return new Identity(signedIn.actor(), onBehalfOf, roles);
    }
}
