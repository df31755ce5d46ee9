package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.MATTER_IS_OPEN;
import static org.matterledger.command.matter.MatterRule.UPDATE_GOES_TO_CONTACT_PERSONS;
import static org.matterledger.command.matter.MatterRule.UPDATE_KEEPS_THE_AGREED_HOURS;
import static org.matterledger.command.matter.MatterRule.UPDATE_TAKES_AN_AGREED_CHANNEL;
import static org.matterledger.command.matter.MatterRule.WRITER_WORKS_HERE;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Rule;
import org.matterledger.command.matter.Channels.Channel;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.StaffId;
import org.matterledger.values.Standing;

/** The firm writes to its client: by whom, to whom, by which channel, and whether it may. */
final class Writing {

    private final MatterState state;
    private final Facts facts;
    private final ChannelKind kind;
    private final List<PersonId> to;
    private final @Nullable StaffId by;
    private final Instant at;
    private final Optional<Channel> channel;
    private final Map<PersonId, Standing> persons;

    Writing(MatterState state, Facts facts, ChannelKind kind, List<PersonId> to, @Nullable StaffId by, LedgerTime now) {
        this.state = state;
        this.facts = facts;
        this.kind = kind;
        this.to = to;
        this.by = by;
        this.at = now.instant();
        this.channel = state.channels().agreed(kind, at.atZone(zone(state, facts, at)));
        this.persons = facts.contactPersons(state.matter().clientId());
    }

    /** The first rule that forbids to write so now. */
    Optional<Rule> forbidden() {
        if (state.closed()) {
            return Optional.of(MATTER_IS_OPEN);
        }
        if (by == null || facts.rolesOf(by).isEmpty()) {
            return Optional.of(WRITER_WORKS_HERE);
        }
        if (to.isEmpty() || !persons.keySet().containsAll(to)) {
            return Optional.of(UPDATE_GOES_TO_CONTACT_PERSONS);
        }
        if (channel.isEmpty()) {
            return Optional.of(UPDATE_TAKES_AN_AGREED_CHANNEL);
        }
        if (outsideHours() && facts.enforced(UPDATE_KEEPS_THE_AGREED_HOURS)) {
            return Optional.of(UPDATE_KEEPS_THE_AGREED_HOURS);
        }
        return Optional.empty();
    }

    /** Whether it goes out beyond the agreed hours in a firm that only warns of that. */
    boolean warnedOfHours() {
        return outsideHours() && facts.warns(UPDATE_KEEPS_THE_AGREED_HOURS);
    }

    private boolean outsideHours() {
        return channel.filter(agreed ->
                        !agreed.openAt(at.atZone(zone(state, facts, at)).toLocalTime()))
                .isPresent();
    }

    @Nullable
    ChannelId agreement() {
        return channel.map(Channel::id).orElse(null);
    }

    ChannelKind kind() {
        return kind;
    }

    /** Who reads it, each with the standing of today. */
    List<Recipient> recipients() {
        return to.stream().distinct().map(this::recipient).toList();
    }

    private Recipient recipient(PersonId person) {
        return new Recipient(person, persons.getOrDefault(person, Standing.OTHER));
    }

    /** The zone of the calendar that the matter kept at an instant. */
    static ZoneId zone(MatterState state, Facts facts, Instant at) {
        var terms = state.terms().at(at);
        return facts.version(terms.calendar(), terms.calendarVersion())
                .calendar()
                .zone();
    }
}
