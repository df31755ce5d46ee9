package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.NEXT_CONTACT_IS_NOT_PAST;
import static org.matterledger.command.matter.MatterRule.NO_CHANGE_NAMES_THE_NEXT_CONTACT;
import static org.matterledger.command.matter.MatterRule.NO_CHANGE_SAYS_WHY;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.UPDATE_GOES_TO_CONTACT_PERSONS;
import static org.matterledger.command.matter.MatterRule.UPDATE_KEEPS_THE_AGREED_HOURS;
import static org.matterledger.command.matter.MatterRule.UPDATE_TAKES_AN_AGREED_CHANNEL;
import static org.matterledger.command.matter.MatterRule.WRITER_WORKS_HERE;
import static org.matterledger.command.matter.SampleMatter.CHAT;
import static org.matterledger.command.matter.SampleMatter.IVO;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MAIN;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.STRANGER;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.command.matter.SampleMatter.TODAY;
import static org.matterledger.command.matter.SampleMatter.agreed;
import static org.matterledger.command.matter.SampleMatter.given;
import static org.matterledger.command.matter.SampleMatter.noChange;
import static org.matterledger.command.matter.SampleMatter.opened;
import static org.matterledger.command.matter.SampleMatter.proposed;
import static org.matterledger.command.matter.SampleMatter.received;
import static org.matterledger.command.matter.SampleMatter.report;
import static org.matterledger.command.matter.SampleMatter.update;
import static org.matterledger.command.matter.SampleMatter.withdrawn;
import static org.matterledger.values.ChannelKind.MAIL;
import static org.matterledger.values.ChannelKind.TELEGRAM;
import static org.matterledger.values.Deviation.CHANNEL_NOT_AGREED;
import static org.matterledger.values.Deviation.OUTSIDE_CHANNEL_WINDOW;
import static org.matterledger.values.Deviation.SENDER_NOT_NAMED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.ContactCommand.SendUpdate;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.EntryId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Standing;
import org.matterledger.values.UpdateKind;

class ThreadsTest {

    /** Ten past six in the evening in Kyiv. */
    private static final Instant EVENING = Instant.parse("2026-02-10T16:10:00Z");

    @Nested
    class ReportingAMessage {

        @Test
        void records_it_under_the_agreement_it_came_by() {
            records(received(1, MAIL, MAIN, MARTA, NOW));
        }

        @Test
        void gives_each_entry_the_sequence_of_its_event() {
            given(opened(), proposed(), agreed(), received(3, MAIL, MAIN, MARTA, NOW))
                    .when(report(TELEGRAM, MARTA, NOW), NOW)
                    .records_entry("entry-m1-4", received(4, TELEGRAM, CHAT, MARTA, NOW));
        }

        @Test
        void twice_records_two_messages_since_only_the_source_tells_them_apart() {
            given(opened(), received(1, MAIL, MAIN, MARTA, NOW))
                    .when(report(MAIL, MARTA, NOW), NOW)
                    .records(received(2, MAIL, MAIN, MARTA, NOW));
        }

        @Test
        void by_a_channel_not_agreed_is_a_deviation() {
            given(opened(), proposed())
                    .when(report(TELEGRAM, MARTA, NOW), NOW)
                    .records(received(2, TELEGRAM, null, MARTA, NOW, CHANNEL_NOT_AGREED));
        }

        @Test
        void by_a_channel_withdrawn_is_a_deviation_from_that_instant_on() {
            var later = NOW.plus(Duration.ofHours(1));
            given(opened(), proposed(), agreed(), withdrawn(later))
                    .when(report(TELEGRAM, MARTA, later), later)
                    .records(received(4, TELEGRAM, null, MARTA, later, CHANNEL_NOT_AGREED));
            given(opened(), proposed(), agreed(), withdrawn(later))
                    .when(report(TELEGRAM, MARTA, later.minusSeconds(1)), later)
                    .records(received(4, TELEGRAM, CHAT, MARTA, later.minusSeconds(1)));
        }

        @Test
        void from_before_the_agreement_is_a_deviation() {
            var before = NOW.minusSeconds(1);
            given(opened(), proposed(), agreed())
                    .when(report(TELEGRAM, MARTA, before), NOW)
                    .records(received(3, TELEGRAM, null, MARTA, before, CHANNEL_NOT_AGREED));
        }

        @Test
        void by_a_proposal_that_was_withdrawn_is_a_deviation() {
            given(opened(), proposed(), withdrawn(EVENING))
                    .when(report(TELEGRAM, MARTA, NOW), EVENING)
                    .records(received(3, TELEGRAM, null, MARTA, NOW, CHANNEL_NOT_AGREED));
        }

        @Test
        void outside_the_hours_agreed_is_a_deviation() {
            given(opened(), proposed(), agreed())
                    .when(report(TELEGRAM, MARTA, EVENING), EVENING)
                    .records(received(3, TELEGRAM, CHAT, MARTA, EVENING, OUTSIDE_CHANNEL_WINDOW));
        }

        @Test
        void from_a_stranger_or_from_nobody_knows_whom_is_a_deviation() {
            given(opened())
                    .when(report(MAIL, STRANGER, NOW), NOW)
                    .records(received(1, MAIL, MAIN, STRANGER, NOW, SENDER_NOT_NAMED));
            given(opened())
                    .when(report(MAIL, null, NOW), NOW)
                    .records(received(1, MAIL, MAIN, null, NOW, SENDER_NOT_NAMED));
        }

        @Test
        void keeps_every_deviation() {
            given(opened())
                    .when(report(TELEGRAM, null, NOW), NOW)
                    .records(received(1, TELEGRAM, null, null, NOW, CHANNEL_NOT_AGREED, SENDER_NOT_NAMED));
        }

        @Test
        void is_accepted_up_to_five_minutes_ahead_of_the_ledgers_clock() {
            var ahead = NOW.plus(Duration.ofMinutes(5));
            given(opened()).when(report(MAIL, MARTA, ahead), NOW).records(received(1, MAIL, MAIN, MARTA, ahead));
            given(opened())
                    .when(report(MAIL, MARTA, ahead.plusMillis(1)), NOW)
                    .is_refused_by(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }

        @Test
        void in_a_matter_that_was_never_opened_finds_none() {
            given().when(report(MAIL, MARTA, NOW), NOW).finds_no_stream();
        }

        private void records(MessageReceived message) {
            given(opened()).when(report(MAIL, MARTA, NOW), NOW).records_entry("entry-m1-1", message);
        }
    }

    @Nested
    class SendingAnUpdate {

        @Test
        void records_whom_it_reached_and_how_near_they_stand_to_the_client() {
            given(opened())
                    .when(update(MAIL, MARTA, IVO, MARTA), NOW)
                    .records_entry("entry-m1-1", sent(1, MAIL, MAIN, NOW, MARTA, IVO));
        }

        @Test
        void twice_records_two_updates_since_only_the_key_tells_them_apart() {
            given(opened(), sent(1, MAIL, MAIN, NOW, MARTA))
                    .when(update(MAIL, MARTA), NOW)
                    .records(sent(2, MAIL, MAIN, NOW, MARTA));
        }

        @Test
        void takes_an_agreed_channel_in_its_hours() {
            given(opened(), proposed(), agreed())
                    .when(update(TELEGRAM, MARTA), NOW)
                    .records(sent(3, TELEGRAM, CHAT, NOW, MARTA));
        }

        @Test
        void by_a_channel_not_agreed_or_no_longer_is_refused() {
            given(opened(), proposed())
                    .when(update(TELEGRAM, MARTA), NOW)
                    .is_refused_by(UPDATE_TAKES_AN_AGREED_CHANNEL);
            given(opened(), proposed(), agreed(), withdrawn(NOW))
                    .when(update(TELEGRAM, MARTA), NOW)
                    .is_refused_by(UPDATE_TAKES_AN_AGREED_CHANNEL);
        }

        @Test
        void outside_the_hours_agreed_is_refused() {
            given(opened(), proposed(), agreed())
                    .when(update(TELEGRAM, MARTA), EVENING)
                    .is_refused_by(UPDATE_KEEPS_THE_AGREED_HOURS);
        }

        @Test
        void to_a_stranger_or_to_nobody_is_refused() {
            given(opened()).when(update(MAIL, MARTA, STRANGER), NOW).is_refused_by(UPDATE_GOES_TO_CONTACT_PERSONS);
            given(opened()).when(update(MAIL), NOW).is_refused_by(UPDATE_GOES_TO_CONTACT_PERSONS);
        }

        @Test
        void by_who_left_is_refused() {
            given(opened())
                    .knowing(OLHA.value(), new StaffLeft(OLHA, NOW))
                    .when(update(MAIL, MARTA), NOW)
                    .is_refused_by(WRITER_WORKS_HERE);
        }

        @Test
        void in_a_matter_that_was_never_opened_finds_none() {
            given().when(update(MAIL, MARTA), NOW).finds_no_stream();
        }

        private UpdateSent sent(long sequence, ChannelKind channel, ChannelId agreement, Instant at, PersonId... to) {
            return new UpdateSent(
                    M1,
                    EntryId.of(M1, sequence),
                    UpdateKind.PROGRESS,
                    channel,
                    agreement,
                    List.of(to).stream()
                            .map(person ->
                                    new Recipient(person, person.equals(MARTA) ? Standing.PRINCIPAL : Standing.OTHER))
                            .toList(),
                    OLHA,
                    TEXT,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    at);
        }
    }

    @Nested
    class SendingAnUpdateThatNothingMoved {

        @Test
        void says_why_and_when_the_client_hears_next() {
            given(opened())
                    .when(noChange(TEXT, TODAY.plusDays(14)), NOW)
                    .records(new UpdateSent(
                            M1,
                            EntryId.of(M1, 1),
                            UpdateKind.NO_CHANGE,
                            MAIL,
                            MAIN,
                            List.of(new Recipient(MARTA, Standing.PRINCIPAL)),
                            OLHA,
                            TEXT,
                            null,
                            TEXT,
                            TODAY.plusDays(14),
                            null,
                            null,
                            null,
                            NOW));
        }

        @Test
        void without_a_reason_is_refused() {
            given(opened()).when(noChange(null, TODAY), NOW).is_refused_by(NO_CHANGE_SAYS_WHY);
        }

        @Test
        void without_a_next_contact_is_refused() {
            given(opened()).when(noChange(TEXT, null), NOW).is_refused_by(NO_CHANGE_NAMES_THE_NEXT_CONTACT);
        }

        @Test
        void with_a_next_contact_before_today_in_the_calendars_zone_is_refused() {
            given(opened()).when(noChange(TEXT, TODAY.minusDays(1)), NOW).is_refused_by(NEXT_CONTACT_IS_NOT_PAST);
            var afterMidnightInKyiv = Instant.parse("2026-02-10T22:30:00Z");
            given(opened()).when(noChange(TEXT, TODAY), afterMidnightInKyiv).is_refused_by(NEXT_CONTACT_IS_NOT_PAST);
        }

        @Test
        void any_update_that_promises_a_past_contact_is_refused() {
            var promise = new SendUpdate(
                    M1,
                    UpdateKind.PROGRESS,
                    MAIL,
                    List.of(MARTA),
                    OLHA,
                    TEXT,
                    null,
                    null,
                    TODAY.minusDays(1),
                    null,
                    null);
            given(opened()).when(promise, NOW).is_refused_by(NEXT_CONTACT_IS_NOT_PAST);
        }
    }
}
