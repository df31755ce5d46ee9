package org.matterledger.command.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Deed.Step;
import org.matterledger.command.matter.ReferenceFacts.Agreed;
import org.matterledger.command.matter.ReferenceFacts.Fact;
import org.matterledger.command.matter.ReferenceFacts.Said;
import org.matterledger.values.CutOff;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.WorkCalendar;

/** What the ledger took in of a history, as the reference model hears it: plain facts, and the terms that held. */
final class HistoryFacts {

    private final List<Fact> facts = new ArrayList<>();
    private final List<Agreed> terms = new ArrayList<>();
    private WorkCalendar office;
    private boolean roundTheClock;
    private final HistoryChannels channels = new HistoryChannels();
    private boolean silenceAgreed;
    private boolean cutOffAgreed;

    /** Whether the matter was told to be closed: what the firm publishes later is none of its business. */
    private boolean closed;

    private CutOff policyCutOff;
    private final Set<Integer> known = new HashSet<>();
    private final Set<Integer> bounced = new HashSet<>();
    private final Set<Integer> late = new HashSet<>();
    private final Set<Integer> adopted = new HashSet<>();
    private final Set<Integer> machines = new HashSet<>();
    private final Set<Integer> again = new HashSet<>();

    HistoryFacts(WorkCalendar office, PolicyPack policy, Instant at, Instant lastContact) {
        this.office = office;
        this.policyCutOff = policy.replyCutOff();
        facts.add(new ReferenceFacts.Opened(-1, at, lastContact));
        terms.add(new Agreed(
                at,
                office,
                policy.silenceLimit(),
                policy.replyCutOff(),
                null,
                null,
                policy.noticeLead(),
                policy.longestPromise(),
                policy.lateEntryWindow()));
    }

    List<Fact> facts() {
        return facts;
    }

    List<Agreed> terms() {
        return terms;
    }

    /** What the ledger took in, as the model hears it. */
    void take(Step step) {
        var nr = step.nr();
        var at = step.at();
        known.add(nr);
        switch (step.deed()) {
            case Deed.ClientWrites d ->
                facts.add(new ReferenceFacts.Heard(
                        nr,
                        at,
                        d.thread(),
                        d.channel().name(),
                        d.nature().asks(),
                        channels.target(d.channel().name(), at),
                        false));
            case Deed.FirmWrites d ->
                facts.add(new Said(
                        nr,
                        at,
                        d.thread(),
                        known.contains(d.answers()) ? d.answers() : null,
                        d.channel().name(),
                        channels.inForce(d.channel().name(), at),
                        true,
                        d.toPrincipal(),
                        d.nature() == MessageNature.HOLDING_REPLY,
                        d.until(),
                        d.time(),
                        d.again(),
                        null));
            case Deed.ComesAgain d -> {
                if (!d.fromFirm()) {
                    facts.add(new ReferenceFacts.Heard(nr, at, d.thread(), "MAIL", false, null, false));
                }
            }
            case Deed.Calls d ->
                facts.add(
                        d.from() == Party.FIRM || d.answered()
                                ? said(step, d.thread())
                                : new ReferenceFacts.Heard(nr, at, d.thread(), "PHONE", true, null, false));
            case Deed.Updates d ->
                facts.add(new Said(
                        nr,
                        at,
                        d.thread(),
                        null,
                        "MAIL",
                        true,
                        true,
                        d.toPrincipal(),
                        false,
                        null,
                        null,
                        d.again(),
                        null));
            case Deed.Holds d ->
                facts.add(new Said(
                        nr,
                        at,
                        d.thread(),
                        known.contains(d.answers()) ? d.answers() : null,
                        "MAIL",
                        true,
                        true,
                        true,
                        true,
                        d.until(),
                        d.time(),
                        null,
                        null));
            case Deed.SaysLate d ->
                facts.add(new Said(
                        nr,
                        at,
                        d.thread(),
                        null,
                        "MAIL",
                        true,
                        true,
                        true,
                        false,
                        d.until(),
                        d.time(),
                        null,
                        d.promise() + ":" + d.nextContact()));
            case Deed.AsksTask d -> facts.add(new ReferenceFacts.Asked(nr, at, d.task()));
            case Deed.AsksAgain d -> {
                again.add(nr);
                facts.add(new ReferenceFacts.Asked(nr, at, d.task()));
            }
            case Deed.TakesTask d -> facts.add(new ReferenceFacts.Taken(nr, at, d.task(), d.day(), known(at)));
            case Deed.DropsTask d -> facts.add(new ReferenceFacts.Dropped(nr, at, d.task()));
            case Deed.Delivers d -> {
                facts.add(written(step));
                facts.add(new ReferenceFacts.Delivered(nr, at, d.task()));
            }
            case Deed.Complains d -> facts.add(new ReferenceFacts.Complained(nr, at, d.complaint()));
            case Deed.Acknowledges d -> {
                facts.add(written(step));
                facts.add(new ReferenceFacts.Acknowledged(nr, at, d.complaint()));
            }
            case Deed.Bounces d -> {
                bounced.add(d.message());
                recount(d.message());
            }
            case Deed.Waives d -> facts.add(new ReferenceFacts.Waived(nr, at, d.message()));
            case Deed.Adopts d -> {
                adopted.add(d.message());
                recount(d.message());
            }
            case Deed.ComesOver d -> {
                var promises = d.late() && d.inThread();
                facts.add(new Said(
                        nr,
                        at,
                        d.inThread() ? "" : null,
                        null,
                        "MAIL",
                        true,
                        true,
                        d.toPrincipal(),
                        promises,
                        promises ? d.day() : null,
                        null,
                        promises ? null : d.day(),
                        null));
            }
            case Deed.Withdraws d -> {
                facts.stream()
                        .filter(fact -> fact.nr() == d.entry() && !again.contains(fact.nr()))
                        .toList()
                        .forEach(this::neverAsked);
                correct(d.entry(), fact -> null);
            }
            case Deed.Moves d -> correct(d.entry(), fact -> channels.moved(fact, d));
            case Deed.AgreesSilence d -> {
                silenceAgreed = true;
                agreed(
                        at,
                        old -> new Agreed(
                                at,
                                old.calendar(),
                                d.days(),
                                old.cutOff(),
                                old.reply(),
                                old.accept(),
                                old.noticeLead(),
                                old.longestPromise(),
                                old.lateWindow()));
            }
            case Deed.AgreesTimes d -> {
                cutOffAgreed = d.cutOff() != null;
                agreed(
                        at,
                        old -> new Agreed(
                                at,
                                old.calendar(),
                                old.silence(),
                                d.cutOff() == null ? policyCutOff : d.cutOff(),
                                d.reply(),
                                d.accept(),
                                old.noticeLead(),
                                old.longestPromise(),
                                old.lateWindow()));
            }
            case Deed.AgreesRoundTheClock ignored -> {
                roundTheClock = true;
                agreed(at, old -> old.by(WorkCalendar.alwaysOpen(office.zone())));
            }
            case Deed.AgreesTelegram ignored -> channels.agreed(at);
            case Deed.WithdrawsTelegram ignored -> channels.withdrawn(at);
            case Deed.HandsOver d -> facts.add(new ReferenceFacts.HandedOver(nr, at, d.toIvan() ? "staff-ivan" : ""));
            case Deed.Closes ignored -> {
                closed = true;
                facts.add(new ReferenceFacts.Closed(nr, at));
            }
            case Deed.Publishes d -> {
                office = d.calendar();
                if (!closed) {
                    agreed(at, old -> roundTheClock ? old : old.by(office));
                }
            }
            case Deed.ChangesPolicy d -> {
                if (!closed) {
                    change(at, d.pack());
                }
            }
        }
        if (step.deed() instanceof Deed.Calls) {
            channels.spoken(nr);
        }
        if (step.deed() instanceof Deed.FirmWrites || step.deed() instanceof Deed.Calls) {
            (inTime(step) ? new HashSet<Integer>() : late).add(nr);
            if (step.deed() instanceof Deed.FirmWrites wrote && !wrote.nature().contact()) {
                machines.add(nr);
            }
            recount(nr);
        }
    }

    private void change(Instant at, PolicyPack pack) {
        policyCutOff = pack.replyCutOff();
        agreed(
                at,
                old -> new Agreed(
                        at,
                        old.calendar(),
                        silenceAgreed ? old.silence() : pack.silenceLimit(),
                        cutOffAgreed ? old.cutOff() : pack.replyCutOff(),
                        old.reply(),
                        old.accept(),
                        pack.noticeLead(),
                        pack.longestPromise(),
                        pack.lateEntryWindow()));
    }

    private Said said(Step step, @Nullable String thread) {
        return new Said(step.nr(), step.at(), thread, null, "PHONE", true, true, true, false, null, null, null, null);
    }

    /** What the firm writes of a task or complaint is contact as well. */
    private static Said written(Step step) {
        return new Said(step.nr(), step.at(), null, null, "MAIL", true, true, true, false, null, null, null, null);
    }

    /** What holds at an instant, as far as was told. */
    private Agreed known(Instant at) {
        return terms.stream()
                .filter(agreed -> !agreed.from().isAfter(at))
                .reduce((one, other) -> other)
                .orElse(terms.getFirst());
    }

    /** Whether it was told within the policy's window of working days (4.2, 14). */
    private boolean inTime(Step step) {
        var then = known(step.at());
        var calendar = then.calendar();
        var last = calendar.nthWorkingDayAfter(calendar.localDate(step.at()), then.lateWindow());
        return !calendar.localDate(step.told()).isAfter(last);
    }

    /** Whether a message counts: written by a person, arrived, and told in time or adopted. */
    private void recount(int nr) {
        facts.removeIf(fact -> bounced.contains(nr)
                && fact.nr() == nr
                && (fact instanceof ReferenceFacts.Delivered || fact instanceof ReferenceFacts.Acknowledged));
        facts.replaceAll(fact -> fact instanceof Said s && s.nr() == nr
                ? new Said(
                        nr,
                        s.at(),
                        s.thread(),
                        s.answers(),
                        s.channel(),
                        s.agreed(),
                        !bounced.contains(nr) && !machines.contains(nr) && (!late.contains(nr) || adopted.contains(nr)),
                        s.principal(),
                        s.holding(),
                        s.until(),
                        s.time(),
                        s.again(),
                        s.about())
                : fact);
    }

    /** What was never asked for was never answered; what the client was told of it was said all the same. */
    private void neverAsked(Fact asked) {
        facts.removeIf(fact -> switch (fact) {
            case ReferenceFacts.Asked other ->
                asked instanceof ReferenceFacts.Asked a && a.task().equals(other.task());
            case ReferenceFacts.Taken taken ->
                asked instanceof ReferenceFacts.Asked a && a.task().equals(taken.task());
            case ReferenceFacts.Dropped dropped ->
                asked instanceof ReferenceFacts.Asked a && a.task().equals(dropped.task());
            case ReferenceFacts.Delivered done ->
                asked instanceof ReferenceFacts.Asked a && a.task().equals(done.task());
            case ReferenceFacts.Acknowledged heard ->
                asked instanceof ReferenceFacts.Complained c && c.complaint().equals(heard.complaint());
            default -> false;
        });
    }

    private void correct(int nr, Function<Fact, @Nullable Fact> change) {
        var changed = facts.stream()
                .flatMap(fact -> fact.nr() == nr ? Stream.ofNullable(change.apply(fact)) : Stream.of(fact))
                .toList();
        facts.clear();
        facts.addAll(changed);
    }

    private void agreed(Instant at, UnaryOperator<Agreed> change) {
        terms.add(change.apply(terms.getLast()).since(at));
    }

    /** A second person agreed that a message never needed an answer. */
    void needless(int nr) {
        correct(nr, fact -> fact instanceof ReferenceFacts.Heard heard ? heard.neverNeedingAnswer() : fact);
    }
}
