package org.matterledger.command.staff;

import static org.matterledger.command.Trial.given;
import static org.matterledger.command.staff.SampleStaff.FROM;
import static org.matterledger.command.staff.SampleStaff.HOLIDAY;
import static org.matterledger.command.staff.SampleStaff.NOW;
import static org.matterledger.command.staff.SampleStaff.OLHA;
import static org.matterledger.command.staff.SampleStaff.PETRO;
import static org.matterledger.command.staff.SampleStaff.UNTIL;
import static org.matterledger.command.staff.SampleStaff.cancelled;
import static org.matterledger.command.staff.SampleStaff.holiday;
import static org.matterledger.command.staff.SampleStaff.left;
import static org.matterledger.command.staff.SampleStaff.petro;
import static org.matterledger.command.staff.SampleStaff.registered;
import static org.matterledger.command.staff.StaffRule.ABSENCE_ENDS_AFTER_IT_BEGINS;
import static org.matterledger.command.staff.StaffRule.ABSENCE_THAT_IS_OVER_STANDS;
import static org.matterledger.command.staff.StaffRule.DEPUTY_WORKS_HERE;
import static org.matterledger.command.staff.StaffRule.NOBODY_IS_THEIR_OWN_DEPUTY;
import static org.matterledger.command.staff.StaffRule.ONLY_A_RECORDED_ABSENCE_IS_CANCELLED;
import static org.matterledger.command.staff.StaffRule.STAFF_WORK_BY_A_PUBLISHED_CALENDAR;
import static org.matterledger.command.staff.StaffRule.WHO_LEFT_HAS_NO_ABSENCE;
import static org.matterledger.command.staff.StaffRule.WHO_LEFT_IS_NOT_REACHED_HERE;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matterledger.command.Trial;
import org.matterledger.command.staff.AvailabilityCommand.CancelAbsence;
import org.matterledger.command.staff.AvailabilityCommand.GiveAddress;
import org.matterledger.command.staff.AvailabilityCommand.GiveCalendar;
import org.matterledger.command.staff.AvailabilityCommand.JoinTeam;
import org.matterledger.command.staff.AvailabilityCommand.NameDeputy;
import org.matterledger.command.staff.AvailabilityCommand.RecordAbsence;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffAddressGiven;
import org.matterledger.events.AvailabilityEvent.StaffCalendarGiven;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.AvailabilityEvent.StaffTeamJoined;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;
import org.matterledger.values.WorkCalendar;

class AvailabilityTest {

    private static final CalendarId KYIV = new CalendarId("calendar-kyiv");
    private static final ConfidentialText ADDRESS = new ConfidentialText("staff-olha", "1", "b2xoYUBmaXJt");

    static List<AvailabilityCommand> commands() {
        return List.of(
                new NameDeputy(OLHA, PETRO),
                new JoinTeam(OLHA, "Litigation"),
                new RecordAbsence(OLHA, HOLIDAY, FROM, UNTIL),
                new CancelAbsence(OLHA, HOLIDAY),
                new GiveAddress(OLHA, ADDRESS),
                new GiveCalendar(OLHA, KYIV));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void of_a_stranger_finds_nobody(AvailabilityCommand command) {
        given(StaffMember.class).when(command, NOW).finds_no_stream();
    }

    @Nested
    class Naming_a_deputy {

        @Test
        void says_who_acts_in_an_absence() {
            knowing_petro(given(StaffMember.class, registered()))
                    .when(new NameDeputy(OLHA, PETRO), NOW)
                    .records(named(PETRO));
        }

        @Test
        void says_that_nobody_does_any_longer() {
            given(StaffMember.class, registered(), named(PETRO))
                    .when(new NameDeputy(OLHA, null), NOW)
                    .records(named(null));
        }

        @Test
        void who_is_it_already_records_nothing() {
            given(StaffMember.class, registered(), named(PETRO))
                    .when(new NameDeputy(OLHA, PETRO), NOW)
                    .records_nothing_new();
            given(StaffMember.class, registered())
                    .when(new NameDeputy(OLHA, null), NOW)
                    .records_nothing_new();
        }

        @Test
        void of_who_left_is_accepted_until_the_matters_are_handed_over() {
            knowing_petro(given(StaffMember.class, registered(), left()))
                    .when(new NameDeputy(OLHA, PETRO), NOW)
                    .records(named(PETRO));
        }

        @Test
        void oneself_is_refused() {
            given(StaffMember.class, registered())
                    .when(new NameDeputy(OLHA, OLHA), NOW)
                    .is_refused_by(NOBODY_IS_THEIR_OWN_DEPUTY);
        }

        @Test
        void a_stranger_is_refused() {
            given(StaffMember.class, registered())
                    .when(new NameDeputy(OLHA, PETRO), NOW)
                    .is_refused_by(DEPUTY_WORKS_HERE);
        }

        @Test
        void who_left_is_refused() {
            knowing_petro(given(StaffMember.class, registered()))
                    .knowing(PETRO.value(), new StaffLeft(PETRO, NOW))
                    .when(new NameDeputy(OLHA, PETRO), NOW)
                    .is_refused_by(DEPUTY_WORKS_HERE);
        }

        private Trial<StaffMember> knowing_petro(Trial<StaffMember> trial) {
            return trial.knowing(PETRO.value(), petro());
        }

        private StaffDeputyNamed named(@Nullable StaffId deputy) {
            return new StaffDeputyNamed(OLHA, deputy, NOW);
        }
    }

    @Nested
    class Recording_an_absence {

        private final RecordAbsence command = new RecordAbsence(OLHA, HOLIDAY, FROM, UNTIL);

        @Test
        void says_when_someone_is_away() {
            given(StaffMember.class, registered()).when(command, NOW).records_entry(HOLIDAY.value(), holiday());
        }

        @Test
        void that_has_begun_already_is_accepted() {
            given(StaffMember.class, registered())
                    .when(command, UNTIL.plusSeconds(60))
                    .records_entry(
                            HOLIDAY.value(),
                            new StaffAbsenceRecorded(OLHA, HOLIDAY, FROM, UNTIL, UNTIL.plusSeconds(60)));
        }

        @Test
        void that_overlaps_another_stands_beside_it() {
            var ill = new AbsenceId("absence-ill");
            given(StaffMember.class, registered(), holiday())
                    .when(new RecordAbsence(OLHA, ill, FROM, UNTIL.plusSeconds(1)), NOW)
                    .records_entry(ill.value(), new StaffAbsenceRecorded(OLHA, ill, FROM, UNTIL.plusSeconds(1), NOW));
        }

        @Test
        void of_the_same_times_records_nothing_and_names_the_one_that_stands() {
            given(StaffMember.class, registered(), holiday())
                    .when(new RecordAbsence(OLHA, new AbsenceId("absence-other"), FROM, UNTIL), NOW)
                    .records_nothing_new(HOLIDAY.value());
        }

        @Test
        void of_the_same_times_as_a_cancelled_one_is_another() {
            var again = new AbsenceId("absence-again");
            given(StaffMember.class, registered(), holiday(), cancelled())
                    .when(new RecordAbsence(OLHA, again, FROM, UNTIL), NOW)
                    .records_entry(again.value(), new StaffAbsenceRecorded(OLHA, again, FROM, UNTIL, NOW));
        }

        @Test
        void without_a_length_is_refused() {
            given(StaffMember.class, registered())
                    .when(new RecordAbsence(OLHA, HOLIDAY, FROM, FROM), NOW)
                    .is_refused_by(ABSENCE_ENDS_AFTER_IT_BEGINS);
        }

        @Test
        void of_who_left_is_refused() {
            given(StaffMember.class, registered(), left()).when(command, NOW).is_refused_by(WHO_LEFT_HAS_NO_ABSENCE);
        }
    }

    @Nested
    class Cancelling_an_absence {

        private final CancelAbsence command = new CancelAbsence(OLHA, HOLIDAY);

        @Test
        void says_that_someone_does_not_go() {
            given(StaffMember.class, registered(), holiday())
                    .when(command, NOW)
                    .records_entry(HOLIDAY.value(), cancelled());
        }

        @Test
        void twice_records_nothing() {
            given(StaffMember.class, registered(), holiday(), cancelled())
                    .when(command, UNTIL.plusSeconds(60))
                    .records_nothing_new(HOLIDAY.value());
        }

        @Test
        void that_nobody_recorded_is_refused() {
            given(StaffMember.class, registered())
                    .when(command, NOW)
                    .is_refused_by(ONLY_A_RECORDED_ABSENCE_IS_CANCELLED);
        }

        @Test
        void that_is_over_is_refused() {
            given(StaffMember.class, registered(), holiday())
                    .when(command, UNTIL)
                    .is_refused_by(ABSENCE_THAT_IS_OVER_STANDS);
        }
    }

    @Nested
    class Being_reached {

        @Test
        void in_a_team_is_recorded_once() {
            var joined = new StaffTeamJoined(OLHA, "Litigation", NOW);
            given(StaffMember.class, registered())
                    .when(new JoinTeam(OLHA, "Litigation"), NOW)
                    .records(joined);
            given(StaffMember.class, registered(), joined)
                    .when(new JoinTeam(OLHA, "Litigation"), NOW)
                    .records_nothing_new();
        }

        @Test
        void at_an_address_is_recorded_once() {
            var given = new StaffAddressGiven(OLHA, ADDRESS, NOW);
            given(StaffMember.class, registered())
                    .when(new GiveAddress(OLHA, ADDRESS), NOW)
                    .records(given);
            given(StaffMember.class, registered(), given)
                    .when(new GiveAddress(OLHA, ADDRESS), NOW)
                    .records_nothing_new();
        }

        @Test
        void by_a_calendar_is_recorded_once_and_taken_back() {
            var given = new StaffCalendarGiven(OLHA, KYIV, NOW);
            given(StaffMember.class, registered())
                    .knowing(
                            KYIV.value(),
                            new CalendarVersionPublished(
                                    KYIV, 1, "Kyiv", WorkCalendar.alwaysOpen(ZoneId.of("Europe/Kyiv")), NOW))
                    .when(new GiveCalendar(OLHA, KYIV), NOW)
                    .records(given);
            given(StaffMember.class, registered(), given)
                    .when(new GiveCalendar(OLHA, KYIV), NOW)
                    .records_nothing_new();
            given(StaffMember.class, registered(), given)
                    .when(new GiveCalendar(OLHA, null), NOW)
                    .records(new StaffCalendarGiven(OLHA, null, NOW));
        }

        @Test
        void by_a_calendar_that_was_never_published_is_refused() {
            given(StaffMember.class, registered())
                    .when(new GiveCalendar(OLHA, KYIV), NOW)
                    .is_refused_by(STAFF_WORK_BY_A_PUBLISHED_CALENDAR);
        }

        @Test
        void is_refused_to_who_left() {
            for (var command : List.of(
                    new JoinTeam(OLHA, "Litigation"), new GiveAddress(OLHA, ADDRESS), new GiveCalendar(OLHA, KYIV))) {
                given(StaffMember.class, registered(), left())
                        .when(command, NOW)
                        .is_refused_by(WHO_LEFT_IS_NOT_REACHED_HERE);
            }
        }
    }
}
