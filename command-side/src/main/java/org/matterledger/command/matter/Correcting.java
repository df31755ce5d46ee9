package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ANOTHER_PERSON_AGREES;
import static org.matterledger.command.matter.MatterRule.CORRECTION_WAS_ASKED_FOR;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.Channels.Channel;
import org.matterledger.command.matter.EntryCommand.CorrectEntry;
import org.matterledger.command.matter.EntryCommand.CorrectionCommand;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.MoveEntry;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.command.matter.Happening.FirmWrote;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.AnswerWaived;
import org.matterledger.events.EntryEvent.CorrectionDeclined;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.StaffId;

/**
 * What was recorded wrongly is put right: at once, or, where a breach would vanish, when a second person agrees. Until then
 * the old verdict stands, and the request is shown (rules.md 1.8, 17).
 */
final class Correcting {

    private final MatterState state;
    private final Facts facts;
    private final LedgerTime now;

    Correcting(MatterState state, Facts facts, LedgerTime now) {
        this.state = state;
        this.facts = facts;
        this.now = now;
    }

    /** What was said goes to another matter; {@code there} asks whether a breach would vanish in that one. */
    Outcome move(MoveEntry command, BooleanSupplier there) {
        return correct(command, there);
    }

    Outcome correct(CorrectionCommand command) {
        return correct(command, () -> false);
    }

    private Outcome correct(CorrectionCommand command, BooleanSupplier elsewhere) {
        var request = request(command);
        var broken = new Correctable(state, facts).broken(request);
        if (broken.isPresent()) {
            return refusedBy(broken.get());
        }
        if (command instanceof CorrectEntry correction
                && correction.correction().occurredAt() != null
                && ContactFacts.tooEarly(correction.correction().occurredAt(), now)) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        var effect = effect(request, null);
        return takesABreachBack(effect) || elsewhere.getAsBoolean()
                ? entry(request.request().value(), request)
                : entry(command.about().value(), effect);
    }

    /**
     * Ends the clock of a message at once. That it needed no answer from the first, so that none was late, takes a second
     * person, but for what was imported and so enters no person's figures.
     */
    Outcome waive(WaiveAnswer command) {
        var about = command.about();
        if (!EntryDecisions.of(state, about, facts)) {
            return refusedBy(ENTRY_IS_OF_THIS_MATTER);
        }
        var asked = state.corrections().waiting().stream()
                .filter(request ->
                        request.neverNeeded() != null && request.about().equals(about))
                .findFirst();
        if (asked.isPresent()) {
            return nothingNew(asked.get().request().value());
        }
        var request = new CorrectionRequested(
                command.matterId(),
                about,
                EntryId.of(command.matterId(), state.events() + 1),
                null,
                null,
                true,
                command.by(),
                command.reason(),
                null,
                now.instant());
        if (!takesABreachBack(effect(request, null))) {
            return entry(about.value(), waived(command));
        }
        return facts.imported().test(about)
                ? entry(about.value(), effect(request, null))
                : entry(request.request().value(), waived(command), request);
    }

    private AnswerWaived waived(WaiveAnswer command) {
        return new AnswerWaived(
                command.matterId(), command.about(), command.by(), command.reason(), null, null, now.instant());
    }

    private boolean takesABreachBack(EntryEvent effect) {
        return Consequences.preview(state, facts, now, effect).stream().anyMatch(BreachReassessed.class::isInstance);
    }

    private CorrectionRequested request(CorrectionCommand command) {
        return new CorrectionRequested(
                command.matterId(),
                command.about(),
                state.nextEntry(),
                command instanceof CorrectEntry correction ? correction.correction() : null,
                command instanceof MoveEntry move ? move.to() : null,
                null,
                command.by(),
                command.reason(),
                command.evidence(),
                now.instant());
    }

    private EntryEvent effect(CorrectionRequested asked, @Nullable EntryId request) {
        var matter = asked.matterId();
        var about = asked.about();
        if (asked.neverNeeded() != null) {
            return new AnswerWaived(matter, about, asked.by(), asked.reason(), request, true, now.instant());
        }
        var correction = asked.correction();
        if (correction != null) {
            return new EntryCorrected(
                    matter,
                    about,
                    correction,
                    asked.reason(),
                    asked.evidence(),
                    request,
                    agreement(about, correction),
                    true,
                    now.instant());
        }
        return asked.to() != null
                ? new EntryMoved(matter, about, asked.to(), asked.reason(), asked.evidence(), request, now.instant())
                : new EntryWithdrawn(matter, about, asked.reason(), asked.evidence(), request, now.instant());
    }

    /** A fact meets the agreements of its own time and channel: where one of them was wrong, it is judged anew. */
    private @Nullable ChannelId agreement(EntryId about, Correction correction) {
        if (correction.occurredAt() == null && correction.channel() == null) {
            return null;
        }
        return told(about)
                .findFirst()
                .flatMap(entry -> {
                    var at = correction.occurredAt() == null ? entry.at() : correction.occurredAt();
                    var channel = correction.channel() == null ? channelOf(entry) : correction.channel();
                    return state.channels().agreed(channel, at.atZone(Writing.zone(state, facts, at)));
                })
                .map(Channel::id)
                .orElse(null);
    }

    private Stream<Happening> told(EntryId about) {
        var remembered = told(state.duties().happenings(), about);
        return remembered.isEmpty() && state.duties().keptSince() != null
                ? told(WholeMatter.read(facts.wholeMatter()).duties().happenings(), about).stream()
                : remembered.stream();
    }

    private static List<Happening> told(List<Happening> happenings, EntryId about) {
        return happenings.stream()
                .filter(happening -> happening.sequence() == about.sequence()
                        && (happening instanceof ClientWrote || happening instanceof FirmWrote))
                .toList();
    }

    private static ChannelKind channelOf(Happening told) {
        return switch (told) {
            case ClientWrote wrote -> wrote.channel();
            case FirmWrote wrote -> wrote.channel();
            default -> throw new IllegalArgumentException(told + " took no channel");
        };
    }

    /** The second person agrees: what was asked takes effect, at what it corrects, where it still can. */
    Outcome agree(EntryId request, StaffId by) {
        return state.corrections()
                .find(request)
                .map(asked -> Objects.equals(asked.by(), by) ? refusedBy(ANOTHER_PERSON_AGREES) : agreed(asked))
                .orElseGet(() -> refusedBy(CORRECTION_WAS_ASKED_FOR));
    }

    private Outcome agreed(CorrectionRequested asked) {
        return new Correctable(state, facts)
                .broken(asked)
                .map(Outcome::refusedBy)
                .orElseGet(() -> entry(asked.about().value(), effect(asked, asked.request())));
    }

    /** The old verdict stands. */
    Outcome decline(DeclineCorrection command) {
        return state.corrections()
                .find(command.request())
                .map(asked -> events(new CorrectionDeclined(
                        command.matterId(),
                        asked.about(),
                        command.request(),
                        command.by(),
                        command.reason(),
                        now.instant())))
                .orElseGet(() -> refusedBy(CORRECTION_WAS_ASKED_FOR));
    }
}
