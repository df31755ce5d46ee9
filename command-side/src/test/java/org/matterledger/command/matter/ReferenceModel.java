package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.ReferenceFacts.Acknowledged;
import org.matterledger.command.matter.ReferenceFacts.Agreed;
import org.matterledger.command.matter.ReferenceFacts.Asked;
import org.matterledger.command.matter.ReferenceFacts.Complained;
import org.matterledger.command.matter.ReferenceFacts.Delivered;
import org.matterledger.command.matter.ReferenceFacts.Dropped;
import org.matterledger.command.matter.ReferenceFacts.Fact;
import org.matterledger.command.matter.ReferenceFacts.Heard;
import org.matterledger.command.matter.ReferenceFacts.Opened;
import org.matterledger.command.matter.ReferenceFacts.Said;
import org.matterledger.command.matter.ReferenceFacts.Taken;
import org.matterledger.command.matter.ReferenceFacts.Waived;

/**
 * What a matter owes, said once more: a direct reading of the semantics (4.2 and 4.9) that asks of each fact which duty it
 * makes, and of each duty which fact ends it. It shares nothing with the product but the calendar, which has a reference
 * of its own. Slow, and meant to be read.
 */
final class ReferenceModel extends ReferenceStory {

    private static final String CONTACT = "next-contact";

    /** @param name the fact that made it and what it is about; a delay notice says it */
    /** @param last when a delay is announced at the latest */
    private record Promise(
            int place, String name, String about, Instant made, LocalDate day, Instant due, Instant last) {}

    private ReferenceModel(List<Fact> facts, List<Agreed> terms, Instant now) {
        super(facts, terms, now);
    }

    static List<Duty> owed(List<Fact> facts, List<Agreed> terms, Instant now) {
        var model = new ReferenceModel(facts, terms, now);
        return IntStream.range(0, model.closed).boxed().flatMap(model::made).toList();
    }

    private Stream<Duty> made(int place) {
        var promised = promises(place).stream().flatMap(this::promised);
        return switch (facts.get(place)) {
            case Opened opened -> Stream.of(silence(place, lastContact(place, opened)));
            case Heard heard -> reply(place, heard);
            case Said said when said.at().isBefore(opened) -> promised;
            case Said said -> informs(place) ? Stream.concat(Stream.of(silence(place, said.at())), promised) : promised;
            case Asked asked -> Stream.of(acceptance(place, asked));
            case Complained complaint -> Stream.of(acknowledgement(place, complaint));
            default -> promised;
        };
    }

    // The duties

    /**
     * Runs from the oldest message that waits: all before it in its thread were done with before it is (4.2, 5). One that
     * never needed an answer is done with at once.
     */
    private Stream<Duty> reply(int place, Heard message) {
        var done = done(place);
        var oldest = IntStream.range(0, place)
                .filter(p -> facts.get(p) instanceof Heard heard
                        && heard.person()
                        && heard.thread().equals(message.thread()))
                .allMatch(p -> done(p) < done);
        if (!message.person() || !oldest) {
            return Stream.of();
        }
        Function<Agreed, @Nullable Duration> target =
                then -> message.target() == null ? then.reply() : message.target();
        var due = planned(message.at(), message.at(), done, target, then -> answerDay(then, message.at()));
        var waived = message.needless() || done < closed && facts.get(done) instanceof Waived;
        var end = waived ? "CANCELLED" : "FULFILLED";
        return Stream.of(duty("REPLY", message.thread(), message.at(), due, done, end));
    }

    private int done(int place) {
        var message = (Heard) facts.get(place);
        if (message.needless()) {
            return place;
        }
        return firstPlace(
                place + 1,
                p -> answers(p, message.thread())
                        || facts.get(p) instanceof Waived waived && waived.message() == message.nr());
    }

    /** The close of its working day, or of the next one where it came after the cut-off (rules.md 1.8, 4). */
    private static Instant answerDay(Agreed then, Instant at) {
        var calendar = then.calendar();
        var date = calendar.localDate(at);
        return calendar.isOpen(date)
                        && at.isBefore(calendar.closeOf(date))
                        && at.isBefore(
                                switch (then.cutOff().text()) {
                                    case "CLOSE" -> calendar.closeOf(date);
                                    case "OPENING" -> calendar.openOf(date);
                                    default ->
                                        date.atTime(LocalTime.parse(
                                                        then.cutOff().text()))
                                                .atZone(calendar.zone())
                                                .toInstant();
                                })
                ? calendar.closeOf(date)
                : calendar.closeOfNthWorkingDay(date, 1);
    }

    /** N local days, rolled back, but not before the end of the working day of its start (4.2, 10; 4.9, 1). */
    private Duty silence(int place, Instant since) {
        var begins = facts.get(place).at();
        var done = firstPlace(place + 1, this::informs);
        var due = planned(begins, since, done, then -> null, then -> {
            var calendar = then.calendar();
            var limit = calendar.rollBack(calendar.localDate(since).plusDays(then.silence()));
            return later(calendar.closeOf(limit), calendar.endOfWorkingDay(begins));
        });
        return duty("KEEP_INFORMED", "", since, due, done, "FULFILLED");
    }

    /** What was said before the opening is the last known contact (rules.md 1.8, 19). */
    private Instant lastContact(int place, Opened opened) {
        return IntStream.range(0, place)
                .filter(this::informs)
                .mapToObj(p -> facts.get(p).at())
                .reduce(opened.lastContact(), ReferenceModel::later);
    }

    private Duty acceptance(int place, Asked asked) {
        var done = settled(
                place,
                f -> f instanceof Taken taken && taken.task().equals(asked.task())
                        || f instanceof Dropped dropped && dropped.task().equals(asked.task()));
        var start = at(asked.at()).calendar().nextOpen(asked.at());
        var due = planned(asked.at(), start, done, Agreed::accept, then -> nextWorkingDay(then, start));
        return duty("ACCEPT_OR_DECLINE", asked.task(), start, due, done, "FULFILLED");
    }

    private Duty acknowledgement(int place, Complained told) {
        var done = settled(
                place, f -> f instanceof Acknowledged heard && heard.complaint().equals(told.complaint()));
        var due = planned(told.at(), told.at(), done, then -> null, then -> nextWorkingDay(then, told.at()));
        return duty("ACK_COMPLAINT", told.complaint(), told.at(), due, done, "FULFILLED");
    }

    /** What is answered once is answered by that: where it turns out to have been asked later, as soon as it was asked. */
    private int settled(int place, Predicate<Fact> answers) {
        return Math.max(place, first(0, f -> f.nr() > facts.get(place).nr() && answers.test(f)));
    }

    private static Instant nextWorkingDay(Agreed then, Instant at) {
        return then.calendar().closeOfNthWorkingDay(then.calendar().localDate(at), 1);
    }

    // Promises

    private List<Promise> promises(int place) {
        return switch (facts.get(place)) {
            case Taken taken -> List.of(promise(place, taken.task(), taken.day(), taken.then()));
            case Said said
            when counts(place) ->
                Stream.concat(dated(place, said), nextContact(place, said)).toList();
            default -> List.of();
        };
    }

    /** A holding reply promises an answer where it speaks; a delay notice promises anew what still stood then. */
    private Stream<Promise> dated(int place, Said said) {
        if (said.until() == null || !concrete(said)) {
            return Stream.of();
        }
        if (said.about() == null) {
            return said.holding() ? Stream.of(promise(place, question(said), said.until(), said.time())) : Stream.of();
        }
        return IntStream.range(0, place)
                .boxed()
                .flatMap(p -> promises(p).stream())
                .filter(old -> old.name().equals(said.about()) && end(old, place) == place)
                .map(old -> promise(place, old.about(), Objects.requireNonNull(said.until()), said.time()));
    }

    private Stream<Promise> nextContact(int place, Said said) {
        return !said.principal() || said.again() == null
                ? Stream.of()
                : Stream.of(said.again())
                        .filter(day -> !day.isBefore(at(said.at()).calendar().localDate(said.at())))
                        .map(day -> promise(place, CONTACT, day));
    }

    /** The thread whose question it holds: that of the message to which it refers, else its own. */
    private String question(Said said) {
        return facts.stream()
                .filter(f -> f instanceof Heard heard && Objects.equals(said.answers(), heard.nr()))
                .map(f -> ((Heard) f).thread())
                .findFirst()
                .orElseGet(() -> String.valueOf(said.thread()));
    }

    /** Due at the close of the promised day, or of the open day before it, but not before the end of its own working day. */
    private Promise promise(int place, String about, LocalDate day) {
        return promise(place, about, day, at(facts.get(place).at()));
    }

    /** Due at the time that was stated of the day: of one that comes twice, the second. */
    private Promise promise(int place, String about, LocalDate day, @Nullable LocalTime time) {
        if (time == null) {
            return promise(place, about, day);
        }
        var by = facts.get(place);
        var due = stated(at(by.at()).calendar(), day, time);
        return new Promise(
                place, by.nr() + ":" + about.equals(CONTACT), about, by.at(), day, atOpening(by.at(), due), due);
    }

    private Promise promise(int place, String about, LocalDate day, Agreed then) {
        var by = facts.get(place);
        var calendar = then.calendar();
        var close = later(calendar.closeOf(calendar.rollBack(day)), calendar.endOfWorkingDay(by.at()));
        var open = calendar.localDate(close.minusNanos(1));
        var due = atOpening(by.at(), close);
        return new Promise(place, by.nr() + ":" + about.equals(CONTACT), about, by.at(), open, due, close);
    }

    /** Where a promise is kept, or made again, before a place. */
    private int end(Promise promise, int before) {
        var delivered = facts.get(promise.place()) instanceof Taken taken
                && first(
                                0,
                                f -> f instanceof Delivered done
                                        && done.task().equals(taken.task())
                                        && done.nr() > taken.nr())
                        < promise.place();
        if (delivered) {
            return promise.place();
        }
        return IntStream.range(promise.place() + 1, before)
                .filter(place -> keeps(place, promise) || remakes(place, promise))
                .findFirst()
                .orElse(before);
    }

    private boolean keeps(int place, Promise promise) {
        return switch (facts.get(place)) {
            case Delivered done ->
                done.task().equals(promise.about())
                        && done.nr() > facts.get(promise.place()).nr();
            case Said ignored when promise.about().equals(CONTACT) -> informs(place);
            case Said said ->
                counts(place) && !said.holding() && said.about() == null && speaksIn(place, promise.about());
            default -> false;
        };
    }

    private boolean remakes(int place, Promise promise) {
        return facts.get(place) instanceof Said said
                && (said.about() == null
                        ? said.holding()
                                && promises(place).stream()
                                        .anyMatch(next -> !next.about().equals(CONTACT)
                                                && next.about().equals(promise.about()))
                        : said.about().equals(promise.name())
                                && counts(place)
                                && said.until() != null
                                && concrete(said));
    }

    /** The promise, and its notice, on which the verdict falls with the promise's (4.2, 9; 4.9, 5). */
    private Stream<Duty> promised(Promise promise) {
        var end = end(promise, closed);
        var remade = end < closed && remakes(end, promise);
        var then = at(promise.made()).calendar();
        var lead = at(promise.made()).noticeLead();
        var announced = then.closeOf(then.nthWorkingDayBefore(promise.day(), lead));
        var notice = announced.isBefore(promise.last()) ? announced : promise.last();
        var withNotice = remade && !facts.get(end).at().isAfter(notice);
        var kind = facts.stream()
                        .anyMatch(f -> f instanceof Taken taken && taken.task().equals(promise.about()))
                ? "DELIVER_TASK"
                : "KEEP_PROMISE";
        var outcome = remade ? withNotice ? "REPLACED WITH NOTICE" : "REPLACED" : "FULFILLED";
        var kept = duty(kind, promise.about(), promise.made(), promise.due(), end, outcome);
        var told =
                duty("DELAY_NOTICE", promise.about(), promise.made(), notice, end, remade ? "FULFILLED" : "CANCELLED");
        return notice.isAfter(promise.made()) && !notice.isBefore(opened)
                ? Stream.of(kept, breached(told, remade ? !withNotice : kept.breached()))
                : Stream.of(kept);
    }

    private static Duty breached(Duty d, boolean breached) {
        return new Duty(d.kind(), d.about(), d.holder(), d.start(), d.due(), breached, d.end(), d.ended());
    }
}
