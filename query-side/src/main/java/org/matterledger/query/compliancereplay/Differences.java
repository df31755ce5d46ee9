package org.matterledger.query.compliancereplay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DutyResult;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Names;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.query.compliancereplay.Difference.Kind;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;

/** Lists exactly in what two pictures of a matter differ, and says it in words. Pure. */
final class Differences {

    private final MatterAsOf first;
    private final MatterAsOf second;
    private final Names names;
    private final Times times;
    private final List<Difference> found = new ArrayList<>();

    private Differences(MatterAsOf first, MatterAsOf second, Names names) {
        this.first = first;
        this.second = second;
        this.names = names;
        this.times = new Times(names.zone());
    }

    /** In the order terms, entries, duties. */
    static List<Difference> between(MatterAsOf first, MatterAsOf second, Names names) {
        var differences = new Differences(first, second, names);
        differences.ofTerms();
        differences.ofEntries();
        differences.ofDuties();
        return differences.found;
    }

    private void ofTerms() {
        var opening = second.terms();
        if (first.terms() == null && opening != null) {
            add(
                    Kind.TERMS,
                    null,
                    "%s: the matter was not open yet; %s: it is open, and %s is responsible."
                            .formatted(
                                    capital(label(first)),
                                    label(second),
                                    names.of(opening.responsible().value())));
            return;
        }
        var before = words(first.terms());
        var after = words(second.terms());
        after.forEach((term, value) -> {
            var old = before.getOrDefault(term, "unknown");
            if (!value.equals(old)) {
                add(Kind.TERMS, null, "%s, %s: %s; %s: %s.".formatted(term, label(first), old, label(second), value));
            }
        });
        if (!Objects.equals(first.closedAt(), second.closedAt())) {
            add(Kind.TERMS, null, second.closedAt() == null ? "The matter was open." : "The matter was closed.");
        }
    }

    private Map<String, String> words(@Nullable Terms terms) {
        Map<String, String> words = new LinkedHashMap<>();
        if (terms != null) {
            words.put("Responsible", names.of(terms.responsible().value()));
            words.put("Calendar", names.of(terms.calendar().value()) + " v" + terms.calendarVersion());
            words.put("Policy", terms.policyVersion() == null ? "none" : "v" + terms.policyVersion());
            words.put("Silence limit", terms.silenceLimit() == null ? "of the policy" : terms.silenceLimit() + " days");
            words.put(
                    "Answer times",
                    "cut-off %s, answer %s, tasks %s"
                            .formatted(
                                    terms.cutOff() == null
                                            ? "of the policy"
                                            : terms.cutOff().text(),
                                    terms.replyWithin() == null ? "by the day" : Times.exactly(terms.replyWithin()),
                                    terms.acceptWithin() == null ? "by the day" : Times.exactly(terms.acceptWithin())));
            terms.channels()
                    .forEach((channel, state) ->
                            words.put("The channel " + names.channel(channel.value()), Words.of(state)));
        }
        return words;
    }

    private void ofEntries() {
        var before = byId(first.contacts(), Contact::id);
        var after = byId(second.contacts(), Contact::id);
        after.forEach((id, contact) -> {
            var known = before.get(id);
            if (known == null) {
                added(contact);
            } else if (!known.equals(contact)) {
                add(Kind.CORRECTED_ENTRY, id, corrected(known, contact));
            }
        });
        before.forEach((id, contact) -> {
            if (!after.containsKey(id) && !contact.occurredAt().isAfter(second.at())) {
                add(
                        Kind.WITHDRAWN_ENTRY,
                        id,
                        say(contact) + ": withdrawn or moved since, or now known for another time.");
            }
        });
    }

    private void added(Contact contact) {
        if (contact.occurredAt().isAfter(first.at())) {
            add(Kind.HAPPENED_BETWEEN, contact.id(), say(contact) + ".");
        } else {
            add(
                    Kind.LATE_ENTRY,
                    contact.id(),
                    say(contact) + "; it was recorded only " + times.moment(contact.notedAt()) + ".");
        }
    }

    private String corrected(Contact known, Contact contact) {
        return contact.arrived() || !known.arrived()
                ? say(known) + "; really: " + say(contact) + "."
                : say(known) + "; it did not arrive.";
    }

    private String say(Contact contact) {
        var firm =
                contact.staff() == null ? "The firm" : names.of(contact.staff().value());
        var client = names.of(contact.person() == null ? null : contact.person().value());
        var call = contact.event().equals("call.held");
        var who = contact.from() == Party.FIRM
                ? firm + (call ? " called" + (contact.person() == null ? "" : " " + client) : " wrote")
                : client + (call ? " called" : " wrote");
        var nature = contact.nature() == null || contact.nature() == MessageNature.SUBSTANTIVE
                ? ""
                : " (" + Words.of(contact.nature()) + ")";
        return who + nature + " by " + Words.of(contact.channel()) + " on " + times.moment(contact.occurredAt());
    }

    private void ofDuties() {
        var before = byId(first.duties(), DutyAsOf::id);
        var after = byId(second.duties(), DutyAsOf::id);
        after.forEach((id, duty) -> {
            var known = before.get(id);
            if (known == null) {
                arisen(duty);
            } else if (!known.equals(duty)) {
                add(
                        kind(known, duty),
                        id,
                        "%s, %s: %s; %s: %s."
                                .formatted(noun(duty), label(first), say(known), label(second), say(duty)));
            }
        });
        before.forEach((id, duty) -> {
            if (!after.containsKey(id)) {
                add(Kind.REASSESSED, id, noun(duty) + ", " + say(duty) + ": was not owed after all.");
            }
        });
    }

    private void arisen(DutyAsOf duty) {
        var since = duty.since().isAfter(first.at());
        add(
                since ? Kind.HAPPENED_BETWEEN : Kind.REASSESSED,
                duty.id(),
                noun(duty) + ", " + say(duty) + (since ? "." : ": was owed, and not known to be."));
    }

    /** What only went on between two instants is no other judgement. */
    private Kind kind(DutyAsOf known, DutyAsOf duty) {
        var went = second.at().isAfter(first.at())
                && known.result() == DutyResult.OPEN
                && (duty.endedAt() == null ? duty.breached() : duty.endedAt().isAfter(first.at()));
        return went ? Kind.HAPPENED_BETWEEN : Kind.REASSESSED;
    }

    private String noun(DutyAsOf duty) {
        return capital(DutyWords.noun(duty.kind()));
    }

    private static String capital(String said) {
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private String say(DutyAsOf duty) {
        var said = "due " + times.moment(duty.due()) + ", "
                + (duty.breached() && duty.result() == DutyResult.OPEN ? "missed and " : "")
                + DutyWords.result(duty.result());
        return said
                + (duty.endedAt() == null ? "" : " on " + times.moment(duty.endedAt()))
                + (duty.late() == null ? "" : ", " + Times.lag(duty.late()) + " late")
                + (duty.cancelledFor() == null ? "" : ": " + DutyWords.reason(duty.cancelledFor()))
                + (duty.reassessed() == null ? "" : " (" + DutyWords.result(duty.reassessed()) + ")")
                + ", held by " + names.of(duty.holder().value());
    }

    /** By which of the two pictures something is said. */
    private String label(MatterAsOf picture) {
        var known = "as known " + picture.known();
        return first.at().equals(second.at()) ? known : "on " + times.moment(picture.at()) + " " + known;
    }

    private void add(Kind kind, @Nullable Object about, String sentence) {
        found.add(new Difference(kind, about == null ? null : about.toString(), sentence));
    }

    private static <K, T> Map<K, T> byId(List<T> things, Function<T, K> id) {
        return things.stream().collect(Collectors.toMap(id, thing -> thing, (one, other) -> one, LinkedHashMap::new));
    }
}
