package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.CutOff;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.WorkCalendar;

/** What may happen in a random history. Deeds name each other by the numbers of their steps. */
sealed interface Deed {

    /** A deed at an instant of the world, of which the ledger hears then or later; acts are what is asked of it itself. */
    record Step(int nr, Instant at, Instant told, Deed deed) {

        Step toldAt(Instant later) {
            return new Step(nr, at, later, deed);
        }
    }

    /** Whether it may be told later than it happened. */
    sealed interface Fact extends Deed {}

    /** @param thread empty for the matter's general one */
    record ClientWrites(String thread, ChannelKind channel, MessageNature nature) implements Fact {}

    record FirmWrites(
            String thread,
            ChannelKind channel,
            MessageNature nature,
            boolean toPrincipal,
            int answers,
            @Nullable LocalDate until,
            @Nullable LocalTime time,
            @Nullable LocalDate again)
            implements Fact {

        FirmWrites(
                String thread,
                ChannelKind channel,
                MessageNature nature,
                boolean toPrincipal,
                int answers,
                @Nullable LocalDate until,
                @Nullable LocalDate again) {
            this(thread, channel, nature, toPrincipal, answers, until, null, again);
        }
    }

    /** A letter that was told before, found again under another id. */
    record ComesAgain(int message, boolean fromFirm, String thread) implements Fact {}

    record Calls(Party from, String thread, boolean answered) implements Fact {}

    /**
     * What was recorded in another matter by mistake: an update, or that something there is late.
     *
     * @param inThread whether it spoke in a thread there
     * @param day until when what is late comes, or when the client hears again
     */
    record ComesOver(boolean late, boolean inThread, boolean toPrincipal, LocalDate day) implements Fact {}

    record AsksTask(String task) implements Fact {}

    /** Told when it happens: a number does not say that it was recorded after what answered the task before. */
    record AsksAgain(String task) implements Deed {}

    record Complains(String complaint) implements Fact {}

    record Bounces(int message) implements Fact {}

    /** @param thread absent for an update in none */
    record Updates(
            @Nullable String thread,
            boolean toPrincipal,
            @Nullable LocalDate again) implements Deed {}

    /** @param time stated of the day; absent for its close */
    record Holds(
            String thread,
            int answers,
            LocalDate until,
            @Nullable LocalTime time) implements Deed {

        Holds(String thread, int answers, LocalDate until) {
            this(thread, answers, until, null);
        }
    }

    record SaysLate(
            int promise,
            boolean nextContact,
            @Nullable String thread,
            LocalDate until,
            @Nullable LocalTime time) implements Deed {

        SaysLate(int promise, boolean nextContact, @Nullable String thread, LocalDate until) {
            this(promise, nextContact, thread, until, null);
        }
    }

    /** @param second whether another person agrees that it never needed an answer, where a breach would vanish */
    record Waives(int message, boolean second) implements Deed {

        Waives(int message) {
            this(message, false);
        }
    }

    record TakesTask(String task, LocalDate day) implements Deed {}

    record DropsTask(String task) implements Deed {}

    record Delivers(String task) implements Deed {}

    record Acknowledges(String complaint) implements Deed {}

    record Adopts(int message) implements Deed {}

    /** @param second whether another person agrees, where one is asked */
    record Withdraws(int entry, boolean second) implements Deed {}

    /** @param channel by which it really came or went; absent where that was right */
    record Moves(int entry, Instant really, @Nullable ChannelKind channel, boolean second) implements Deed {}

    record Publishes(WorkCalendar calendar) implements Deed {}

    record ChangesPolicy(PolicyPack pack) implements Deed {}

    record AgreesSilence(int days) implements Deed {}

    record AgreesTimes(
            @Nullable CutOff cutOff,
            @Nullable Duration reply,
            @Nullable Duration accept) implements Deed {}

    record AgreesRoundTheClock() implements Deed {}

    record AgreesTelegram() implements Deed {}

    record WithdrawsTelegram() implements Deed {}

    record HandsOver(boolean toIvan) implements Deed {}

    record Closes() implements Deed {}
}
