package org.matterledger.launcher.mailimport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matterledger.command.Caller;
import org.matterledger.command.Receipt;
import org.matterledger.command.rest.Unknown;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.values.MatterId;

/** Tells a matter of a letter that waits in the inbox, as the import would have, because a person said that it belongs there. */
final class LetterAssignment {

    private final LedgerParts ledger;
    private final Inbox inbox;

    LetterAssignment(LedgerParts ledger) {
        this.ledger = ledger;
        this.inbox = ledger.inbox();
    }

    /**
     * @return what the matter made of it
     * @throws Unknown where there is no such letter or matter
     */
    Receipt assign(Caller caller, String id, MatterId matter) {
        var letter =
                inbox.find(id).flatMap(row -> Optional.ofNullable(row.letter())).orElseThrow(Unknown::new);
        var opened = ledger.streams()
                .first(matter.value())
                .map(MatterOpened.class::cast)
                .orElseThrow(Unknown::new);
        var staffing = new Staffing(
                ImportTerms.of(List.of(), firm(letter), null, MatterBy.CLIENT, null, null, null),
                ledger.knownStaff().byAddress(),
                ledger.ids(),
                ledger.staff(),
                letter.at());
        var telling = new MatterTelling(
                ledger.telling(caller.actor()), matter, persons(opened, letter), staffing, letter.mailbox(), false);
        var bounces = ledger.bounces(caller.actor());
        bounces.sent(matter, List.of(letter.told()));
        var receipt = telling.told(letter.told());
        bounces.takeBack(matter, letter.identity());
        inbox.assigned(id, matter, caller.actor());
        return receipt;
    }

    private static List<String> firm(WaitingLetter letter) {
        return letter.byFirm() && letter.from() != null ? List.of(letter.from().address()) : List.of();
    }

    /** Whoever wrote, or was written to, speaks for the client from now on, as after an import. */
    private Persons.OfClient persons(MatterOpened opened, WaitingLetter letter) {
        var planned = new PlannedClient(opened.clientId().value(), "");
        letter.outside().stream()
                .filter(Belonging::reachable)
                .forEach(address -> planned.seen(address.address(), address.name(), letter.at()));
        return planned.persons().isEmpty()
                ? new Persons.OfClient(opened.clientId(), Map.of(), opened.contactPerson(), Set.of())
                : ledger.persons().takeIn(opened.clientId(), planned, true);
    }

    /** @throws Unknown where there is no such letter */
    void dismiss(Caller caller, String id, boolean dismissed) {
        var letter = inbox.find(id).orElseThrow(Unknown::new);
        inbox.dismissed(letter.id(), dismissed, caller.actor());
    }
}
