package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.COMPLAINT_WAS_RECORDED;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CALENDAR;
import static org.matterledger.command.matter.MatterRule.MATTER_IS_OPEN;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.RESPONSIBLE_WORKS_HERE;
import static org.matterledger.command.matter.MatterRule.SILENCE_HAS_A_LIMIT;
import static org.matterledger.command.matter.MatterRule.WRITER_WORKS_HERE;
import static org.matterledger.command.matter.SampleMatter.KYIV;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MAIN;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.SOURCE;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.command.matter.SampleMatter.given;
import static org.matterledger.command.matter.SampleMatter.opened;
import static org.matterledger.values.ChannelKind.MAIL;
import static org.matterledger.values.ChannelKind.PHONE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.ComplaintCommand.AcknowledgeComplaint;
import org.matterledger.command.matter.ComplaintCommand.RecordComplaint;
import org.matterledger.command.matter.MatterCommand.CloseMatter;
import org.matterledger.command.matter.MatterCommand.ReplaceResponsible;
import org.matterledger.command.matter.TermsCommand.AgreeAnswerTimes;
import org.matterledger.command.matter.TermsCommand.AgreeHours;
import org.matterledger.command.matter.TermsCommand.AgreeSilenceLimit;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ComplaintEvent.ComplaintAcknowledged;
import org.matterledger.events.ComplaintEvent.ComplaintRecorded;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.TermsEvent.AnswerTimesAgreed;
import org.matterledger.events.TermsEvent.HoursAgreed;
import org.matterledger.events.TermsEvent.SilenceLimitAgreed;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.CutOff;
import org.matterledger.values.Recipient;
import org.matterledger.values.StaffId;
import org.matterledger.values.Standing;
import org.matterledger.values.WorkCalendar;

/** On what terms a matter is served, who serves it, how it ends; and that complaints are always taken in. */
class TermsTest {

    private static final MatterClosed CLOSED = new MatterClosed(M1, TEXT, NOW);

    @Nested
    class AgreeingOnHours {

        private static final CalendarId ALWAYS = new CalendarId("calendar-always");

        @Test
        void is_recorded_with_the_calendars_version() {
            given(opened())
                    .knowing(
                            ALWAYS.value(),
                            new CalendarVersionPublished(
                                    ALWAYS, 1, "Always", new WorkCalendar(java.time.ZoneOffset.UTC, Map.of()), NOW))
                    .when(new AgreeHours(M1, ALWAYS, TEXT), NOW)
                    .records(new HoursAgreed(M1, ALWAYS, 1, TEXT, NOW));
        }

        @Test
        void that_hold_already_records_nothing() {
            given(opened()).when(new AgreeHours(M1, KYIV, TEXT), NOW).records_nothing_new();
        }

        @Test
        void of_an_unknown_calendar_is_refused() {
            given(opened()).when(new AgreeHours(M1, ALWAYS, null), NOW).is_refused_by(MATTER_HAS_A_CALENDAR);
        }

        @Test
        void in_a_closed_matter_is_refused() {
            given(opened(), CLOSED).when(new AgreeHours(M1, ALWAYS, null), NOW).is_refused_by(MATTER_IS_OPEN);
        }
    }

    @Nested
    class AgreeingOnASilenceLimit {

        @Test
        void is_recorded_once() {
            var agreed = new SilenceLimitAgreed(M1, 21, TEXT, NOW);
            given(opened()).when(new AgreeSilenceLimit(M1, 21, TEXT), NOW).records(agreed);
            given(opened(), agreed)
                    .when(new AgreeSilenceLimit(M1, 21, TEXT), NOW)
                    .records_nothing_new();
        }

        @Test
        void of_none_or_more_than_a_year_is_refused() {
            given(opened()).when(new AgreeSilenceLimit(M1, 0, null), NOW).is_refused_by(SILENCE_HAS_A_LIMIT);
            given(opened()).when(new AgreeSilenceLimit(M1, 366, null), NOW).is_refused_by(SILENCE_HAS_A_LIMIT);
        }
    }

    @Nested
    class AgreeingOnAnswerTimes {

        private final AgreeAnswerTimes times =
                new AgreeAnswerTimes(M1, CutOff.CLOSE, Duration.ofHours(8), Duration.ofHours(2), TEXT);

        @Test
        void is_recorded_once() {
            var agreed = new AnswerTimesAgreed(M1, CutOff.CLOSE, Duration.ofHours(8), Duration.ofHours(2), TEXT, NOW);
            given(opened()).when(times, NOW).records(agreed);
            given(opened(), agreed).when(times, NOW).records_nothing_new();
        }
    }

    @Nested
    class ReplacingTheResponsible {

        @Test
        void is_recorded_once() {
            var replaced = new ResponsibleReplaced(M1, PETRO, NOW);
            given(opened()).when(new ReplaceResponsible(M1, PETRO), NOW).records(replaced);
            given(opened(), replaced)
                    .when(new ReplaceResponsible(M1, PETRO), NOW)
                    .records_nothing_new();
            given(opened()).when(new ReplaceResponsible(M1, OLHA), NOW).records_nothing_new();
        }

        @Test
        void by_nobody_of_the_firm_is_refused() {
            given(opened())
                    .when(new ReplaceResponsible(M1, new StaffId("staff-nobody")), NOW)
                    .is_refused_by(RESPONSIBLE_WORKS_HERE);
        }

        @Test
        void in_a_closed_matter_is_refused() {
            given(opened(), CLOSED).when(new ReplaceResponsible(M1, PETRO), NOW).is_refused_by(MATTER_IS_OPEN);
        }
    }

    @Nested
    class Closing {

        @Test
        void is_recorded_once() {
            given(opened()).when(new CloseMatter(M1, TEXT), NOW).records(CLOSED);
            given(opened(), CLOSED).when(new CloseMatter(M1, TEXT), NOW).records_nothing_new();
        }
    }

    @Nested
    class Complaining {

        private static final ComplaintId COMPLAINT = new ComplaintId("complaint-late");

        private static RecordComplaint complaint(Instant at) {
            return new RecordComplaint(M1, COMPLAINT, MARTA, PHONE, TEXT, null, SOURCE, at);
        }

        private final ComplaintRecorded recorded =
                new ComplaintRecorded(M1, COMPLAINT, MARTA, PHONE, TEXT, null, SOURCE, NOW);

        private static AcknowledgeComplaint acknowledgement(StaffId by) {
            return new AcknowledgeComplaint(M1, COMPLAINT, MAIL, List.of(MARTA), by, null);
        }

        private final ComplaintAcknowledged acknowledged = new ComplaintAcknowledged(
                M1, COMPLAINT, MAIL, MAIN, List.of(new Recipient(MARTA, Standing.PRINCIPAL)), OLHA, null, NOW);

        @Test
        void by_word_of_mouth_is_recorded_once() {
            given(opened()).when(complaint(NOW), NOW).records_entry(COMPLAINT.value(), recorded);
            given(opened(), recorded).when(complaint(NOW), NOW).records_nothing_new(COMPLAINT.value());
        }

        @Test
        void tomorrow_is_refused() {
            given(opened()).when(complaint(NOW.plusSeconds(301)), NOW).is_refused_by(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }

        @Test
        void is_acknowledged_once() {
            given(opened(), recorded).when(acknowledgement(OLHA), NOW).records_entry(COMPLAINT.value(), acknowledged);
            given(opened(), recorded, acknowledged)
                    .when(acknowledgement(OLHA), NOW)
                    .records_nothing_new(COMPLAINT.value());
        }

        @Test
        void that_nobody_recorded_is_not_acknowledged() {
            given(opened()).when(acknowledgement(OLHA), NOW).is_refused_by(COMPLAINT_WAS_RECORDED);
        }

        @Test
        void is_acknowledged_by_who_works_here() {
            given(opened(), recorded)
                    .when(acknowledgement(new StaffId("staff-nobody")), NOW)
                    .is_refused_by(WRITER_WORKS_HERE);
        }
    }
}
