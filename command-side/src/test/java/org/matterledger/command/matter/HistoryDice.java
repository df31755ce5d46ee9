package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Deed.Step;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.CutOff;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.WorkCalendar;

/**
 * Throws random histories: deeds on a small grid of instants around working hours, weekends, changes of the clocks and
 * holidays, and often exactly when something falls due.
 */
final class HistoryDice {

    private static final String[] THREADS = {"", "", "a", "b"};
    private static final String[] STARTS = {
        "2026-02-09",
        "2026-02-11",
        "2026-03-06",
        "2026-03-25",
        "2026-03-27",
        "2026-04-03",
        "2026-10-21",
        "2026-10-23",
        "2025-10-29",
        "2026-12-21"
    };
    private static final String[] TIMES = {
        "00:00",
        "03:30",
        "07:15",
        "08:59:59",
        "09:00",
        "10:00",
        "11:30",
        "14:59:59",
        "15:00",
        "15:20",
        "16:59:59",
        "17:00",
        "17:00:01",
        "17:59:59",
        "18:00",
        "18:00:01",
        "19:40",
        "23:00"
    };

    private final Random dice;
    private final ThrownFirm firm;
    final WorkCalendar office;
    final PolicyPack policy;
    final Instant opened;
    final Instant lastContact;
    private final boolean lively;

    /** Whether tasks and complaints are much of what happens. */
    private final boolean asking;

    HistoryDice(long seed) {
        this.dice = new Random(seed * 0x9E3779B97F4A7C15L + 17);
        this.firm = new ThrownFirm(dice);
        this.office = firm.calendar();
        this.policy = firm.policy(14);
        this.opened = time(LocalDate.parse(one(STARTS)));
        this.lastContact = chance(5) ? opened.minus(Duration.ofHours(dice.nextInt(24 * 30))) : opened;
        this.lively = chance(2);
        this.asking = chance(4);
    }

    /** A matter of this history, opened, with nothing told yet. */
    ToldHistory begun() {
        return new ToldHistory(office, policy, opened, lastContact);
    }

    /** Deeds, each told when it happens; thrown while they are told, so that some fall exactly on what is due. */
    List<Step> throwDeeds(ToldHistory told, int count, Duration longestPause) {
        var steps = new ArrayList<Step>();
        var now = opened;
        for (var nr = 0; nr < count; nr++) {
            now = next(now, told, longestPause);
            var deed = deed(nr, now, steps, count);
            var last = steps.isEmpty() ? null : steps.getLast();
            if ((changesTerms(deed) || last == null || changesTerms(last.deed()))
                    && !now.isAfter(last == null ? opened : last.at())) {
                now = now.plusSeconds(1);
            }
            var step = new Step(nr, now, now, deed);
            steps.add(step);
            told.tell(step);
        }
        return steps;
    }

    /**
     * What is agreed or published has an instant of its own: the ledger's clock gives none to two commands, and which of two
     * came first in one instant is no question that the semantics answer.
     */
    private static boolean changesTerms(Deed deed) {
        return deed instanceof Deed.AgreesSilence
                || deed instanceof Deed.AgreesTimes
                || deed instanceof Deed.AgreesRoundTheClock
                || deed instanceof Deed.Publishes
                || deed instanceof Deed.ChangesPolicy;
    }

    private Instant next(Instant now, ToldHistory told, Duration longestPause) {
        var choice = dice.nextInt(10);
        if (choice == 0) {
            return now;
        }
        if (choice <= 2) {
            var dues = told.life.state().duties().owed().stream()
                    .filter(Obligation::open)
                    .map(Obligation::due)
                    .filter(due -> !due.isBefore(now) && due.isBefore(now.plus(Duration.ofDays(40))))
                    .sorted()
                    .limit(3)
                    .toList();
            if (!dues.isEmpty()) {
                var at = dues.get(dice.nextInt(dues.size())).plusSeconds(dice.nextInt(3) - 1L);
                return at.isBefore(now) ? now : at;
            }
        }
        var days = choice <= 6 ? dice.nextInt(2) : dice.nextInt((int) longestPause.toDays() + 1);
        var at = time(LocalDate.ofInstant(now, office.zone()).plusDays(days));
        return at.isBefore(now) ? now.plus(Duration.ofMinutes(dice.nextInt(300))) : at;
    }

    private Deed deed(int nr, Instant now, List<Step> past, int count) {
        var some = nr == 0 ? 0 : dice.nextInt(nr);
        if (asking && chance(2)) {
            return asked(now, past);
        }
        return switch (dice.nextInt(lively ? 50 : 35)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 ->
                new Deed.ClientWrites(
                        one(THREADS), channel(), chance(8) ? MessageNature.AUTOMATIC : MessageNature.SUBSTANTIVE);
            case 8, 9, 10, 11, 12, 13 ->
                new Deed.FirmWrites(
                        one(THREADS),
                        channel(),
                        chance(6) ? MessageNature.AUTOMATIC : MessageNature.SUBSTANTIVE,
                        !chance(5),
                        chance(3) ? some : -1,
                        null,
                        chance(5) ? day(now) : null);
            case 14, 15, 16 ->
                new Deed.FirmWrites(
                        one(THREADS),
                        channel(),
                        MessageNature.HOLDING_REPLY,
                        !chance(6),
                        chance(4) ? some : -1,
                        chance(8) ? null : day(now),
                        stated(),
                        chance(5) ? day(now) : null);
            case 17 -> new Deed.Calls(Party.FIRM, one(THREADS), true);
            case 18, 19 -> new Deed.Calls(Party.CLIENT, one(THREADS), chance(2));
            case 20, 21 -> new Deed.Updates(chance(2) ? null : one("a", "b"), !chance(6), chance(2) ? day(now) : null);
            case 22 -> new Deed.Holds(one(THREADS), chance(3) ? some : -1, day(now), stated());
            case 23, 24, 25 -> late(now, past);
            case 26, 27 -> new Deed.Waives(some, chance(2));
            case 28, 29 -> chance(2) ? new Deed.AsksTask("t" + dice.nextInt(3)) : taken(now);
            case 30 -> chance(4) ? new Deed.DropsTask("t" + dice.nextInt(3)) : new Deed.Delivers("t" + dice.nextInt(3));
            case 31 ->
                chance(2) ? new Deed.Complains("c" + dice.nextInt(2)) : new Deed.Acknowledges("c" + dice.nextInt(2));
            case 32 -> new Deed.Bounces(some);
            case 33 -> taken(now);
            case 34 -> new Deed.ComesAgain(some, chance(2), one(THREADS));
            case 45 -> new Deed.Withdraws(correctable(past, some), chance(2));
            case 35 ->
                new Deed.Moves(
                        correctable(past, some),
                        now.minusSeconds(60L * dice.nextInt(60 * 72)),
                        chance(3) ? channel() : null,
                        chance(2));
            case 46, 47 -> undone(past, now);
            case 48 -> new Deed.ComesOver(chance(2), chance(2), !chance(5), day(now));
            case 36 -> new Deed.Publishes(firm.changed(office, now));
            case 37 -> new Deed.ChangesPolicy(firm.policy(chance(2) ? 14 : 3 + dice.nextInt(20)));
            case 38 -> new Deed.AgreesSilence(1 + dice.nextInt(20));
            case 39, 40 ->
                new Deed.AgreesTimes(
                        chance(2) ? null : new CutOff(one("CLOSE", "15:00", "OPENING", "12:00")),
                        chance(2) ? null : Duration.ofHours(1 + dice.nextInt(20)),
                        chance(2) ? null : Duration.ofHours(1 + dice.nextInt(12)));
            case 41 -> chance(3) ? new Deed.WithdrawsTelegram() : new Deed.AgreesTelegram();
            case 42 -> new Deed.HandsOver(chance(2));
            default ->
                chance(4)
                        ? (nr > count - 4 ? new Deed.Closes() : new Deed.AgreesRoundTheClock())
                        : new Deed.AgreesTelegram();
        };
    }

    private Deed asked(Instant now, List<Step> past) {
        return switch (dice.nextInt(10)) {
            case 9 -> new Deed.AsksAgain("t" + dice.nextInt(2));
            case 0, 1 -> new Deed.AsksTask("t" + dice.nextInt(2));
            case 2, 3 -> new Deed.TakesTask("t" + dice.nextInt(2), day(now));
            case 4 -> chance(4) ? new Deed.DropsTask("t" + dice.nextInt(2)) : new Deed.Delivers("t" + dice.nextInt(2));
            case 5 -> new Deed.Complains("c" + dice.nextInt(2));
            case 6 -> new Deed.Acknowledges("c" + dice.nextInt(2));
            default -> undone(past, now);
        };
    }

    /** A task or complaint, or what the firm did about one, turns out to be none, or of another time. */
    private Deed undone(List<Step> past, Instant now) {
        var undone = past.stream()
                .filter(step -> switch (step.deed()) {
                    case Deed.AsksTask ignored -> true;
                    case Deed.AsksAgain ignored -> true;
                    case Deed.Complains ignored -> true;
                    case Deed.Delivers ignored -> true;
                    case Deed.Acknowledges ignored -> true;
                    case Deed.TakesTask ignored -> true;
                    case Deed.DropsTask ignored -> true;
                    default -> false;
                })
                .toList();
        if (undone.isEmpty()) {
            return chance(2) ? new Deed.AsksTask("t" + dice.nextInt(3)) : new Deed.Complains("c" + dice.nextInt(2));
        }
        var about = undone.get(dice.nextInt(undone.size())).nr();
        return chance(2)
                ? new Deed.Withdraws(about, !chance(4))
                : new Deed.Moves(about, now.minusSeconds(60L * dice.nextInt(60 * 72)), null, !chance(4));
    }

    /** Of what was said, the firm's own acts are not taken back. */
    private static int correctable(List<Step> past, int some) {
        return past.isEmpty()
                        || !(past.get(some).deed() instanceof Deed.ClientWrites
                                || past.get(some).deed() instanceof Deed.FirmWrites
                                || past.get(some).deed() instanceof Deed.Calls)
                ? -2
                : some;
    }

    private Deed taken(Instant now) {
        return new Deed.TakesTask("t" + dice.nextInt(3), day(now));
    }

    private Deed late(Instant now, List<Step> past) {
        var promising = past.stream()
                .filter(step -> switch (step.deed()) {
                    case Deed.FirmWrites wrote -> wrote.until() != null || wrote.again() != null;
                    case Deed.Updates update -> update.again() != null;
                    case Deed.Holds ignored -> true;
                    case Deed.TakesTask ignored -> true;
                    case Deed.SaysLate ignored -> true;
                    default -> false;
                })
                .toList();
        if (promising.isEmpty()) {
            return new Deed.Holds(one(THREADS), -1, day(now), stated());
        }
        var about = promising.get(dice.nextInt(promising.size()));
        var contact = about.deed() instanceof Deed.Updates
                || about.deed() instanceof Deed.SaysLate before && before.nextContact()
                || about.deed() instanceof Deed.FirmWrites wrote && wrote.again() != null && chance(2);
        return new Deed.SaysLate(about.nr(), contact, chance(2) ? null : one("a", "b"), day(now), stated());
    }

    /** Each of them told when it happened, or later: mostly inside the window within which it counts by itself. */
    List<Step> delayed(List<Step> steps, int chanceOfBeingFarTooLate) {
        var told = new ArrayList<Step>();
        for (var step : steps) {
            if (!(step.deed() instanceof Deed.Fact) || chance(2)) {
                told.add(step);
                continue;
            }
            var calendar = office;
            var last = chance(chanceOfBeingFarTooLate)
                    ? calendar.localDate(step.at()).plusDays(dice.nextInt(90))
                    : calendar.nthWorkingDayAfter(calendar.localDate(step.at()), dice.nextInt(3));
            var at = time(last);
            told.add(step.toldAt(at.isBefore(step.at()) ? step.at() : at));
        }
        var adoptions = told.stream()
                .filter(step -> step.told().isAfter(step.at().plus(Duration.ofDays(2))) && chance(2))
                .map(step -> {
                    var at = step.told().plus(Duration.ofMinutes(dice.nextInt(60 * 24 * 4)));
                    return new Step(1000 + step.nr(), at, at, new Deed.Adopts(step.nr()));
                })
                .toList();
        told.addAll(adoptions);
        told.sort(java.util.Comparator.comparing(Step::told));
        return told;
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, office.zone()).plusDays(chance(9) ? -1 : dice.nextInt(chance(6) ? 40 : 8));
    }

    /** Sometimes a time of the promised day, in the office's hours and outside, and in a gap of its clock. */
    private @Nullable LocalTime stated() {
        return chance(3) ? LocalTime.parse(one("00:00", "03:30", "11:00", "15:00", "18:00", "21:30")) : null;
    }

    private ChannelKind channel() {
        return chance(4) ? (chance(2) ? ChannelKind.TELEGRAM : ChannelKind.WHATSAPP) : ChannelKind.MAIL;
    }

    private Instant time(LocalDate date) {
        return date.atTime(LocalTime.parse(one(TIMES))).atZone(office.zone()).toInstant();
    }

    boolean chance(int in) {
        return dice.nextInt(in) == 0;
    }

    int number(int bound) {
        return dice.nextInt(bound);
    }

    @SafeVarargs
    private <T> T one(T... all) {
        return all[dice.nextInt(all.length)];
    }
}
