package org.matterledger.command.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.followup.SampleDuty.ALWAYS;
import static org.matterledger.command.followup.SampleDuty.DUE;
import static org.matterledger.command.followup.SampleDuty.M1;
import static org.matterledger.command.followup.SampleDuty.NEXT_DAY;
import static org.matterledger.command.followup.SampleDuty.NOON;
import static org.matterledger.command.followup.SampleDuty.OLHA;
import static org.matterledger.command.followup.SampleDuty.PETRO;
import static org.matterledger.command.followup.SampleDuty.REPLY;
import static org.matterledger.command.followup.SampleDuty.armed;
import static org.matterledger.command.followup.SampleDuty.breached;
import static org.matterledger.command.followup.SampleDuty.escalated;
import static org.matterledger.command.followup.SampleDuty.fulfilled;
import static org.matterledger.command.followup.SampleDuty.imported;
import static org.matterledger.command.followup.SampleDuty.noted;
import static org.matterledger.command.followup.SampleDuty.warned;
import static org.matterledger.command.followup.SampleDuty.week;
import static org.matterledger.command.followup.SampleDuty.works;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffCalendarGiven;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.ObligationHandedOver;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.CalendarId;
import org.matterledger.values.EntryId;
import org.matterledger.values.Level;
import org.matterledger.values.Reassessment;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.matterledger.values.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;

class FollowUpSagaTest {

    private static final StaffId IVAN = new StaffId("staff-ivan");

    private final SampleDuty streams = new SampleDuty();
    private final JdbcClient database = JdbcClient.create(TestDatabase.freshForTheApplication());
    private final Windows windows = new Windows(streams);
    private final Outbox outbox = new Outbox(database, windows, Duration.ofMinutes(5));
    private SagaTestFixture<FollowUpSaga> fixture = fixture();

    private SagaTestFixture<FollowUpSaga> fixture() {
        var fresh = new SagaTestFixture<>(FollowUpSaga.class);
        fresh.registerResource(outbox);
        fresh.registerResource(new Addressees(streams, windows));
        fresh.registerResource(new Duties(streams));
        return fresh;
    }

    @BeforeEach
    void a_reply_is_owed() throws Exception {
        streams.knowing(IVAN.value(), works(IVAN, StaffRole.FEE_EARNER));
        fixture.givenAPublished(noted(armed(), NOON));
    }

    private List<String> told() {
        return database.sql(
                        "select what || ' ' || recipient from command.outbox where state = 'WAITING' order by number")
                .query(String.class)
                .list();
    }

    private void hears(EventMessage<?>... events) throws Exception {
        for (var event : events) {
            fixture.whenPublishingA(event);
        }
    }

    @Nested
    class A_duty {

        @Test
        void is_followed_from_when_it_is_owed_until_it_is_kept() throws Exception {
            fixture.whenPublishingA(noted(warned(), NOON)).expectActiveSagas(1);
            fixture.whenPublishingA(noted(fulfilled(), DUE)).expectActiveSagas(0);
        }

        @Test
        void that_was_missed_is_followed_on() throws Exception {
            fixture.whenPublishingA(noted(breached(), DUE)).expectActiveSagas(1);
        }

        @Test
        void whose_fulfilment_is_withdrawn_is_followed_again_with_all_that_is_known_of_it() throws Exception {
            var bounced = new FulfilmentWithdrawn(M1, REPLY, EntryId.of(M1, 4), NOON);
            streams.knowing(M1.value(), armed(), fulfilled(), bounced);
            hears(noted(fulfilled(), NOON), noted(bounced, NOON), noted(breached(), DUE));
            assertThat(told()).containsExactly("BREACH " + OLHA);
        }
    }

    @Nested
    class Those_who_are_told {

        @Test
        void are_the_holder_and_then_the_accountable_partner() throws Exception {
            hears(
                    noted(warned(), NOON.plusSeconds(60)),
                    noted(breached(), DUE),
                    noted(escalated(Level.PARTNER), NEXT_DAY));
            assertThat(told()).containsExactly("WARNING " + OLHA, "BREACH " + OLHA, "PARTNER " + PETRO);
        }

        @Test
        void are_told_once_of_one_thing() throws Exception {
            hears(noted(breached(), DUE), noted(breached(), DUE));
            assertThat(told()).containsExactly("BREACH " + OLHA);
        }

        @Test
        void are_the_one_who_took_over() throws Exception {
            hears(noted(new ObligationHandedOver(M1, REPLY, OLHA, IVAN, NOON), NOON), noted(breached(), DUE));
            assertThat(told()).containsExactly("BREACH " + IVAN);
        }

        @Test
        void are_the_partner_where_the_holder_has_left_the_firm() throws Exception {
            streams.knowing(OLHA.value(), new StaffLeft(OLHA, NOON));
            hears(noted(breached(), DUE));
            assertThat(told()).containsExactly("BREACH " + PETRO);
        }
    }

    @Nested
    class A_deputy {

        @BeforeEach
        void is_named() {
            streams.knowing(OLHA.value(), new StaffDeputyNamed(OLHA, IVAN, NOON));
        }

        @Test
        void is_told_as_the_ladder_says() throws Exception {
            hears(noted(breached(), DUE), noted(escalated(Level.DEPUTY), NEXT_DAY));
            assertThat(told()).containsExactly("BREACH " + OLHA, "DEPUTY " + IVAN);
        }

        @Test
        void is_told_in_the_holders_place_and_not_twice_while_the_holder_is_away() throws Exception {
            streams.knowing(
                    OLHA.value(),
                    new StaffAbsenceRecorded(
                            OLHA, new AbsenceId("absence-1"), NOON, NEXT_DAY.plusSeconds(86_400), NOON));
            hears(noted(breached(), DUE), noted(escalated(Level.DEPUTY), NEXT_DAY));
            assertThat(told()).containsExactly("BREACH " + IVAN);
        }
    }

    @Nested
    class Nobody_is_told {

        @Test
        void of_what_was_past_when_the_duty_became_known() throws Exception {
            fixture = fixture();
            fixture.givenAPublished(noted(armed(), DUE.plusSeconds(1)));
            hears(noted(breached(), DUE.plusSeconds(1)));
            assertThat(told()).isEmpty();
            hears(noted(escalated(Level.PARTNER), NEXT_DAY));
            assertThat(told()).containsExactly("PARTNER " + PETRO);
        }

        @Test
        void of_what_an_import_brought() throws Exception {
            hears(imported(breached(), DUE, Instant.parse("2026-12-01T10:00:00Z")));
            assertThat(told()).isEmpty();
        }

        @Test
        void live_of_what_was_past_when_the_import_armed_it() throws Exception {
            var now = Instant.parse("2026-12-01T10:00:00Z");
            fixture = fixture();
            fixture.givenAPublished(imported(armed(), NOON, now));
            hears(noted(breached(), now));
            assertThat(told()).isEmpty();
        }

        /** The clock alone brought it; that an import's letter came first only made it known. */
        @Test
        void but_what_fell_due_while_an_import_told_a_matter_that_lives_is_told_of() throws Exception {
            hears(noted(breached(), DUE, "import"));
            assertThat(told()).containsExactly("BREACH " + OLHA);
        }

        @Test
        void of_a_danger_that_is_over_before_the_notice_went_out() throws Exception {
            hears(noted(warned(), NOON.plusSeconds(60)), noted(fulfilled(), NOON.plusSeconds(3600)));
            assertThat(told()).isEmpty();
        }

        @Test
        void of_a_breach_that_is_none_by_then() throws Exception {
            hears(
                    noted(breached(), DUE),
                    noted(
                            new BreachReassessed(
                                    M1, REPLY, Reassessment.MET_RECORDED_LATE, null, null, null, null, DUE),
                            NEXT_DAY));
            assertThat(told()).isEmpty();
        }
    }

    @Nested
    class A_notice {

        private String opens() {
            return database.sql("select (not_before at time zone 'UTC')::text from command.outbox")
                    .query(String.class)
                    .single();
        }

        @Test
        void does_not_warn_of_what_became_known_as_missed_at_the_same_time_whichever_is_recorded_first()
                throws Exception {
            hears(noted(breached(), NEXT_DAY), noted(warned(), NEXT_DAY));
            assertThat(told()).containsExactly("BREACH " + OLHA);
        }

        @Test
        void waits_for_working_hours() throws Exception {
            hears(noted(breached(), DUE));
            assertThat(opens()).isEqualTo("2026-02-11 07:00:00");
        }

        @Test
        void waits_for_the_recipients_own_hours_where_there_are_any() throws Exception {
            var early = new CalendarId("calendar-early");
            streams.knowing(early.value(), new CalendarVersionPublished(early, 1, "Early", week(7), NOON));
            streams.knowing(OLHA.value(), new StaffCalendarGiven(OLHA, early, NOON));
            hears(noted(breached(), DUE));
            assertThat(opens()).isEqualTo("2026-02-11 05:00:00");
        }

        @Test
        void goes_at_any_hour_where_the_client_was_promised_somebody_at_any_hour() throws Exception {
            fixture = fixture();
            fixture.givenAPublished(noted(armed(ALWAYS), NOON));
            hears(noted(breached(), DUE));
            assertThat(opens()).isEqualTo("2026-02-10 16:00:00");
        }

        @Test
        void goes_at_any_hour_where_the_client_said_that_it_can_not_wait() throws Exception {
            streams.written(Urgency.HIGH);
            hears(noted(breached(), DUE));
            assertThat(opens()).isEqualTo("2026-02-10 16:00:00");
        }

        @Test
        void waits_where_urgency_is_only_presumed() throws Exception {
            streams.written(Urgency.PRESUMED_HIGH);
            hears(noted(breached(), DUE));
            assertThat(opens()).isEqualTo("2026-02-11 07:00:00");
        }
    }
}
