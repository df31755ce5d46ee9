package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.ACCOUNTABLE_PARTNER_IS_A_PARTNER;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CALENDAR;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CLIENT;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CONTACT_PERSON;
import static org.matterledger.command.matter.MatterRule.MATTER_OPENED_ONCE;
import static org.matterledger.command.matter.MatterRule.RESPONSIBLE_WORKS_HERE;
import static org.matterledger.command.matter.SampleMatter.IVO;
import static org.matterledger.command.matter.SampleMatter.KYIV;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.MILL;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.SOURCE;
import static org.matterledger.command.matter.SampleMatter.STRANGER;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.command.matter.SampleMatter.given;
import static org.matterledger.command.matter.SampleMatter.open;
import static org.matterledger.command.matter.SampleMatter.opened;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ClientId;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** Opening a matter … */
class OpeningTest {

    @Test
    void names_the_current_version_of_the_calendar_and_mail_as_the_main_channel() {
        given().when(open(), NOW).records(opened());
    }

    @Test
    void again_with_the_same_particulars_records_nothing() {
        given(opened()).when(open(), NOW.plusSeconds(60)).records_nothing_new();
    }

    @Test
    void again_with_other_particulars_is_refused() {
        given(opened())
                .when(new OpenMatter(M1, MILL, TEXT, IVO, OLHA, PETRO, KYIV, SOURCE, null, null), NOW)
                .is_refused_by(MATTER_OPENED_ONCE);
    }

    @Test
    void for_nobody_the_firm_knows_is_refused() {
        given().when(
                        new OpenMatter(M1, new ClientId("client-x"), TEXT, MARTA, OLHA, PETRO, KYIV, null, null, null),
                        NOW)
                .is_refused_by(MATTER_HAS_A_CLIENT);
    }

    @Test
    void without_a_contact_person_of_the_client_is_refused() {
        given().when(new OpenMatter(M1, MILL, TEXT, STRANGER, OLHA, PETRO, KYIV, null, null, null), NOW)
                .is_refused_by(MATTER_HAS_A_CONTACT_PERSON);
    }

    @Test
    void with_an_erased_contact_person_is_refused() {
        given().knowing(MILL.value(), new ContactPersonErased(MILL, MARTA, NOW))
                .when(open(), NOW)
                .is_refused_by(MATTER_HAS_A_CONTACT_PERSON);
    }

    @Test
    void with_a_responsible_who_never_worked_here_is_refused() {
        given().when(new OpenMatter(M1, MILL, TEXT, MARTA, new StaffId("staff-x"), PETRO, KYIV, null, null, null), NOW)
                .is_refused_by(RESPONSIBLE_WORKS_HERE);
    }

    @Test
    void with_a_responsible_who_left_is_refused() {
        given().knowing(OLHA.value(), new StaffLeft(OLHA, NOW))
                .when(open(), NOW)
                .is_refused_by(RESPONSIBLE_WORKS_HERE);
    }

    @Test
    void with_an_accountable_partner_who_is_none_is_refused() {
        given().when(new OpenMatter(M1, MILL, TEXT, MARTA, OLHA, OLHA, KYIV, null, null, null), NOW)
                .is_refused_by(ACCOUNTABLE_PARTNER_IS_A_PARTNER);
    }

    @Test
    void with_an_accountable_partner_who_is_one_no_longer_is_refused() {
        given().knowing(PETRO.value(), new StaffRolesChanged(PETRO, Set.of(StaffRole.FEE_EARNER), NOW))
                .when(open(), NOW)
                .is_refused_by(ACCOUNTABLE_PARTNER_IS_A_PARTNER);
    }

    @Test
    void with_a_calendar_that_was_never_published_is_refused() {
        given().when(
                        new OpenMatter(
                                M1, MILL, TEXT, MARTA, OLHA, PETRO, new CalendarId("calendar-x"), null, null, null),
                        NOW)
                .is_refused_by(MATTER_HAS_A_CALENDAR);
    }
}
