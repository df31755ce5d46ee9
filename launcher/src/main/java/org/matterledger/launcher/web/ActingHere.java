package org.matterledger.launcher.web;

import java.util.Set;
import java.util.stream.Stream;
import org.matterledger.launcher.access.SignedIn;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.time.SimulatedClock;
import org.matterledger.query.Acting;
import org.matterledger.values.StaffRole;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the one who signed in may do in this process. */
@Component("acting")
final class ActingHere implements Acting {

    private final boolean forms;
    private final boolean trial;

    ActingHere(Environment environment, LedgerClock clock) {
        this.forms = environment.acceptsProfiles(Profiles.of("command & query"));
        this.trial = clock instanceof SimulatedClock;
    }

    @Override
    public boolean forms() {
        return forms;
    }

    @Override
    public boolean writes() {
        return forms && anyOf(StaffRole.FEE_EARNER, StaffRole.PARTNER);
    }

    @Override
    public boolean decides() {
        return forms && anyOf(StaffRole.REVIEWER, StaffRole.PARTNER);
    }

    @Override
    public boolean trial() {
        return trial;
    }

    private static boolean anyOf(StaffRole... roles) {
        return Stream.of(roles).anyMatch(roles()::contains);
    }

    private static Set<StaffRole> roles() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.roles()
                : Set.of();
    }
}
