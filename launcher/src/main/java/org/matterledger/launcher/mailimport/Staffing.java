package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.matterledger.command.staff.StaffPort;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** The firm's people as its letters and its own list show them, each registered when first needed. */
final class Staffing {

    private final Firm firm;
    private final Map<String, Colleague> listed = new HashMap<>();
    private final Map<String, String> firstAddress = new HashMap<>();
    private final Map<String, StaffId> known;
    private final ImportIds ids;
    private final StaffPort staff;
    private final Instant since;
    private final Set<StaffId> present = new HashSet<>();

    /**
     * @param known whom the ledger has, by address
     * @param since when they are said to have worked here: the time of the first letter
     */
    Staffing(ImportTerms terms, Map<String, StaffId> known, ImportIds ids, StaffPort staff, Instant since) {
        this.firm = terms.firm();
        this.known = known;
        this.ids = ids;
        this.staff = staff;
        this.since = since;
        var names = new HashMap<String, String>();
        for (var colleague : terms.colleagues()) {
            listed.put(colleague.address(), colleague);
            names.putIfAbsent(colleague.name(), colleague.address());
            firstAddress.put(colleague.address(), Objects.requireNonNull(names.get(colleague.name())));
        }
    }

    /** Who writes from an address of the firm. */
    StaffId of(Address address) {
        return take(address.address(), called(address), Set.of(StaffRole.FEE_EARNER));
    }

    private synchronized StaffId take(String address, String name, Set<StaffRole> roles) {
        var first = firstAddress.getOrDefault(address, address);
        var registered = known.get(address);
        if (registered == null) {
            registered = known.get(first);
        }
        if (registered != null) {
            return registered;
        }
        var id = ids.staff(first);
        if (present.add(id)) {
            var colleague = listed.get(first);
            if (colleague == null) {
                staff.takeIn(Callers.at(since), id, name, roles, first, null);
            } else {
                staff.takeIn(Callers.at(since), id, colleague.name(), colleague.roles(), first, colleague.team());
            }
        }
        return id;
    }

    private static String called(Address address) {
        var name = address.name();
        return name == null || name.isBlank() ? address.address() : name.strip();
    }

    /** Who serves the client in a matter: who wrote most there, else who was written to most, else who writes most of all. */
    StaffId responsible(PlannedMatter matter, Address otherwise) {
        var letters = matter.letters().stream().map(Told::letter).toList();
        var wrote = matter.letters().stream()
                .filter(Told::byFirm)
                .flatMap(told -> Stream.ofNullable(told.letter().from()));
        return most(wrote)
                .or(() -> most(letters.stream().flatMap(this::recipients)))
                .map(this::of)
                .orElseGet(() -> of(otherwise));
    }

    private Stream<Address> recipients(Letter letter) {
        return Stream.concat(letter.to().stream(), letter.cc().stream())
                .filter(address -> firm.includes(address) && Belonging.reachable(address));
    }

    /** Who writes most in all matters. */
    Optional<Address> mostBusy(List<PlannedMatter> matters) {
        return most(matters.stream()
                .flatMap(matter -> matter.letters().stream())
                .filter(Told::byFirm)
                .flatMap(told -> Stream.ofNullable(told.letter().from())));
    }

    /** Of equals, the first in the alphabet: the same in every import. */
    private static Optional<Address> most(Stream<Address> addresses) {
        var counts = new LinkedHashMap<String, Integer>();
        var named = new HashMap<String, Address>();
        addresses.forEach(address -> {
            counts.merge(address.address(), 1, Integer::sum);
            named.merge(address.address(), address, (one, other) -> one.name() == null ? other : one);
        });
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> Objects.requireNonNull(named.get(entry.getKey())));
    }

    /**
     * Where every escalation ends: a partner of the list, of the ledger, or else who writes most, until the firm says.
     */
    StaffId partner(Optional<StaffId> ofTheLedger, Address otherwise) {
        var named = listed.values().stream()
                .filter(colleague -> colleague.roles().contains(StaffRole.PARTNER))
                .min(Comparator.comparing(Colleague::address))
                .map(colleague -> of(new Address(colleague.address(), colleague.name())));
        return named.or(() -> ofTheLedger)
                .orElseGet(() -> take(
                        otherwise.address(), called(otherwise), EnumSet.of(StaffRole.PARTNER, StaffRole.FEE_EARNER)));
    }
}
