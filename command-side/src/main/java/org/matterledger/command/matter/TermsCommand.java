package org.matterledger.command.matter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.CutOff;
import org.matterledger.values.MatterId;

/** What firm and client agreed on hours and limits, with where the contract or letter says so. */
sealed interface TermsCommand extends MatterCommand {

    record AgreeHours(
            MatterId matterId,
            CalendarId calendarId,
            @Nullable ConfidentialText evidence) implements TermsCommand {}

    /** @param days longest silence, in local days */
    record AgreeSilenceLimit(
            MatterId matterId, int days, @Nullable ConfidentialText evidence) implements TermsCommand {}

    record AgreeAnswerTimes(
            MatterId matterId,
            @Nullable CutOff cutOff,
            @Nullable Duration replyWithin,
            @Nullable Duration acceptWithin,
            @Nullable ConfidentialText evidence)
            implements TermsCommand {}
}
