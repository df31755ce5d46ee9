package org.matterledger.command.staff;

import static org.matterledger.command.Trial.given;
import static org.matterledger.command.staff.SampleStaff.FEE_EARNER;
import static org.matterledger.command.staff.SampleStaff.NOW;
import static org.matterledger.command.staff.SampleStaff.OLHA;
import static org.matterledger.command.staff.SampleStaff.left;
import static org.matterledger.command.staff.SampleStaff.register;
import static org.matterledger.command.staff.SampleStaff.registered;
import static org.matterledger.command.staff.StaffRule.STAFF_MEMBER_HAS_A_ROLE;
import static org.matterledger.command.staff.StaffRule.STAFF_MEMBER_REGISTERED_ONCE;
import static org.matterledger.command.staff.StaffRule.WHO_LEFT_GETS_NO_ROLES;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.staff.StaffCommand.ChangeRoles;
import org.matterledger.command.staff.StaffCommand.RecordLeaving;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.values.StaffRole;

class StaffMemberTest {

    private static final Set<StaffRole> PARTNER = Set.of(StaffRole.FEE_EARNER, StaffRole.PARTNER);

    @Nested
    class Registering {

        @Test
        void takes_someone_into_the_record() {
            given(StaffMember.class).when(register(FEE_EARNER), NOW).records(registered());
        }

        @Test
        void again_with_the_same_particulars_records_nothing() {
            given(StaffMember.class, registered())
                    .when(register(FEE_EARNER), NOW.plusSeconds(60))
                    .records_nothing_new();
        }

        @Test
        void again_after_a_change_of_roles_records_nothing() {
            given(StaffMember.class, registered(), new StaffRolesChanged(OLHA, PARTNER, NOW))
                    .when(register(FEE_EARNER), NOW)
                    .records_nothing_new();
        }

        @Test
        void again_with_other_particulars_is_refused() {
            given(StaffMember.class, registered())
                    .when(register(PARTNER), NOW)
                    .is_refused_by(STAFF_MEMBER_REGISTERED_ONCE);
        }

        @Test
        void without_a_role_is_refused() {
            given(StaffMember.class).when(register(Set.of()), NOW).is_refused_by(STAFF_MEMBER_HAS_A_ROLE);
        }
    }

    @Nested
    class ChangingRoles {

        @Test
        void gives_the_roles_named_and_takes_the_others() {
            given(StaffMember.class, registered())
                    .when(new ChangeRoles(OLHA, PARTNER), NOW)
                    .records(new StaffRolesChanged(OLHA, PARTNER, NOW));
        }

        @Test
        void to_those_that_stand_records_nothing() {
            given(StaffMember.class, registered())
                    .when(new ChangeRoles(OLHA, FEE_EARNER), NOW)
                    .records_nothing_new();
        }

        @Test
        void to_none_is_refused() {
            given(StaffMember.class, registered())
                    .when(new ChangeRoles(OLHA, Set.of()), NOW)
                    .is_refused_by(STAFF_MEMBER_HAS_A_ROLE);
        }

        @Test
        void of_who_left_is_refused() {
            given(StaffMember.class, registered(), left())
                    .when(new ChangeRoles(OLHA, PARTNER), NOW)
                    .is_refused_by(WHO_LEFT_GETS_NO_ROLES);
        }

        @Test
        void of_a_stranger_finds_nobody() {
            given(StaffMember.class).when(new ChangeRoles(OLHA, PARTNER), NOW).finds_no_stream();
        }
    }

    @Nested
    class Leaving {

        @Test
        void ends_the_work_here() {
            given(StaffMember.class, registered())
                    .when(new RecordLeaving(OLHA), NOW)
                    .records(new StaffLeft(OLHA, NOW));
        }

        @Test
        void twice_records_nothing() {
            given(StaffMember.class, registered(), left())
                    .when(new RecordLeaving(OLHA), NOW)
                    .records_nothing_new();
        }

        @Test
        void of_a_stranger_finds_nobody() {
            given(StaffMember.class).when(new RecordLeaving(OLHA), NOW).finds_no_stream();
        }
    }
}
