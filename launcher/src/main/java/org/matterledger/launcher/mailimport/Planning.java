package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mail.Correspondence;
import org.matterledger.launcher.mail.Kind;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.launcher.mailimport.Plan.LeftOut;
import org.matterledger.values.MatterId;

/** Finds for each letter the matters that it tells. Pure: the same mailbox and terms give the same plan. */
final class Planning {

    static final String AMONG_COLLEAGUES = "AMONG_COLLEAGUES";
    static final String SEVERAL_MATTERS = "SEVERAL_MATTERS";
    static final String SENDER_UNKNOWN = "SENDER_UNKNOWN";
    static final String RECIPIENT_UNKNOWN = "RECIPIENT_UNKNOWN";

    private final Firm firm;
    private final Belonging belonging;
    private final Correspondence correspondence;
    private final KnownLetters known;
    private final Map<String, List<MatterId>> before = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, Set<PlannedMatter>> told = new HashMap<>();
    private final Set<String> writers = new HashSet<>();
    private final Map<String, Map<String, Address>> byList = new HashMap<>();
    private final List<LeftOut> unassigned = new ArrayList<>();
    private final List<LeftOut> skipped = new ArrayList<>();

    private Planning(Firm firm, Belonging belonging, Correspondence correspondence, KnownLetters known) {
        this.known = known;
        this.firm = firm;
        this.belonging = belonging;
        this.correspondence = correspondence;
    }

    static Plan of(Correspondence correspondence, Firm firm, List<Mapping> mappings, MatterBy by) {
        return of(correspondence, firm, mappings, by, KnownLetters.NONE);
    }

    /** The plan for letters that come after others. */
    static Plan of(Correspondence correspondence, Firm firm, List<Mapping> mappings, MatterBy by, KnownLetters known) {
        return new Planning(firm, new Belonging(mappings, by), correspondence, known).plan();
    }

    private Plan plan() {
        var letters = correspondence.letters();
        var distinct = new LinkedHashMap<String, Letter>();
        letters.forEach(letter -> distinct.putIfAbsent(letter.identity(), letter));
        distinct.values().forEach(letter -> subjects.putIfAbsent(correspondence.threadOf(letter), letter.subject()));
        var machines = new ArrayList<Letter>();
        for (var letter : distinct.values()) {
            switch (letter.kind()) {
                case PERSONAL -> assign(letter);
                case AUTOMATIC, BOUNCE, READ_RECEIPT -> machines.add(letter);
                case BULK, DRAFT -> skip(letter, letter.kind().name());
            }
        }
        before.putAll(known.matters(machines.stream()
                .flatMap(letter -> letter.references().stream())
                .filter(id -> !told.containsKey(id))
                .collect(Collectors.toSet())));
        // what answers an earlier letter last: by then it is plain which matters the mailbox itself tells of
        machines.stream().filter(letter -> !answersEarlier(letter)).forEach(this::attach);
        machines.stream().filter(this::answersEarlier).forEach(this::attach);
        var matters = belonging.matters().stream()
                .filter(matter -> !matter.letters().isEmpty())
                .toList();
        matters.forEach(matter -> matter.letters().sort(Planning::inTime));
        return new Plan(
                letters.size() + (long) correspondence.broken().size(),
                letters.size() - (long) distinct.size(),
                matters,
                List.copyOf(unassigned),
                List.copyOf(skipped),
                correspondence.broken(),
                matters.stream()
                        .flatMap(matter -> matter.letters().stream())
                        .map(Told::thread)
                        .distinct()
                        .count(),
                distinct.values().stream()
                        .map(Letter::at)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private static int inTime(Told one, Told other) {
        var time = one.letter().at().compareTo(other.letter().at());
        return time == 0 ? one.letter().identity().compareTo(other.letter().identity()) : time;
    }

    /** A letter that a person wrote. */
    private void assign(Letter letter) {
        var from = letter.from();
        if (from == null || !(firm.includes(from) || Belonging.reachable(from))) {
            unassigned.add(leftOut(letter, SENDER_UNKNOWN, false, Stream.ofNullable(from)));
        } else if (!firm.includes(from)) {
            writers.add(from.address());
            letter.lists().forEach(list -> writersOf(list, letter).putIfAbsent(from.address(), from));
            tell(letter, false, List.of(from));
        } else {
            var outside = outside(letter);
            if (!outside.isEmpty()) {
                tell(letter, true, outside);
            } else if (toNobody(letter)) {
                unassigned.add(leftOut(letter, RECIPIENT_UNKNOWN, true, Stream.of()));
            } else {
                skip(letter, AMONG_COLLEAGUES);
            }
        }
    }

    /** Whether it doesn't say who got it: a blind copy does, which may have gone to a client. */
    private static boolean toNobody(Letter letter) {
        return letter.to().isEmpty() && letter.cc().isEmpty() && letter.bcc().isEmpty();
    }

    /** Who has written of a topic to a list. */
    private Map<String, Address> writersOf(String list, Letter letter) {
        return byList.computeIfAbsent(list + " " + correspondence.threadOf(letter), ignored -> new LinkedHashMap<>());
    }

    /**
     * The recipients whom the firm wrote to, each once. On a list, whoever wrote of the topic there gets what is written of
     * it, named as a recipient or not.
     */
    private List<Address> outside(Letter letter) {
        var found = new LinkedHashMap<String, Address>();
        Stream.of(letter.to(), letter.cc(), letter.bcc())
                .flatMap(List::stream)
                .filter(address -> !firm.includes(address) && Belonging.reachable(address))
                .filter(address -> !letter.lists().contains(address.address()))
                .forEach(address -> found.putIfAbsent(address.address(), address));
        letter.lists().forEach(list -> writersOf(list, letter).forEach(found::putIfAbsent));
        return List.copyOf(found.values());
    }

    private void tell(Letter letter, boolean byFirm, List<Address> outside) {
        var thread = correspondence.threadOf(letter);
        var subject = subjects.getOrDefault(thread, letter.subject());
        var addresses = new LinkedHashMap<PlannedMatter, List<String>>();
        for (var address : outside) {
            belonging.matter(address, thread, subject).ifPresent(matter -> {
                matter.client().seen(address.address(), address.name(), letter.at());
                addresses.computeIfAbsent(matter, ignored -> new ArrayList<>()).add(address.address());
            });
        }
        if (addresses.isEmpty()) {
            unassigned.add(leftOut(letter, SEVERAL_MATTERS, byFirm, outside.stream()));
        }
        addresses.forEach((matter, whose) -> matter.tell(new Told(letter, thread, byFirm, whose)));
        told.put(letter.identity(), addresses.keySet());
    }

    /** What a machine wrote is told where it clearly belongs: by what it answers, or by a client whom letters show. */
    private void attach(Letter letter) {
        var answered = letter.references().reversed().stream()
                .map(this::matters)
                .filter(matters -> !matters.isEmpty())
                .findFirst();
        var from = letter.from();
        if (answered.isPresent()) {
            var byFirm = from != null && firm.includes(from);
            for (var matter : answered.get()) {
                matter.tell(new Told(letter, correspondence.threadOf(letter), byFirm, whose(letter, matter, byFirm)));
            }
        } else if (letter.kind() != Kind.BOUNCE
                && from != null
                && clients(letter, from).findAny().isPresent()) {
            tell(letter, firm.includes(from), clients(letter, from).toList());
        } else {
            skip(letter, letter.kind().name());
        }
    }

    private boolean answersEarlier(Letter letter) {
        return letter.references().stream().anyMatch(before::containsKey);
    }

    /** Those that were told of a letter, here or before. */
    private Collection<PlannedMatter> matters(String id) {
        var here = told.getOrDefault(id, Set.of());
        return here.isEmpty()
                ? before.getOrDefault(id, List.of()).stream().map(this::planned).toList()
                : here;
    }

    private PlannedMatter planned(MatterId matter) {
        return belonging.matters().stream()
                .filter(one -> known.id(one).equals(matter))
                .findFirst()
                .orElseGet(() -> belonging.ofTheLedger(matter, ""));
    }

    private Stream<Address> clients(Letter letter, Address from) {
        var whose = firm.includes(from) ? outside(letter).stream() : Stream.of(from);
        return whose.filter(address -> writers.contains(address.address()) || known.wrote(address.address()));
    }

    private List<String> whose(Letter letter, PlannedMatter matter, boolean byFirm) {
        var named = byFirm ? outside(letter).stream() : Optional.<@Nullable Address>ofNullable(letter.from()).stream();
        var ofClient = new HashSet<String>();
        matter.client().persons().forEach(person -> ofClient.add(person.address()));
        return named.map(Address::address)
                .filter(address -> matter.known() != null || ofClient.contains(address))
                .toList();
    }

    private void skip(Letter letter, String reason) {
        skipped.add(leftOut(letter, reason, false, Stream.of()));
    }

    private LeftOut leftOut(Letter letter, String reason, boolean byFirm, Stream<Address> outside) {
        return new LeftOut(letter, reason, correspondence.threadOf(letter), byFirm, outside.toList());
    }
}
