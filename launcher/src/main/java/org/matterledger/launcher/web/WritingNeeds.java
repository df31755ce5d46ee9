package org.matterledger.launcher.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Calendars;
import org.matterledger.query.Duties;
import org.matterledger.query.Duty;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Entries;
import org.matterledger.query.Names;
import org.matterledger.query.NamesView;
import org.matterledger.query.Present;
import org.matterledger.query.Recipients;
import org.matterledger.query.Times;
import org.matterledger.query.WhyOwed;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PersonId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the form for writing to a client is filled in with, and the need because of which somebody writes. */
@Component
@Profile("command & query")
final class WritingNeeds {

    private static final Set<ObligationKind> FROM_CLIENT =
            EnumSet.of(ObligationKind.REPLY, ObligationKind.ACCEPT_OR_DECLINE, ObligationKind.ACK_COMPLAINT);

    private final NamesView names;
    private final Recipients recipients;
    private final Duties duties;
    private final Calendars calendars;
    private final Entries entries;
    private final Present present;

    WritingNeeds(
            NamesView names,
            Recipients recipients,
            Duties duties,
            Calendars calendars,
            Entries entries,
            Present present) {
        this.names = names;
        this.recipients = recipients;
        this.duties = duties;
        this.calendars = calendars;
        this.entries = entries;
        this.present = present;
    }

    Optional<Names> names(MatterId matter) {
        return names.of(matter);
    }

    List<Recipients.Person> persons(MatterId matter) {
        return recipients.persons(matter);
    }

    /**
     * To whom something can be written in the matter.
     *
     * @throws Unknown where there is no such matter
     */
    Set<PersonId> known(MatterId matter) {
        if (names(matter).isEmpty()) {
            throw new Unknown();
        }
        return persons(matter).stream().map(person -> new PersonId(person.id())).collect(Collectors.toSet());
    }

    /** Whom the firm speaks with in the matter. */
    List<PersonId> usual(MatterId matter) {
        return persons(matter).stream()
                .filter(Recipients.Person::usual)
                .map(person -> new PersonId(person.id()))
                .toList();
    }

    List<ChannelKind> channels(MatterId matter) {
        return recipients.channels(matter);
    }

    /** An open duty of the matter. */
    Optional<Duty> duty(MatterId matter, String id) {
        return duties.openIn(matter).stream()
                .filter(duty -> duty.id().value().equals(id))
                .findFirst();
    }

    /** What is to be done, until when and why, in sentences; nothing where no duty asks for it, or none any more. */
    @Nullable
    String said(MatterId matter, String id, Names called) {
        var now = present.now();
        return duty(matter, id)
                .map(duty -> "%s, due %s. %s."
                        .formatted(
                                DutyWords.toDo(duty.kind()),
                                new Times(called.zone()).said(duty.due(), now),
                                new WhyOwed(called, calendars.of(duty.reckoned()), now).why(duty)))
                .orElse(null);
    }

    /** In the client's own words, what waits: a message's subject, a task, a complaint. */
    @Nullable
    String words(MatterId matter, String id) {
        return duty(matter, id)
                .filter(duty -> FROM_CLIENT.contains(duty.kind()))
                .flatMap(duty -> entries.find(duty.basis()))
                .map(Entries.Entry::text)
                .orElse(null);
    }
}
