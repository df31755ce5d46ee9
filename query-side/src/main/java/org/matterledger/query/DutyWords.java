package org.matterledger.query;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.matterledger.values.CancelReason;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;

/** What people call duties and what becomes of them. */
public final class DutyWords {

    private static final Pattern NAMED = Pattern.compile("obligation-.*-[0-9]+-([a-z-]+)");

    private DutyWords() {}

    /** The kind that an obligation's id names behind its entry, before a name of its own where it has one. */
    public static ObligationKind kind(ObligationId id) {
        var named = NAMED.matcher(id.value());
        return Stream.of(ObligationKind.values())
                .filter(kind -> named.matches()
                        && (named.group(1) + "-")
                                .startsWith(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " names no kind of duty"));
    }

    /** Within a sentence: {@code the answer to the client}. */
    public static String noun(ObligationKind kind) {
        return switch (kind) {
            case REPLY -> "the answer to the client";
            case KEEP_PROMISE -> "the promise to the client";
            case KEEP_INFORMED -> "the next word to the client";
            case DELAY_NOTICE -> "the notice of delay";
            case ACCEPT_OR_DECLINE -> "the word on the task";
            case DELIVER_TASK -> "the delivery of the task";
            case ACK_COMPLAINT -> "the acknowledgement of the complaint";
        };
    }

    /** What the holder has to do, as a head: {@code Answer the client}. */
    public static String toDo(ObligationKind kind) {
        return switch (kind) {
            case REPLY -> "Answer the client";
            case KEEP_PROMISE -> "Keep the promise";
            case KEEP_INFORMED -> "Let the client hear from us";
            case DELAY_NOTICE -> "Announce the delay, or keep the date";
            case ACCEPT_OR_DECLINE -> "Accept or decline the task";
            case DELIVER_TASK -> "Deliver the task";
            case ACK_COMPLAINT -> "Acknowledge the complaint";
        };
    }

    /**
     * A link that leads to where it is done.
     *
     * @param words what it says
     * @param act what the form begins with; empty for the usual
     */
    public record Act(String words, String act) {}

    /** What can be done about a duty, the usual first. */
    public static List<Act> acts(ObligationKind kind) {
        return switch (kind) {
            case REPLY -> List.of(new Act("Write now", ""), new Act("Promise a date", "HOLDING_REPLY"));
            case KEEP_PROMISE -> List.of(new Act("Write now", ""), new Act("Announce a delay", "DELAY_NOTICE"));
            case KEEP_INFORMED -> List.of(new Act("Write now", ""));
            case DELAY_NOTICE -> List.of(new Act("Announce the delay", ""));
            case ACK_COMPLAINT -> List.of(new Act("Acknowledge now", ""));
            case ACCEPT_OR_DECLINE -> List.of(new Act("Decide now", ""));
            case DELIVER_TASK -> List.of(new Act("Deliver now", ""), new Act("Announce a delay", "DELAY_NOTICE"));
        };
    }

    /** By what a due time was reckoned: {@code end of working day, calendar Kyiv v2, policy v1}. */
    public static String reason(Reckoned reckoned, Hours hours) {
        return "%s, calendar %s v%d, policy v%d"
                .formatted(
                        Words.of(reckoned.rule()), hours.name(), reckoned.calendarVersion(), reckoned.policyVersion());
    }

    public static String level(Level level) {
        return switch (level) {
            case WARNING -> "the holder";
            case DEPUTY -> "the holder's deputy";
            case PARTNER -> "the accountable partner";
        };
    }

    public static String reason(CancelReason reason) {
        return switch (reason) {
            case NEEDS_NO_ANSWER -> "it needs no answer";
            case RECKONED_AGAIN -> "reckoned again by what is known now";
            case PROMISE_ENDED -> "the promise that it warned about has ended";
            case TASK_ENDED -> "the task has ended";
            case MATTER_CLOSED -> "the matter was closed";
        };
    }

    public static String result(Reassessment result) {
        return switch (result) {
            case MET_RECORDED_LATE -> "kept in time and recorded late";
            case MET_AS_CORRECTED -> "the facts were corrected";
            case EXCUSED -> "a reviewer excused it";
        };
    }

    public static String result(DutyResult result) {
        return switch (result) {
            case OPEN -> "still open";
            case KEPT -> "kept";
            case KEPT_LATE -> "kept late";
            case REPLACED_WITH_NOTICE -> "promised anew, with notice";
            case REPLACED_WITHOUT_NOTICE -> "promised anew, without notice";
            case CANCELLED -> "no longer owed";
        };
    }
}
