package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.ProtocolEvent.ChannelAgreed;
import org.matterledger.events.ProtocolEvent.ChannelDeclined;
import org.matterledger.events.ProtocolEvent.ChannelProposed;
import org.matterledger.events.ProtocolEvent.ChannelWithdrawn;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.Party;

/**
 * The ways by which the two sides agreed to reach each other.
 *
 * @param main the one that stands when nothing else does; absent before the matter is opened
 * @param all every channel ever proposed, in that order, the contract's own first
 */
record Channels(@Nullable ChannelId main, List<Channel> all) {

    static final Channels NONE = new Channels(null, List.of());

    Channels {
        all = List.copyOf(all);
    }

    /** Where a channel stands between the parties. */
    enum Stage {
        PROPOSED,
        AGREED,
        DECLINED,
        WITHDRAWN
    }

    /**
     * One channel as proposed, and how far it came.
     *
     * @param from since when it has been agreed; absent before, and for the contract's own
     * @param until from when on an agreed one was withdrawn
     */
    record Channel(
            ChannelId id,
            ChannelTerms terms,
            Party proposedBy,
            Stage stage,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** A fact that is told late meets the agreements of its own time. */
        boolean inForce(Instant at) {
            var ended = stage == Stage.WITHDRAWN && until != null && at.isBefore(until);
            return (stage == Stage.AGREED || ended) && (from == null || !at.isBefore(from));
        }

        /** Whether its agreed hours, if any, hold a local time. */
        boolean openAt(LocalTime time) {
            var window = terms.window();
            return window == null || window.contains(time);
        }

        private Channel agreed(Instant at) {
            return new Channel(id, terms, proposedBy, Stage.AGREED, at, null);
        }

        private Channel declined() {
            return new Channel(id, terms, proposedBy, Stage.DECLINED, null, null);
        }

        private Channel withdrawn(Instant at) {
            return new Channel(id, terms, proposedBy, Stage.WITHDRAWN, from, stage == Stage.AGREED ? at : null);
        }
    }

    /** Mail stands agreed by the contract itself (R000-13). */
    static Channels ofTheContract(ChannelId main) {
        var mail = new Channel(main, ChannelTerms.ofTheContract(), Party.FIRM, Stage.AGREED, null, null);
        return new Channels(main, List.of(mail));
    }

    Channels evolve(ProtocolEvent event) {
        return switch (event) {
            case ChannelProposed proposed -> with(proposed);
            case ChannelAgreed agreed -> agreed(agreed);
            case ChannelDeclined declined -> changed(declined.channelId(), Channel::declined);
            case ChannelWithdrawn withdrawn ->
                changed(withdrawn.channelId(), channel -> channel.withdrawn(withdrawn.occurredAt()));
        };
    }

    Optional<Channel> find(ChannelId id) {
        return all.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** The speed of answer that was agreed for a channel, where it is a span of time. */
    @Nullable
    Duration expectedAnswer(@Nullable ChannelId agreement) {
        return agreement == null
                ? null
                : find(agreement)
                        .map(channel -> channel.terms().expectedAnswer())
                        .flatMap(expected -> expected.duration())
                        .orElse(null);
    }

    /**
     * The channel of a kind that was agreed at an instant, and fits its local time best: one open then, else any; the
     * eldest first.
     */
    Optional<Channel> agreed(ChannelKind kind, ZonedDateTime at) {
        var agreed = all.stream()
                .filter(channel -> channel.terms().kind() == kind && channel.inForce(at.toInstant()))
                .toList();
        return agreed.stream()
                .filter(channel -> channel.openAt(at.toLocalTime()))
                .findFirst()
                .or(() -> agreed.stream().findFirst());
    }

    /** Whether any channel of a kind was agreed at an instant, whatever its hours. */
    boolean inForce(ChannelKind kind, Instant at) {
        return all.stream().anyMatch(channel -> channel.terms().kind() == kind && channel.inForce(at));
    }

    private Channels with(ChannelProposed proposed) {
        var longer = new ArrayList<>(all);
        longer.add(new Channel(proposed.channelId(), proposed.terms(), proposed.by(), Stage.PROPOSED, null, null));
        return new Channels(main, longer);
    }

    private Channels agreed(ChannelAgreed agreed) {
        var id = agreed.channelId();
        var changed = changed(id, channel -> channel.agreed(agreed.occurredAt()));
        var primary = find(id).map(channel -> channel.terms().primary()).orElse(false);
        return primary ? new Channels(id, changed.all()) : changed;
    }

    private Channels changed(ChannelId id, UnaryOperator<Channel> change) {
        return new Channels(
                main,
                all.stream()
                        .map(channel -> channel.id().equals(id) ? change.apply(channel) : channel)
                        .toList());
    }
}
