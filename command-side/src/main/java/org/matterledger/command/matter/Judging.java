package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Channels.Channel;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Deviation;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Standing;

/** Judges what was said by a channel at an instant, by what the matter agreed and by whom its client named. */
final class Judging {

    private static final Set<Deviation> JUDGED = EnumSet.of(
            Deviation.CHANNEL_NOT_AGREED,
            Deviation.OUTSIDE_CHANNEL_WINDOW,
            Deviation.SENDER_NOT_NAMED,
            Deviation.RECIPIENT_NOT_NAMED);

    private final LocalTime at;
    private final Optional<Channel> channel;
    private final Map<PersonId, Standing> persons;

    Judging(MatterState state, Facts facts, ChannelKind kind, Instant at) {
        var local = at.atZone(Writing.zone(state, facts, at));
        this.at = local.toLocalTime();
        this.channel = state.channels().agreed(kind, local);
        this.persons = facts.contactPersons(state.matter().clientId());
    }

    /** The deviations that a fact has in whatever matter it is recorded. */
    static Set<Deviation> notJudged(Set<Deviation> found) {
        var deviations = EnumSet.noneOf(Deviation.class);
        deviations.addAll(found);
        deviations.removeAll(JUDGED);
        return deviations;
    }

    /** How the way that was taken departs from what was agreed. */
    Optional<Deviation> ofChannel() {
        if (channel.isEmpty()) {
            return Optional.of(Deviation.CHANNEL_NOT_AGREED);
        }
        return channel.get().openAt(at) ? Optional.empty() : Optional.of(Deviation.OUTSIDE_CHANNEL_WINDOW);
    }

    @Nullable
    ChannelId agreement() {
        return channel.map(Channel::id).orElse(null);
    }

    boolean names(@Nullable PersonId person) {
        return person != null && persons.containsKey(person);
    }

    /** Those of them whom the client names. */
    List<Recipient> named(Stream<PersonId> to) {
        return to.filter(this::names).map(this::recipient).toList();
    }

    /** A person with its standing towards this client. */
    Recipient recipient(PersonId person) {
        return new Recipient(person, persons.getOrDefault(person, Standing.OTHER));
    }
}
