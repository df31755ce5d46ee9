package org.matterledger.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.CutOff;
import org.matterledger.values.MatterId;
import org.matterledger.values.PolicyId;

/** By which hours, limits and versions a matter's duties are reckoned from an instant on. Never one-sided (R000-17). */
public sealed interface TermsEvent extends MatterEvent {

    /**
     * Firm and client agreed on whose hours hold; a contract may say round the clock (R000-05, R003-18).
     *
     * @param evidence where the contract says so
     */
    @EventType(name = "terms.hours-agreed")
    record HoursAgreed(
            MatterId matterId,
            CalendarId calendarId,
            int calendarVersion,
            @Nullable ConfidentialText evidence,
            Instant occurredAt)
            implements TermsEvent {}

    /**
     * Firm and client agreed on how long the client may hear nothing.
     *
     * @param days the longest silence, in local days; never none (R001-03)
     */
    @EventType(name = "terms.silence-limit-agreed")
    record SilenceLimitAgreed(
            MatterId matterId, int days, @Nullable ConfidentialText evidence, Instant occurredAt)
            implements TermsEvent {}

    /**
     * Firm and client agreed on how fast the firm answers, all at once.
     *
     * @param cutOff until when a message is answered on its own day; absent where the policy's holds
     * @param replyWithin open time within which the firm answers; absent where the working day counts
     * @param acceptWithin open time within which a task is accepted or declined; absent for the next working day
     */
    @EventType(name = "terms.answer-times-agreed")
    record AnswerTimesAgreed(
            MatterId matterId,
            @Nullable CutOff cutOff,
            @Nullable Duration replyWithin,
            @Nullable Duration acceptWithin,
            @Nullable ConfidentialText evidence,
            Instant occurredAt)
            implements TermsEvent {}

    /** The matter's calendar has a new version; what runs is planned anew (semantics 4.2, 13). */
    @EventType(name = "terms.calendar-adopted")
    record CalendarAdopted(MatterId matterId, CalendarId calendarId, int calendarVersion, Instant occurredAt)
            implements TermsEvent {}

    /** The firm's policy has a new version. */
    @EventType(name = "terms.policy-adopted")
    record PolicyAdopted(MatterId matterId, PolicyId policyId, int policyVersion, Instant occurredAt)
            implements TermsEvent {}
}
