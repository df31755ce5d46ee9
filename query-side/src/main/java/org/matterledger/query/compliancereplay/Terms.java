package org.matterledger.query.compliancereplay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.TermsEvent;
import org.matterledger.events.TermsEvent.AnswerTimesAgreed;
import org.matterledger.events.TermsEvent.CalendarAdopted;
import org.matterledger.events.TermsEvent.HoursAgreed;
import org.matterledger.events.TermsEvent.PolicyAdopted;
import org.matterledger.events.TermsEvent.SilenceLimitAgreed;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.CutOff;
import org.matterledger.values.PolicyId;
import org.matterledger.values.StaffId;

/** By what a matter's duties are reckoned, and who serves it. Absent where the policy's numbers hold. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Terms(
        StaffId responsible,
        StaffId accountablePartner,
        CalendarId calendar,
        int calendarVersion,
        @Nullable PolicyId policy,
        @Nullable Integer policyVersion,

        @Schema(description = "The longest silence, in local days, where another than the policy's was agreed.")
        @Nullable
        Integer silenceLimit,

        @Nullable CutOff cutOff,
        @Nullable Duration replyWithin,
        @Nullable Duration acceptWithin,

        @Schema(description = "How far the two sides got about each channel: PROPOSED, AGREED, DECLINED or WITHDRAWN.")
        Map<ChannelId, String> channels) {

    static Terms of(MatterOpened opened) {
        return new Terms(
                opened.responsible(),
                opened.accountablePartner(),
                opened.calendarId(),
                opened.calendarVersion(),
                opened.policyId(),
                opened.policyVersion(),
                opened.silenceLimit(),
                null,
                null,
                null,
                Map.of(opened.mainChannel(), "AGREED"));
    }

    Terms with(TermsEvent event) {
        return switch (event) {
            case HoursAgreed hours -> reckonedBy(hours.calendarId(), hours.calendarVersion());
            case CalendarAdopted adopted ->
                adopted.calendarId().equals(calendar) ? reckonedBy(calendar, adopted.calendarVersion()) : this;
            case PolicyAdopted adopted -> under(adopted.policyId(), adopted.policyVersion());
            case SilenceLimitAgreed limit -> silentAtMost(limit.days());
            case AnswerTimesAgreed times -> answering(times.cutOff(), times.replyWithin(), times.acceptWithin());
        };
    }

    Terms servedBy(StaffId staff) {
        return new Terms(
                staff,
                accountablePartner,
                calendar,
                calendarVersion,
                policy,
                policyVersion,
                silenceLimit,
                cutOff,
                replyWithin,
                acceptWithin,
                channels);
    }

    Terms with(ProtocolEvent event) {
        var state = switch (event) {
            case ProtocolEvent.ChannelProposed ignored -> "PROPOSED";
            case ProtocolEvent.ChannelAgreed ignored -> "AGREED";
            case ProtocolEvent.ChannelDeclined ignored -> "DECLINED";
            case ProtocolEvent.ChannelWithdrawn ignored -> "WITHDRAWN";
        };
        Map<ChannelId, String> spoken = new TreeMap<>(Comparator.comparing(ChannelId::value));
        spoken.putAll(channels);
        spoken.put(event.channelId(), state);
        return new Terms(
                responsible,
                accountablePartner,
                calendar,
                calendarVersion,
                policy,
                policyVersion,
                silenceLimit,
                cutOff,
                replyWithin,
                acceptWithin,
                spoken);
    }

    private Terms reckonedBy(CalendarId other, int version) {
        return new Terms(
                responsible,
                accountablePartner,
                other,
                version,
                policy,
                policyVersion,
                silenceLimit,
                cutOff,
                replyWithin,
                acceptWithin,
                channels);
    }

    private Terms under(PolicyId other, int version) {
        return new Terms(
                responsible,
                accountablePartner,
                calendar,
                calendarVersion,
                other,
                version,
                silenceLimit,
                cutOff,
                replyWithin,
                acceptWithin,
                channels);
    }

    private Terms silentAtMost(int days) {
        return new Terms(
                responsible,
                accountablePartner,
                calendar,
                calendarVersion,
                policy,
                policyVersion,
                days,
                cutOff,
                replyWithin,
                acceptWithin,
                channels);
    }

    private Terms answering(@Nullable CutOff until, @Nullable Duration reply, @Nullable Duration accept) {
        return new Terms(
                responsible,
                accountablePartner,
                calendar,
                calendarVersion,
                policy,
                policyVersion,
                silenceLimit,
                until,
                reply,
                accept,
                channels);
    }
}
