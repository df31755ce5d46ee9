package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ACCOUNTABLE_PARTNER_IS_A_PARTNER;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CALENDAR;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CLIENT;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CONTACT_PERSON;
import static org.matterledger.command.matter.MatterRule.MATTER_OPENED_ONCE;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.RESPONSIBLE_WORKS_HERE;
import static org.matterledger.command.matter.MatterRule.SILENCE_HAS_A_LIMIT;

import java.util.Objects;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.values.ChannelId;
import org.matterledger.values.StaffRole;

/** Taking on a matter: for whom, in whose hands, and in which hours. */
final class Opening {

    private Opening() {}

    static Outcome decide(MatterState state, OpenMatter command, Facts facts, LedgerTime now) {
        var known = state.opened();
        if (known != null) {
            return tellsTheSame(known, command) ? nothingNew() : refusedBy(MATTER_OPENED_ONCE);
        }
        if (!facts.registered(command.clientId())) {
            return refusedBy(MATTER_HAS_A_CLIENT);
        }
        if (!facts.contactPersons(command.clientId()).containsKey(command.contactPerson())) {
            return refusedBy(MATTER_HAS_A_CONTACT_PERSON);
        }
        if (facts.rolesOf(command.responsible()).isEmpty()) {
            return refusedBy(RESPONSIBLE_WORKS_HERE);
        }
        if (!facts.rolesOf(command.accountablePartner()).contains(StaffRole.PARTNER)) {
            return refusedBy(ACCOUNTABLE_PARTNER_IS_A_PARTNER);
        }
        if (command.silenceLimit() != null
                && (command.silenceLimit() < 1 || command.silenceLimit() > TermsDecisions.LONGEST_SILENCE)) {
            return refusedBy(SILENCE_HAS_A_LIMIT);
        }
        if (command.lastContact() != null && ContactFacts.tooEarly(command.lastContact(), now)) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        return facts.current(command.calendarId())
                .map(calendar -> events(opened(command, calendar.version(), facts, now)))
                .orElseGet(() -> refusedBy(MATTER_HAS_A_CALENDAR));
    }

    private static MatterOpened opened(OpenMatter command, int calendarVersion, Facts facts, LedgerTime now) {
        var policy = facts.policy().orElse(null);
        return new MatterOpened(
                command.matterId(),
                command.clientId(),
                command.title(),
                command.contactPerson(),
                command.responsible(),
                command.accountablePartner(),
                command.calendarId(),
                calendarVersion,
                ChannelId.main(command.matterId()),
                command.source(),
                policy == null ? null : policy.policyId(),
                policy == null ? null : policy.version(),
                command.silenceLimit(),
                command.lastContact(),
                now.instant());
    }

    private static boolean tellsTheSame(MatterOpened known, OpenMatter command) {
        return known.clientId().equals(command.clientId())
                && known.title().equals(command.title())
                && known.contactPerson().equals(command.contactPerson())
                && known.responsible().equals(command.responsible())
                && known.accountablePartner().equals(command.accountablePartner())
                && known.calendarId().equals(command.calendarId())
                && Objects.equals(known.silenceLimit(), command.silenceLimit())
                && Objects.equals(known.lastContact(), command.lastContact())
                && Objects.equals(known.source(), command.source());
    }
}
