package org.matterledger.command.policy;

import static org.matterledger.command.Trial.given;
import static org.matterledger.command.policy.PolicyRule.DELAY_IS_TOLD_IN_THE_DAYS_BEFORE;
import static org.matterledger.command.policy.PolicyRule.LATE_FACTS_ARE_SOON_FOR_A_REVIEWER;
import static org.matterledger.command.policy.PolicyRule.PARTNER_LEARNS_OF_WHAT_WAS_MISSED;
import static org.matterledger.command.policy.PolicyRule.PROMISE_LIES_WITHIN_SIGHT;
import static org.matterledger.command.policy.PolicyRule.RE_PROMISES_ARE_COUNTED;
import static org.matterledger.command.policy.PolicyRule.RUNGS_STAND_IN_ORDER;
import static org.matterledger.command.policy.PolicyRule.SILENCE_ALWAYS_HAS_A_LIMIT;
import static org.matterledger.command.policy.PolicyRule.WARNING_COMES_BEFORE_THE_DUE_TIME;
import static org.matterledger.command.policy.SamplePolicy.NOW;
import static org.matterledger.command.policy.SamplePolicy.ladder;
import static org.matterledger.command.policy.SamplePolicy.limit;
import static org.matterledger.command.policy.SamplePolicy.load;
import static org.matterledger.command.policy.SamplePolicy.ordinary;
import static org.matterledger.command.policy.SamplePolicy.publish;
import static org.matterledger.command.policy.SamplePolicy.published;
import static org.matterledger.values.Level.DEPUTY;
import static org.matterledger.values.Level.PARTNER;
import static org.matterledger.values.Level.WARNING;
import static org.matterledger.values.ObligationKind.DELAY_NOTICE;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.REPLY;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matterledger.command.policy.SamplePolicy.Numbers;
import org.matterledger.values.CutOff;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.RuleMode;
import org.matterledger.values.Rung;

class PolicyTest {

    @Nested
    class Publishing {

        @Test
        void makes_the_first_version() {
            given(Policy.class).when(publish(ordinary()), NOW).records(published(1, ordinary(), null));
        }

        @Test
        void other_numbers_makes_the_next_version() {
            given(Policy.class, published(1, ordinary(), null))
                    .when(publish(limit(21)), NOW)
                    .records(published(2, limit(21), null));
        }

        @Test
        void over_what_came_with_the_ledger_makes_the_firms_own_version() {
            given(Policy.class, published(1, ordinary(), 1))
                    .when(publish(limit(21)), NOW)
                    .records(published(2, limit(21), null));
        }

        @Test
        void the_same_again_records_nothing() {
            given(Policy.class, published(1, ordinary(), null))
                    .when(publish(ordinary()), NOW.plusSeconds(60))
                    .records_nothing_new();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 365})
        void the_shortest_and_the_longest_silence_is_accepted(int days) {
            accepted(limit(days));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 366})
        void silence_without_a_limit_is_refused(int days) {
            refused(limit(days), SILENCE_ALWAYS_HAS_A_LIMIT);
        }

        @Test
        void silence_that_nobody_watches_is_refused_and_one_that_only_warns_is_accepted() {
            refused(silenceIs(RuleMode.OFF), SILENCE_ALWAYS_HAS_A_LIMIT);
            accepted(silenceIs(RuleMode.WARN));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 20})
        void a_short_window_for_late_facts_is_accepted(int days) {
            accepted(new Numbers(14, days, 30, 2, 1).pack());
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 21})
        void a_window_that_no_reviewer_sees_the_end_of_is_refused(int days) {
            refused(new Numbers(14, days, 30, 2, 1).pack(), LATE_FACTS_ARE_SOON_FOR_A_REVIEWER);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 365})
        void a_promise_within_sight_is_accepted(int days) {
            accepted(new Numbers(14, 2, days, 2, 1).pack());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 366})
        void a_promise_out_of_sight_is_refused(int days) {
            refused(new Numbers(14, 2, days, 2, 1).pack(), PROMISE_LIES_WITHIN_SIGHT);
        }

        @Test
        void the_first_re_promise_may_tell_the_partner_but_none_before_it() {
            accepted(new Numbers(14, 2, 30, 1, 1).pack());
            refused(new Numbers(14, 2, 30, 0, 1).pack(), RE_PROMISES_ARE_COUNTED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 10})
        void a_lead_of_some_days_is_accepted(int days) {
            accepted(new Numbers(14, 2, 30, 2, days).pack());
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 11})
        void a_lead_after_the_promise_or_long_before_it_is_refused(int days) {
            refused(new Numbers(14, 2, 30, 2, days).pack(), DELAY_IS_TOLD_IN_THE_DAYS_BEFORE);
        }

        @Test
        void rungs_in_order_are_accepted() {
            accepted(ladder(REPLY, new Rung(WARNING, -1), new Rung(DEPUTY, 0), new Rung(PARTNER, 0)));
            accepted(ladder(REPLY, new Rung(WARNING, -30), new Rung(PARTNER, 30)));
            accepted(ladder(REPLY));
        }

        @Test
        void rungs_out_of_order_are_refused() {
            refused(ladder(REPLY, new Rung(PARTNER, 1), new Rung(DEPUTY, 0)), RUNGS_STAND_IN_ORDER);
        }

        @Test
        void a_level_on_two_rungs_is_refused() {
            refused(ladder(REPLY, new Rung(WARNING, -2), new Rung(WARNING, -1)), RUNGS_STAND_IN_ORDER);
        }

        @ParameterizedTest
        @ValueSource(ints = {-31, 31, Integer.MIN_VALUE, Integer.MAX_VALUE})
        void a_rung_far_away_is_refused(int days) {
            refused(ladder(REPLY, new Rung(DEPUTY, days)), RUNGS_STAND_IN_ORDER);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1})
        void a_warning_when_it_is_too_late_is_refused(int days) {
            refused(ladder(KEEP_INFORMED, new Rung(WARNING, days)), WARNING_COMES_BEFORE_THE_DUE_TIME);
        }

        @Test
        void a_warning_with_the_due_time_is_accepted_of_a_delay_notice_alone() {
            accepted(ladder(DELAY_NOTICE, new Rung(WARNING, 0)));
            refused(ladder(DELAY_NOTICE, new Rung(WARNING, 1)), WARNING_COMES_BEFORE_THE_DUE_TIME);
        }

        @Test
        void a_partner_who_learns_before_anything_was_missed_is_refused() {
            refused(ladder(REPLY, new Rung(PARTNER, -1)), PARTNER_LEARNS_OF_WHAT_WAS_MISSED);
        }

        private static PolicyPack silenceIs(RuleMode mode) {
            return new PolicyPack(14, CutOff.CLOSE, 2, 30, 2, 1, Map.of(), Map.of(KEEP_INFORMED, mode), Map.of(), null);
        }

        private void accepted(PolicyPack pack) {
            given(Policy.class).when(publish(pack), NOW).records(published(1, pack, null));
        }

        private void refused(PolicyPack pack, PolicyRule rule) {
            given(Policy.class).when(publish(pack), NOW).is_refused_by(rule);
        }
    }

    @Nested
    class Loading_an_edition {

        @Test
        void makes_the_first_version_where_the_firm_has_none() {
            given(Policy.class).when(load(1, ordinary()), NOW).records(published(1, ordinary(), 1));
        }

        @Test
        void again_records_nothing() {
            given(Policy.class, published(1, ordinary(), 1))
                    .when(load(1, ordinary()), NOW)
                    .records_nothing_new();
        }

        @Test
        void follows_an_older_edition() {
            given(Policy.class, published(1, ordinary(), 1))
                    .when(load(3, limit(21)), NOW)
                    .records(published(2, limit(21), 3));
        }

        @Test
        void never_goes_back_to_an_older_one() {
            given(Policy.class, published(1, ordinary(), 2))
                    .when(load(1, limit(21)), NOW)
                    .records_nothing_new();
        }

        @Test
        void that_says_the_same_as_the_last_records_nothing() {
            given(Policy.class, published(1, ordinary(), 1))
                    .when(load(2, ordinary()), NOW)
                    .records_nothing_new();
        }

        @Test
        void leaves_the_firms_own_word_as_it_is() {
            given(Policy.class, published(1, ordinary(), 1), published(2, limit(21), null))
                    .when(load(2, limit(7)), NOW)
                    .records_nothing_new();
        }

        @Test
        void with_nonsense_in_it_is_refused() {
            given(Policy.class).when(load(1, limit(0)), NOW).is_refused_by(SILENCE_ALWAYS_HAS_A_LIMIT);
        }
    }
}
