package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.values.ClientId;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffId;

/**
 * Tells the ledger what a plan says: first who there is, then each matter in its own time, many at once. Stopped at any
 * point and run again it goes on to the same record: every id follows from the mail, and every letter is claimed.
 */
final class MailImport {

    /** As many as the store appends together at its best. */
    private static final int AT_ONCE = 64;

    private static final int CLIENTS_AT_ONCE = 16;

    private final LedgerParts ledger;
    private final RunRows rows;
    private final ImportTerms terms;
    private final Plan plan;
    private final String mailbox;
    private final Progress progress;
    private final ImportIds ids;
    private final Bounces bounces;
    private final ImportCounts counts = new ImportCounts();
    private final List<String> assumed = new ArrayList<>();

    /** @param mailbox what the mailbox is called */
    MailImport(LedgerParts ledger, RunRows rows, ImportTerms terms, Plan plan, String mailbox, Progress progress) {
        this.ledger = ledger;
        this.rows = rows;
        this.terms = terms;
        this.plan = plan;
        this.mailbox = mailbox;
        this.progress = progress;
        this.ids = ledger.ids();
        this.bounces = ledger.bounces(Callers.ACTOR);
    }

    /** The ids that matters have in the ledger, by what the plan says of them. */
    private record Placed(PlannedMatter planned, MatterId id, ClientId client) {}

    /** @throws CannotRun where a mapping names a matter that the ledger doesn't have */
    Outcome run() throws InterruptedException {
        var matters = plan.matters().stream().map(this::placed).toList();
        var until = until();
        ledger.policies().loadDefault();
        var run = rows.begin(ledger.clock().now(), until, terms);
        rows.matters(run, matters.stream().map(Placed::id).toList());
        rows.leftOut(run, plan);
        keepTraces(matters);
        plan.unassigned().forEach(left -> ledger.inbox().put(mailbox, left));
        if (!matters.isEmpty() && until != null) {
            tell(matters, until);
        }
        bounces.takeBack(plan.mayHaveComeBack());
        if (terms.handOver()) {
            rows.handOver(run);
        }
        var result = counts.of(plan);
        rows.end(run, result, ledger.clock().now());
        return new Outcome(run, result, matters.stream().map(Placed::id).toList(), until, assumed);
    }

    /** Before anything is told: whoever stops, and reads the letters again, finds the same threads and what came back. */
    private void keepTraces(List<Placed> matters) {
        var traces = ledger.traceRows();
        var now = ledger.clock().now();
        traces.forget(now);
        matters.forEach(matter -> traces.keep(matter.id(), matter.planned().letters(), now));
        traces.keep(plan.unassigned(), now);
        matters.forEach(matter -> bounces.sent(matter.id(), matter.planned().letters()));
        bounces.returned(plan.bounces());
    }

    private @Nullable Instant until() {
        return terms.until() == null ? plan.newest() : terms.until();
    }

    private Placed placed(PlannedMatter planned) {
        var known = planned.known();
        if (known == null) {
            var id = ids.matter(planned.client().key(), planned.key());
            return new Placed(planned, id, ids.client(planned.client().key()));
        }
        return ledger.streams()
                .first(known.value())
                .map(opened -> new Placed(planned, known, ((MatterOpened) opened).clientId()))
                .orElseThrow(() -> new CannotRun("the map names " + known + ", and the ledger has no such matter"));
    }

    private void tell(List<Placed> matters, Instant until) throws InterruptedException {
        var first = plan.matters().stream()
                .map(matter -> matter.letters().getFirst().letter().at())
                .min(Instant::compareTo)
                .orElseThrow();
        var known = ledger.knownStaff();
        var staffing = new Staffing(terms, known.byAddress(), ids, ledger.staff(), first);
        var house = House.of(ledger, terms, plan, staffing, known);
        assumed.addAll(house.assumed());
        var responsible = plan.matters().stream()
                .collect(Collectors.toMap(matter -> matter, matter -> staffing.responsible(matter, house.busiest())));
        plan.matters().stream()
                .flatMap(matter -> matter.letters().stream())
                .filter(Told::byFirm)
                .forEach(
                        told -> staffing.of(Objects.requireNonNull(told.letter().from())));
        var persons = persons(matters);
        progress.step(
                "letters",
                plan.matters().stream()
                        .mapToLong(matter -> matter.letters().size())
                        .sum());
        var many = new ManyAtOnce(AT_ONCE);
        many.each(matters, matter -> {
            var speaks = Objects.requireNonNull(persons.get(matter.client()));
            var fresh = open(matter, speaks, Objects.requireNonNull(responsible.get(matter.planned())), house);
            var telling = new MatterTelling(ledger.telling(), matter.id(), speaks, staffing, mailbox, fresh);
            tell(matter, telling, until, many::stopped);
        });
        progress.end();
    }

    private void tell(Placed matter, MatterTelling telling, Instant until, BooleanSupplier stopped) {
        for (var told : matter.planned().letters()) {
            if (stopped.getAsBoolean()) {
                return;
            }
            counts.told(told.letter().identity(), telling.tell(told));
            var undelivered = told.letter().undelivered();
            if (undelivered != null) {
                bounces.takeBack(matter.id(), undelivered.letter());
            }
            progress.done(1);
        }
        if (!until.isBefore(matter.planned().letters().getLast().letter().at())) {
            telling.passTime(until);
        }
    }

    /** Each client once, with the persons of all its matters. */
    private Map<ClientId, Persons.OfClient> persons(List<Placed> matters) throws InterruptedException {
        var known = new ConcurrentHashMap<ClientId, Persons.OfClient>();
        var byClient = matters.stream().collect(Collectors.groupingBy(Placed::client));
        progress.step("clients", byClient.size());
        new ManyAtOnce(CLIENTS_AT_ONCE).each(byClient.entrySet(), client -> {
            for (var matter : client.getValue()) {
                if (matter.planned().known() != null || !known.containsKey(client.getKey())) {
                    var speaks = ledger.persons()
                            .takeIn(
                                    client.getKey(),
                                    matter.planned().client(),
                                    matter.planned().known() != null);
                    known.put(client.getKey(), speaks);
                }
            }
            progress.done(1);
        });
        progress.end();
        return known;
    }

    /** @return whether it was opened now, and so knows nothing yet */
    private boolean open(Placed matter, Persons.OfClient persons, StaffId responsible, House house) {
        var id = matter.id();
        if (ledger.streams().first(id.value()).isPresent()) {
            return false;
        }
        var title = matter.planned().title();
        ledger.commands()
                .send(
                        Callers.at(
                                matter.planned().letters().getFirst().letter().at()),
                        MatterCommands.open(new MatterCommands.Taken(
                                id,
                                matter.client(),
                                ledger.confidential().seal(matter.client().value(), title),
                                Objects.requireNonNull(persons.principal()),
                                responsible,
                                house.partner(),
                                house.calendar(),
                                terms.silenceLimit())));
        return true;
    }
}
