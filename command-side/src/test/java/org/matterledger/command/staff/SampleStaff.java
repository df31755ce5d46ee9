package org.matterledger.command.staff;

import java.time.Instant;
import java.util.Set;
import org.matterledger.command.staff.StaffCommand.RegisterStaffMember;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceCancelled;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** Olha, who serves clients, and Petro, who acts for her when she is away. */
final class SampleStaff {

    static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
    static final Instant FROM = Instant.parse("2026-03-02T07:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-03-07T07:00:00Z");
    static final StaffId OLHA = new StaffId("staff-olha");
    static final StaffId PETRO = new StaffId("staff-petro");
    static final AbsenceId HOLIDAY = new AbsenceId("absence-holiday");
    static final ConfidentialText NAME = new ConfidentialText("staff-olha", "1", "T2xoYQ==");
    static final Set<StaffRole> FEE_EARNER = Set.of(StaffRole.FEE_EARNER);

    private SampleStaff() {}

    static RegisterStaffMember register(Set<StaffRole> roles) {
        return new RegisterStaffMember(OLHA, NAME, roles, new Source("hr", "17"));
    }

    static StaffRegistered registered() {
        return new StaffRegistered(OLHA, NAME, FEE_EARNER, new Source("hr", "17"), NOW);
    }

    static StaffRegistered petro() {
        return new StaffRegistered(PETRO, NAME, FEE_EARNER, null, NOW);
    }

    static StaffLeft left() {
        return new StaffLeft(OLHA, NOW);
    }

    static StaffAbsenceRecorded holiday() {
        return new StaffAbsenceRecorded(OLHA, HOLIDAY, FROM, UNTIL, NOW);
    }

    static StaffAbsenceCancelled cancelled() {
        return new StaffAbsenceCancelled(OLHA, HOLIDAY, NOW);
    }
}
