package org.matterledger.command.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.ActingStaff;
import org.matterledger.command.StreamReader;
import org.matterledger.command.followup.Outbox.What;
import org.matterledger.events.AvailabilityEvent.StaffCalendarGiven;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffId;
import org.matterledger.values.Urgency;

/** Who learns of what, and in whose hours: read from the streams of matter, staff and calendar. */
final class Addressees {

    private final StreamReader streams;
    private final Windows windows;

    Addressees(StreamReader streams, Windows windows) {
        this.streams = streams;
        this.windows = windows;
    }

    /**
     * Where a notice goes.
     *
     * @param window the calendar in whose hours it may go out; absent where the matter is served around the clock, or what
     *     waits is urgent
     * @param title of the matter, sealed
     */
    record Address(StaffId recipient, @Nullable CalendarId window, ConfidentialText title) {}

    /**
     * Whom to tell; nobody where the holder has no deputy, or the deputy acts for the holder and is told as such.
     *
     * @param basis the entry that armed the duty; absent for one that was followed before that was kept
     * @param at when it became known: who acted for whom then
     */
    Optional<Address> address(
            What what, MatterId matter, StaffId holder, CalendarId calendar, @Nullable EntryId basis, Instant at) {
        var opened = (MatterOpened) streams.first(matter.value())
                .orElseThrow(() -> new IllegalStateException("What is owed in " + matter + " is not in its stream"));
        var partner = opened.accountablePartner();
        var staff = ActingStaff.read(streams, at, Set.of(holder));
        var acting = staff.holder(holder, partner, at);
        var recipient = switch (what) {
            case WARNING, BREACH -> Optional.of(acting);
            case DEPUTY -> deputy(holder, at).filter(deputy -> !deputy.equals(acting));
            case PARTNER -> Optional.of(partner);
        };
        return recipient.map(told -> new Address(told, urgent(basis) ? null : window(told, calendar), opened.title()));
    }

    /** Whether who wrote or called said that it can't wait; what merely came at night is presumed so, and does. */
    private boolean urgent(@Nullable EntryId basis) {
        if (basis == null) {
            return false;
        }
        var entry = streams.at(basis.matter().value(), basis.sequence()).orElse(null);
        var urgency = switch (entry) {
            case MessageReceived message -> message.urgency();
            case CallHeld call -> call.urgency();
            case null, default -> null;
        };
        return urgency == Urgency.HIGH;
    }

    /** The deputy, or who acts for an absent one. */
    private Optional<StaffId> deputy(StaffId holder, Instant at) {
        @Nullable StaffId deputy = null;
        for (var event : of(holder)) {
            deputy = event instanceof StaffDeputyNamed named ? named.deputy() : deputy;
        }
        return deputy == null
                ? Optional.empty()
                : ActingStaff.read(streams, at, Set.of(deputy)).actingFor(deputy, at);
    }

    /** The recipient's own hours, else the matter's; none where the client was promised somebody at any hour. */
    private @Nullable CalendarId window(StaffId recipient, CalendarId calendar) {
        if (windows.alwaysOpen(calendar)) {
            return null;
        }
        @Nullable CalendarId own = null;
        for (var event : of(recipient)) {
            own = event instanceof StaffCalendarGiven given ? given.calendarId() : own;
        }
        return own == null ? calendar : own;
    }

    private List<LedgerEvent> of(StaffId staff) {
        return streams.read(Set.of(staff.value())).getOrDefault(staff.value(), List.of());
    }
}
