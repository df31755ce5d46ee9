package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.ReferenceFacts.Fact;
import org.matterledger.command.matter.ReferenceFacts.Said;
import org.matterledger.values.ChannelKind;

/** Which channels a history's parties agreed on, and when; mail always, and a conversation needs no agreement. */
final class HistoryChannels {

    private final Set<Integer> calls = new HashSet<>();
    private @Nullable Instant from;
    private @Nullable Instant until;

    void agreed(Instant at) {
        from = at;
    }

    void withdrawn(Instant at) {
        until = at;
    }

    void spoken(int nr) {
        calls.add(nr);
    }

    /** What was said at another time, or by another channel, meets what was agreed then and there. */
    Fact moved(Fact fact, Deed.Moves really) {
        return switch (fact) {
            case ReferenceFacts.Heard heard -> {
                var channel = really.channel() == null
                        ? heard.channel()
                        : really.channel().name();
                yield heard.movedTo(really.really(), channel, target(channel, really.really()));
            }
            case Said said -> {
                var channel = really.channel() == null
                        ? said.channel()
                        : really.channel().name();
                yield said.movedTo(
                        really.really(), channel, calls.contains(said.nr()) || inForce(channel, really.really()));
            }
            case ReferenceFacts.Asked asked -> new ReferenceFacts.Asked(asked.nr(), really.really(), asked.task());
            case ReferenceFacts.Complained told ->
                new ReferenceFacts.Complained(told.nr(), really.really(), told.complaint());
            case ReferenceFacts.Delivered done -> new ReferenceFacts.Delivered(done.nr(), really.really(), done.task());
            case ReferenceFacts.Acknowledged heard ->
                new ReferenceFacts.Acknowledged(heard.nr(), really.really(), heard.complaint());
            default -> fact;
        };
    }

    @Nullable
    Duration target(String channel, Instant at) {
        return channel.equals(ChannelKind.TELEGRAM.name()) && telegram(at) ? Duration.ofHours(2) : null;
    }

    boolean inForce(String channel, Instant at) {
        return channel.equals(ChannelKind.MAIL.name()) || channel.equals(ChannelKind.TELEGRAM.name()) && telegram(at);
    }

    private boolean telegram(Instant at) {
        return from != null && !at.isBefore(from) && (until == null || at.isBefore(until));
    }
}
