package org.matterledger.command.matter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerState;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.TermsEvent;
import org.matterledger.values.EntryId;
import org.matterledger.values.StaffId;

/**
 * A matter as its rules read it, composed of small state machines.
 *
 * @param opened as it was told at opening; absent before
 * @param responsible who serves the client now; absent before the opening
 * @param closed whether the firm does nothing more in it
 * @param channels what was agreed on channels
 * @param terms by which hours, limits and versions duties are reckoned
 * @param tasks how far each task came
 * @param complaints what was complained of, and whether the client was told that it arrived
 * @param corrections what waits for a second person
 * @param duties what is owed, and from what it was reckoned
 * @param events how many events the stream holds; the sequence of the next one
 */
record MatterState(
        @Nullable MatterOpened opened,
        @Nullable StaffId responsible,
        boolean closed,
        Channels channels,
        Terms terms,
        Tasks tasks,
        Complaints complaints,
        Corrections corrections,
        Duties duties,
        long events)
        implements LedgerState<MatterState> {

    static final MatterState BLANK = new MatterState(
            null,
            null,
            false,
            Channels.NONE,
            Terms.NONE,
            Tasks.NONE,
            Complaints.NONE,
            Corrections.NONE,
            Duties.NONE,
            0);

    @Override
    public MatterState evolve(LedgerEvent event) {
        var next = evolveWhole((MatterEvent) event);
        var tidied = next.duties.tidied();
        return tidied == next.duties ? next : next.owing(tidied);
    }

    /** As {@link #evolve}, letting nothing go: for what reaches back further than the matter remembers. */
    MatterState evolveWhole(MatterEvent event) {
        var agreed = event instanceof ProtocolEvent protocol ? channels.evolve(protocol) : channels;
        if (event instanceof MatterOpened opening) {
            agreed = Channels.ofTheContract(opening.mainChannel());
        }
        return new MatterState(
                event instanceof MatterOpened opening ? opening : opened,
                responsibleAfter(event),
                closed || event instanceof MatterClosed,
                agreed,
                termsAfter(event),
                tasks.evolve(event, events),
                complaints.evolve(event, events),
                corrections.evolve(event),
                duties.happened(happenings(event, agreed)).evolve(event),
                events + 1);
    }

    /** What was never asked for, or complained of, was never answered either. */
    private List<Happening> happenings(MatterEvent event, Channels agreed) {
        var known = Happenings.after(duties.happenings(), event, events, agreed, tasks);
        return event instanceof EntryWithdrawn withdrawn
                ? subject(withdrawn.about().sequence())
                        .map(subject -> EntryChanges.withoutSubject(known, subject))
                        .orElse(known)
                : known;
    }

    /** The task or complaint that came by an event. */
    Optional<String> subject(long sequence) {
        return tasks.requestedBy(sequence)
                .map(task -> task.id().value())
                .or(() -> complaints
                        .recordedBy(sequence)
                        .map(complaint -> complaint.id().value()));
    }

    private @Nullable StaffId responsibleAfter(MatterEvent event) {
        if (event instanceof MatterOpened opening) {
            return opening.responsible();
        }
        return event instanceof ResponsibleReplaced replaced ? replaced.responsible() : responsible;
    }

    private Terms termsAfter(MatterEvent event) {
        if (event instanceof MatterOpened opening) {
            return Terms.of(opening);
        }
        return event instanceof TermsEvent changed ? terms.evolve(changed) : terms;
    }

    private MatterState owing(Duties tidied) {
        return new MatterState(
                opened, responsible, closed, channels, terms, tasks, complaints, corrections, tidied, events);
    }

    /** The matter as opened. */
    MatterOpened matter() {
        if (opened == null) {
            throw new IllegalStateException("Only an opened matter is asked for more than its opening");
        }
        return opened;
    }

    /** Who serves the client now. */
    StaffId servedBy() {
        return responsible == null ? matter().responsible() : responsible;
    }

    /** The id of what the next event records. */
    EntryId nextEntry() {
        return EntryId.of(matter().matterId(), events);
    }
}
