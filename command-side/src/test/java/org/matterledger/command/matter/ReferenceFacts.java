package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CutOff;
import org.matterledger.values.WorkCalendar;

/** What the reference model is told: plain facts, each with a number of its own, none of the product's types. */
final class ReferenceFacts {

    /**
     * The order of the world; of what happened at one instant, what asks comes before what answers or keeps it. Facts of
     * one instant that nothing else tells apart stay as they were told.
     */
    static final Comparator<Fact> ORDER = Comparator.comparing(Fact::at).thenComparing(ReferenceFacts::rank);

    private ReferenceFacts() {}

    /** What holds from an instant on. */
    record Agreed(
            Instant from,
            WorkCalendar calendar,
            int silence,
            CutOff cutOff,
            @Nullable Duration reply,
            @Nullable Duration accept,
            int noticeLead,
            int longestPromise,
            int lateWindow) {

        Agreed since(Instant at) {
            return new Agreed(at, calendar, silence, cutOff, reply, accept, noticeLead, longestPromise, lateWindow);
        }

        Agreed by(WorkCalendar other) {
            return new Agreed(from, other, silence, cutOff, reply, accept, noticeLead, longestPromise, lateWindow);
        }
    }

    sealed interface Fact {
        int nr();

        Instant at();
    }

    record Opened(int nr, Instant at, Instant lastContact) implements Fact {}

    record HandedOver(int nr, Instant at, String to) implements Fact {}

    /**
     * @param target the speed agreed for the channel
     * @param needless whether it never needed an answer
     */
    record Heard(
            int nr,
            Instant at,
            String thread,
            String channel,
            boolean person,
            @Nullable Duration target,
            boolean needless)
            implements Fact {

        /** It turns out to have been written at another time, by another channel perhaps. */
        Heard movedTo(Instant really, String by, @Nullable Duration targetThen) {
            return new Heard(nr, really, thread, by, person, targetThen, needless);
        }

        Heard neverNeedingAnswer() {
            return new Heard(nr, at, thread, channel, person, target, true);
        }
    }

    /**
     * @param thread absent where it speaks in none
     * @param answers the fact to which it refers
     * @param counts whether a person wrote it, it arrived, and it was told in time or adopted
     * @param principal whether it reached who stands for the client
     * @param until for when a holding reply or a delay notice promises
     * @param time stated of that day
     * @param again when the client hears again
     * @param about the promise that is late, by its name
     */
    record Said(
            int nr,
            Instant at,
            @Nullable String thread,
            @Nullable Integer answers,
            String channel,
            boolean agreed,
            boolean counts,
            boolean principal,
            boolean holding,
            @Nullable LocalDate until,
            @Nullable LocalTime time,
            @Nullable LocalDate again,
            @Nullable String about)
            implements Fact {

        /** As {@link Heard#movedTo}. */
        Said movedTo(Instant really, String by, boolean agreedThen) {
            return new Said(
                    nr, really, thread, answers, by, agreedThen, counts, principal, holding, until, time, again, about);
        }
    }

    record Waived(int nr, Instant at, int message) implements Fact {}

    record Asked(int nr, Instant at, String task) implements Fact {}

    /** @param then what held when the day was agreed: what is agreed later, though in the same instant, doesn't move it */
    record Taken(int nr, Instant at, String task, LocalDate day, Agreed then) implements Fact {}

    record Dropped(int nr, Instant at, String task) implements Fact {}

    record Delivered(int nr, Instant at, String task) implements Fact {}

    record Complained(int nr, Instant at, String complaint) implements Fact {}

    record Acknowledged(int nr, Instant at, String complaint) implements Fact {}

    record Closed(int nr, Instant at) implements Fact {}

    private static String rank(Fact fact) {
        return switch (fact) {
            case Opened ignored -> "A";
            case HandedOver ignored -> "B";
            case Heard ignored -> "C";
            case Asked ignored -> "C";
            case Complained ignored -> "C";
            case Said said when said.holding() -> "D" + said.until() + said.time() + said.again();
            case Said said when said.about() != null -> "E" + said.until() + said.time() + said.again();
            case Said said when said.again() != null -> "F" + said.again();
            case Said ignored -> "G";
            case Waived ignored -> "H";
            case Taken ignored -> "I";
            case Dropped ignored -> "I";
            case Delivered ignored -> "J";
            case Acknowledged ignored -> "J";
            case Closed ignored -> "K";
        };
    }
}
