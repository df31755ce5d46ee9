package org.matterledger.command.matter;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Happening.AnswerWaived;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.command.matter.Happening.FirmWrote;
import org.matterledger.values.ThreadId;

/** What client and firm said to each other, as the clocks ask for it. */
final class Conversation {

    private final List<Happening> happenings;

    /** @param happenings in the order of the world */
    Conversation(List<Happening> happenings) {
        this.happenings = happenings;
    }

    /** What the client wrote, as one entry recorded it. */
    Optional<ClientWrote> message(long sequence) {
        return clientWrote().filter(message -> message.sequence() == sequence).findFirst();
    }

    /** The message that waits next, once another one needs no answer. */
    Optional<ClientWrote> nextWaiting(Obligation reply, AnswerWaived waived) {
        return clientWrote()
                .filter(message -> message.contact()
                        && !message.needless()
                        && Objects.equals(message.thread(), reply.thread())
                        && !message.at().isBefore(reply.startedAt())
                        && message.sequence() != waived.message()
                        && Happening.ORDER.compare(message, waived) < 0
                        && !waivedBefore(message, waived))
                .findFirst();
    }

    private boolean waivedBefore(ClientWrote message, AnswerWaived last) {
        return happenings.stream()
                .anyMatch(other -> other instanceof AnswerWaived waived
                        && waived.message() == message.sequence()
                        && Happening.ORDER.compare(waived, last) < 0);
    }

    /** Counts by a channel that was agreed, or once the client answers there (semantics 4.9, 2). */
    boolean counts(FirmWrote message) {
        return message.substantive()
                && message.adopted()
                && !message.failed()
                && (message.agreed()
                        || happenings.stream()
                                .anyMatch(other -> other instanceof ClientWrote answer && answer.answers(message)));
    }

    /** When the firm last told the client something of substance between two instants, both excluded. */
    Optional<Instant> lastInforming(Instant after, Instant before) {
        return happenings.stream()
                .filter(happening -> happening.at().isBefore(before)
                        && happening.at().isAfter(after)
                        && happening instanceof FirmWrote wrote
                        && wrote.informs()
                        && counts(wrote))
                .map(Happening::at)
                .max(Comparator.naturalOrder());
    }

    /** A thread that may be the general one. */
    record Thread(@Nullable ThreadId id) {

        boolean of(Obligation obligation) {
            return Objects.equals(obligation.thread(), id);
        }
    }

    /** Where it speaks: first, where it says that it answers. */
    List<Thread> threadsOf(FirmWrote message) {
        var referred = Optional.ofNullable(message.inReplyTo())
                .flatMap(this::message)
                .map(asked -> new Thread(asked.thread()))
                .stream();
        var own = message.inThread() ? Stream.of(new Thread(message.thread())) : Stream.<Thread>of();
        return Stream.concat(referred, own).distinct().toList();
    }

    private Stream<ClientWrote> clientWrote() {
        return happenings.stream().filter(ClientWrote.class::isInstance).map(ClientWrote.class::cast);
    }
}
