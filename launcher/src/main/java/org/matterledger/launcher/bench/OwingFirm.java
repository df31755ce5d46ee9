package org.matterledger.launcher.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.matterledger.command.Confidential;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Reckoned;
import org.matterledger.values.Standing;
import org.matterledger.values.UpdateKind;

/**
 * What boards show: open matters of many clients, each with names sealed by keys of their own, which all owe the next word,
 * and every fifth an answer. All of them are one lawyer's.
 */
final class OwingFirm {

    private static final int MATTERS_OF_A_CLIENT = 10;
    private static final int ASKS = 5;

    private final SeededFirm firm;
    private final Confidential vault;

    OwingFirm(SeededFirm firm, Confidential vault) {
        this.firm = firm;
        this.vault = vault;
    }

    /** A client with the one who speaks for it. */
    private record Party(ClientId client, PersonId person) {}

    /**
     * Opens matters in the last weeks that are due in the weeks to come. None is overdue: those would be visited, all at
     * once, while pages are measured.
     */
    void open(int matters, Instant now) {
        var parties = IntStream.range(0, matters / MATTERS_OF_A_CLIENT)
                .mapToObj(number -> party(number, now))
                .toList();
        for (var i = 0; i < matters; i++) {
            var opened = now.minus(Duration.ofDays(2 + i % 20)).minusSeconds(i);
            matter(parties.get(i % parties.size()), i, opened, now);
        }
        firm.flush();
    }

    private Party party(int number, Instant now) {
        var party = new Party(ClientId.random(), PersonId.random());
        var client = party.client();
        var registered = now.minus(Duration.ofDays(30));
        firm.add(
                "client",
                client.value(),
                0,
                new ClientRegistered(client, sealed(client, "Client number " + number), null, registered));
        firm.add(
                "client",
                client.value(),
                1,
                new ContactPersonNamed(
                        client,
                        party.person(),
                        sealed(party.person(), "Speaker of client " + number),
                        List.of(),
                        Standing.PRINCIPAL,
                        registered));
        return party;
    }

    private void matter(Party party, int number, Instant opened, Instant now) {
        var matter = MatterId.random();
        var mail = ChannelId.random();
        firm.add(
                "matter",
                matter.value(),
                0,
                new MatterOpened(
                        matter,
                        party.client(),
                        sealed(party.client(), "Dispute about delivery " + number),
                        party.person(),
                        firm.lawyer,
                        firm.lawyer,
                        firm.calendar,
                        1,
                        mail,
                        null,
                        SeededFirm.POLICY,
                        1,
                        null,
                        null,
                        opened));
        var told = opened.plus(Duration.ofHours(2));
        firm.add("matter", matter.value(), 1, update(matter, party, mail, told));
        owe(matter, 2, 1, ObligationKind.KEEP_INFORMED, told, opened.plus(Duration.ofDays(28)));
        if (number % ASKS == 0) {
            var asked = opened.plus(Duration.ofHours(5));
            firm.add("matter", matter.value(), 3, message(matter, party, mail, asked));
            owe(matter, 4, 3, ObligationKind.REPLY, asked, now.plus(Duration.ofDays(1 + number % 7)));
        }
    }

    private UpdateSent update(MatterId matter, Party party, ChannelId mail, Instant at) {
        return new UpdateSent(
                matter,
                EntryId.of(matter, 1),
                UpdateKind.PROGRESS,
                ChannelKind.MAIL,
                mail,
                List.of(new Recipient(party.person(), Standing.PRINCIPAL)),
                firm.lawyer,
                firm.text(),
                null,
                null,
                null,
                null,
                null,
                null,
                at);
    }

    private MessageReceived message(MatterId matter, Party party, ChannelId mail, Instant at) {
        return new MessageReceived(
                matter,
                EntryId.of(matter, 3),
                party.person(),
                ChannelKind.MAIL,
                mail,
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at);
    }

    private void owe(MatterId matter, int sequence, int entry, ObligationKind kind, Instant since, Instant due) {
        var basis = EntryId.of(matter, entry);
        firm.add(
                "matter",
                matter.value(),
                sequence,
                new ObligationArmed(
                        matter,
                        ObligationId.of(basis, kind),
                        kind,
                        1,
                        firm.lawyer,
                        basis,
                        null,
                        null,
                        since,
                        due,
                        List.of(),
                        new Reckoned("SILENCE_LIMIT", firm.calendar, 1, 1),
                        null,
                        null,
                        0,
                        since));
    }

    private ConfidentialText sealed(Object subject, String text) {
        return vault.seal(subject.toString(), text);
    }
}
