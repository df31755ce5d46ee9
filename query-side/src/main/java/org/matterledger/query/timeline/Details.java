package org.matterledger.query.timeline;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.Correction;
import org.matterledger.values.Source;

/** What an entry of the timeline says beside when and by whom; each event fills what it has. No confidential text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Details(
        @Schema(description = "Which side spoke about a channel, or called.", example = "CLIENT") @Nullable
        String party,

        @Schema(description = "The person at the client.") @Nullable
        String person,

        @Schema(description = "To whom it went.") @Nullable List<String> to,

        @Schema(description = "The staff member who wrote, spoke, or is responsible.") @Nullable
        String staff,

        @Nullable ChannelKind channel,

        @Schema(description = "The channel agreed on.") @Nullable
        String agreement,

        @Nullable ChannelTerms terms,

        @Schema(description = "What an update tells, or how a task was set.", example = "NO_CHANGE") @Nullable
        String kind,

        @Schema(description = "What kind of message, where it is no ordinary one.", example = "STATUS_CHASE") @Nullable
        String nature,

        @Schema(description = "How a fact departs from what was agreed.") @Nullable
        List<String> deviations,

        @Schema(description = "SHA-256 of the content.") @Nullable
        String digest,

        @Schema(description = "Whether what the client asked was answered in the call.") @Nullable
        Boolean answered,

        @Schema(description = "Whether it looks as if it needs no answer; a person decides.") @Nullable
        Boolean noAnswerSuggested,

        @Schema(description = "By when the client hears again.") @Nullable
        LocalDate nextContactBy,

        @Schema(description = "The date that was promised, or agreed for a task.") @Nullable
        LocalDate promisedFor,

        @Schema(
                description = "The local time of that date, where one was stated; else it is its close.",
                example = "15:00")
        @JsonFormat(pattern = "HH:mm")
        @Nullable
        LocalTime promisedTime,

        @Schema(description = "The topic.") @Nullable String thread,

        @Schema(description = "The entry that it answers.") @Nullable
        String inReplyTo,

        @Schema(description = "The entry that it is about.") @Nullable
        String about,

        @Schema(description = "What of that entry was wrong; the rest stays.") @Nullable
        Correction correction,

        @Schema(description = "The matter to which that entry belongs.") @Nullable
        String movedTo,

        @Schema(description = "The entry that was recorded in another matter by mistake.") @Nullable
        String movedFrom,

        @Schema(description = "The task or complaint.") @Nullable
        String subject,

        @Schema(description = "What a term or number now is.", example = "14") @Nullable
        String agreed,

        @Schema(description = "What it says about a duty.") @Nullable
        Owed owed,

        @Nullable Source source) {}
