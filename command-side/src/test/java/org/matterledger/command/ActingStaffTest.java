package org.matterledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceCancelled;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

class ActingStaffTest {

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant FROM = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant DURING = Instant.parse("2026-03-04T07:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-07T07:00:00Z");
    private static final StaffId OLHA = new StaffId("staff-olha");
    private static final StaffId PETRO = new StaffId("staff-petro");
    private static final StaffId IRYNA = new StaffId("staff-iryna");
    private static final StaffId BOSS = new StaffId("staff-boss");

    private final Map<String, List<LedgerEvent>> record = new HashMap<>();
    private final List<Set<String>> reads = new ArrayList<>();

    private StaffId holder(Instant at) {
        return ActingStaff.read(this::read, at, Set.of(OLHA)).holder(OLHA, BOSS, at);
    }

    private Map<String, List<LedgerEvent>> read(Set<String> streams) {
        reads.add(Set.copyOf(streams));
        var told = new HashMap<>(record);
        told.keySet().retainAll(streams);
        return told;
    }

    private void happened(StaffId staff, LedgerEvent event) {
        record.computeIfAbsent(
                        staff.value(),
                        stream -> new ArrayList<>(List.of(new StaffRegistered(
                                staff,
                                new ConfidentialText(stream, "1", "bmFtZQ=="),
                                Set.of(StaffRole.FEE_EARNER),
                                null,
                                BEGIN))))
                .add(event);
    }

    private void there(StaffId staff) {
        deputy(staff, null);
    }

    private void deputy(StaffId staff, @Nullable StaffId deputy) {
        happened(staff, new StaffDeputyNamed(staff, deputy, BEGIN));
    }

    private AbsenceId away(StaffId staff, Instant from, Instant until) {
        var absence = AbsenceId.random();
        happened(staff, new StaffAbsenceRecorded(staff, absence, from, until, BEGIN));
        return absence;
    }

    @Nested
    class Who_is_there {

        @Test
        void acts_and_nobody_else_is_asked() {
            deputy(OLHA, PETRO);
            assertThat(holder(DURING)).isEqualTo(OLHA);
            assertThat(reads).containsExactly(Set.of(OLHA.value()));
        }

        @Test
        void acts_up_to_the_absence_and_from_its_end_on() {
            deputy(OLHA, PETRO);
            there(PETRO);
            away(OLHA, FROM, UNTIL);
            assertThat(holder(FROM.minusMillis(1))).isEqualTo(OLHA);
            assertThat(holder(FROM)).isEqualTo(PETRO);
            assertThat(holder(UNTIL.minusMillis(1))).isEqualTo(PETRO);
            assertThat(holder(UNTIL)).isEqualTo(OLHA);
        }

        @Test
        void acts_again_when_the_absence_was_cancelled_and_not_before() {
            deputy(OLHA, PETRO);
            there(PETRO);
            var absence = away(OLHA, FROM, UNTIL);
            happened(OLHA, new StaffAbsenceCancelled(OLHA, absence, DURING));
            assertThat(holder(DURING.minusMillis(1))).isEqualTo(PETRO);
            assertThat(holder(DURING)).isEqualTo(OLHA);
        }

        @Test
        void is_away_by_any_of_several_absences() {
            deputy(OLHA, PETRO);
            there(PETRO);
            var holiday = away(OLHA, FROM, UNTIL);
            away(OLHA, DURING, UNTIL.plus(Duration.ofDays(3)));
            happened(OLHA, new StaffAbsenceCancelled(OLHA, holiday, BEGIN));
            assertThat(holder(FROM)).isEqualTo(OLHA);
            assertThat(holder(DURING)).isEqualTo(PETRO);
            assertThat(holder(UNTIL)).isEqualTo(PETRO);
        }

        @Test
        void is_asked_together_with_what_else_a_decision_needs() {
            deputy(OLHA, PETRO);
            ActingStaff.read(ActingStaffTest.this::read, DURING, Set.of(OLHA), "client-1", "calendar-1");
            assertThat(reads).containsExactly(Set.of(OLHA.value(), "client-1", "calendar-1"));
        }
    }

    @Nested
    class In_an_absence {

        @Test
        void the_deputys_deputy_acts_when_the_deputy_is_away_too() {
            deputy(OLHA, PETRO);
            deputy(PETRO, IRYNA);
            there(IRYNA);
            away(OLHA, FROM, UNTIL);
            away(PETRO, FROM, DURING);
            assertThat(holder(FROM)).isEqualTo(IRYNA);
            assertThat(holder(DURING)).isEqualTo(PETRO);
        }

        @Test
        void the_partner_holds_what_nobody_was_named_for() {
            there(OLHA);
            away(OLHA, FROM, UNTIL);
            assertThat(holder(DURING)).isEqualTo(BOSS);
            assertThat(ActingStaff.read(ActingStaffTest.this::read, DURING, Set.of(OLHA))
                            .actingFor(OLHA, DURING))
                    .isEmpty();
        }

        @Test
        void the_partner_holds_what_goes_round_in_a_circle() {
            deputy(OLHA, PETRO);
            deputy(PETRO, OLHA);
            away(OLHA, FROM, UNTIL);
            away(PETRO, FROM, UNTIL);
            assertThat(holder(DURING)).isEqualTo(BOSS);
            assertThat(reads).hasSize(2);
        }

        @Test
        void the_fifth_deputy_is_the_last_one_asked() {
            var chain = List.of(OLHA, s(1), s(2), s(3), s(4), s(5), s(6));
            for (var i = 0; i < 5; i++) {
                deputy(chain.get(i), chain.get(i + 1));
                away(chain.get(i), FROM, UNTIL);
            }
            deputy(s(5), s(6));
            there(s(6));
            assertThat(holder(DURING)).isEqualTo(s(5));
            away(s(5), FROM, UNTIL);
            assertThat(holder(DURING)).isEqualTo(BOSS);
        }

        @Test
        void a_deputy_named_later_did_not_act_before() {
            there(OLHA);
            there(PETRO);
            away(OLHA, FROM, UNTIL);
            happened(OLHA, new StaffDeputyNamed(OLHA, PETRO, DURING));
            assertThat(holder(FROM)).isEqualTo(BOSS);
            assertThat(holder(DURING)).isEqualTo(PETRO);
        }

        private StaffId s(int number) {
            return new StaffId("staff-" + number);
        }
    }

    @Nested
    class Who_left {

        @Test
        void is_acted_for_by_the_deputy_for_good() {
            deputy(OLHA, PETRO);
            there(PETRO);
            happened(OLHA, new StaffLeft(OLHA, DURING));
            assertThat(holder(FROM)).isEqualTo(OLHA);
            assertThat(holder(DURING)).isEqualTo(PETRO);
            assertThat(holder(UNTIL.plus(Duration.ofDays(1000)))).isEqualTo(PETRO);
        }

        @Test
        void acts_for_nobody() {
            deputy(OLHA, PETRO);
            away(OLHA, FROM, UNTIL);
            deputy(PETRO, IRYNA);
            there(IRYNA);
            happened(PETRO, new StaffLeft(PETRO, BEGIN));
            assertThat(holder(DURING)).isEqualTo(IRYNA);
        }

        @Test
        void and_who_never_worked_here_are_the_partners_to_answer_for() {
            assertThat(holder(DURING)).isEqualTo(BOSS);
        }
    }
}
