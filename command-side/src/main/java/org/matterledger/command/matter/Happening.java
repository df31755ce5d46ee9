package org.matterledger.command.matter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ObligationId;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;

/**
 * What the clocks of a matter look at: the facts, as known now, each at the instant at which it happened in the world.
 * Everything that is owed is reckoned from these and from nothing else.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Happening.Began.class, name = "began"),
    @JsonSubTypes.Type(value = Happening.TermsChanged.class, name = "terms"),
    @JsonSubTypes.Type(value = Happening.HandedOver.class, name = "handed-over"),
    @JsonSubTypes.Type(value = Happening.ClientWrote.class, name = "client"),
    @JsonSubTypes.Type(value = Happening.TaskAsked.class, name = "task-asked"),
    @JsonSubTypes.Type(value = Happening.Complained.class, name = "complained"),
    @JsonSubTypes.Type(value = Happening.FirmWrote.class, name = "firm"),
    @JsonSubTypes.Type(value = Happening.AnswerWaived.class, name = "waived"),
    @JsonSubTypes.Type(value = Happening.TaskTaken.class, name = "task-taken"),
    @JsonSubTypes.Type(value = Happening.TaskDropped.class, name = "task-dropped"),
    @JsonSubTypes.Type(value = Happening.TaskDone.class, name = "task-done"),
    @JsonSubTypes.Type(value = Happening.ComplaintHeard.class, name = "complaint-heard"),
    @JsonSubTypes.Type(value = Happening.Closed.class, name = "closed")
})
sealed interface Happening {

    /**
     * The order of the world. Of what happened at one instant, what asks comes before what answers, and what promises
     * before what keeps it: by what it is, never by when it was told.
     */
    Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparingInt(Happening::rank)
            .thenComparing(Happening::promised, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Happening::stated, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Happening::again, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingLong(Happening::sequence);

    /** The sequence of the event that recorded it. */
    long sequence();

    Instant at();

    /** Its place among what happened at the same instant. */
    private int rank() {
        return switch (this) {
            case Began ignored -> 0;
            case TermsChanged ignored -> 1;
            case HandedOver ignored -> 2;
            case ClientWrote ignored -> 3;
            case TaskAsked ignored -> 4;
            case Complained ignored -> 5;
            case FirmWrote wrote when wrote.holding() -> 6;
            case FirmWrote wrote when wrote.about() != null -> 7;
            case FirmWrote ignored -> 8;
            case AnswerWaived ignored -> 9;
            case TaskTaken ignored -> 10;
            case TaskDropped ignored -> 11;
            case TaskDone ignored -> 12;
            case ComplaintHeard ignored -> 13;
            case Closed ignored -> 14;
        };
    }

    /** Whether it settles what was asked: recorded after that, wherever it stands in the world. */
    default boolean settles(Happening asked) {
        return sequence() > asked.sequence()
                && switch (this) {
                    case TaskTaken taken ->
                        asked instanceof TaskAsked task && task.task().equals(taken.task());
                    case TaskDropped dropped ->
                        asked instanceof TaskAsked task && task.task().equals(dropped.task());
                    case TaskDone done ->
                        asked instanceof TaskTaken taken && taken.task().equals(done.task());
                    case ComplaintHeard heard ->
                        asked instanceof Complained told && told.complaint().equals(heard.complaint());
                    default -> false;
                };
    }

    private @Nullable LocalDate promised() {
        return this instanceof FirmWrote wrote ? wrote.promisedFor() : null;
    }

    private @Nullable LocalTime stated() {
        return this instanceof FirmWrote wrote ? wrote.promisedTime() : null;
    }

    private @Nullable LocalDate again() {
        return this instanceof FirmWrote wrote ? wrote.nextContactBy() : null;
    }

    /** The matter was opened or taken over; silence counts from {@code since}, the last known contact. */
    record Began(long sequence, Instant at, Instant since) implements Happening {}

    /** Other hours, limits or versions hold from here on. */
    record TermsChanged(long sequence, Instant at) implements Happening {}

    record HandedOver(long sequence, Instant at, StaffId to) implements Happening {}

    /**
     * The client's side wrote or called.
     *
     * @param contact whether a person wrote; machines want no answer
     * @param within the speed of answer agreed for the channel; absent where none was
     * @param needless whether it never needed an answer, as became known
     */
    record ClientWrote(
            long sequence,
            Instant at,
            @Nullable ThreadId thread,
            ChannelKind channel,
            boolean contact,
            @Nullable Duration within,
            boolean needless)
            implements Happening {

        ClientWrote neverNeedingAnswer() {
            return new ClientWrote(sequence, at, thread, channel, contact, within, true);
        }

        /** Whether it answers what the firm wrote on a channel: there, later, and by a person. */
        boolean answers(FirmWrote wrote) {
            return contact && channel == wrote.channel() && at.isAfter(wrote.at());
        }
    }

    /**
     * The firm's side wrote or spoke.
     *
     * @param inReplyTo sequence of the entry that it answers
     * @param inThread whether it speaks in a thread at all; an update that names none answers nothing
     * @param agreed whether the parties had agreed on the channel, or spoke; else it counts once the client answers there
     * @param spoken whether they spoke with each other: that needs no agreement
     * @param substantive whether a person wrote something of substance
     * @param client whether it went to a contact person of the client
     * @param informs whether one of them stands for the client (rules.md 1.8, 5)
     * @param holding whether it only names a date for the answer
     * @param promisedFor that date, or the new date of what is late
     * @param promisedTime by which local time of that date; absent for its close
     * @param nextContactBy the date by which the client hears again
     * @param about the promise or delivery that is late
     * @param adopted whether it takes effect; not so where it was told too late, until a reviewer adopts it
     * @param failed whether it did not arrive
     */
    record FirmWrote(
            long sequence,
            Instant at,
            @Nullable ThreadId thread,
            @Nullable Long inReplyTo,
            boolean inThread,
            ChannelKind channel,
            boolean agreed,
            boolean spoken,
            boolean substantive,
            boolean client,
            boolean informs,
            boolean holding,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable LocalDate nextContactBy,
            @Nullable ObligationId about,
            boolean adopted,
            boolean failed)
            implements Happening {

        FirmWrote withFailure() {
            return new FirmWrote(
                    sequence,
                    at,
                    thread,
                    inReplyTo,
                    inThread,
                    channel,
                    agreed,
                    spoken,
                    substantive,
                    client,
                    informs,
                    holding,
                    promisedFor,
                    promisedTime,
                    nextContactBy,
                    about,
                    adopted,
                    true);
        }

        FirmWrote withAdoption() {
            return new FirmWrote(
                    sequence,
                    at,
                    thread,
                    inReplyTo,
                    inThread,
                    channel,
                    agreed,
                    spoken,
                    substantive,
                    client,
                    informs,
                    holding,
                    promisedFor,
                    promisedTime,
                    nextContactBy,
                    about,
                    true,
                    failed);
        }
    }

    /** A person decided that a message needs no answer. */
    record AnswerWaived(long sequence, Instant at, long message) implements Happening {}

    /** A task stands in writing, or as confirmed by the client. @param instance how often it was set by then (4.2, 17) */
    record TaskAsked(long sequence, Instant at, String task, int instance) implements Happening {}

    record TaskTaken(long sequence, Instant at, String task, LocalDate dueOn, Instant due, int instance)
            implements Happening {}

    record TaskDropped(long sequence, Instant at, String task) implements Happening {}

    record TaskDone(long sequence, Instant at, String task) implements Happening {}

    record Complained(long sequence, Instant at, String complaint) implements Happening {}

    record ComplaintHeard(long sequence, Instant at, String complaint) implements Happening {}

    record Closed(long sequence, Instant at) implements Happening {}
}
