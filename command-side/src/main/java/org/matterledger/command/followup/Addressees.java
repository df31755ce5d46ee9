package org.matterledger.command.followup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.StreamReader;
import org.matterledger.command.followup.Outbox.What;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffId;

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
     * @param window the calendar in whose hours it may go out; absent where the matter is served around the clock
     * @param title of the matter, sealed
     */
    record Address(StaffId recipient, @Nullable CalendarId window, ConfidentialText title) {}

    /**
     * Whom to tell; nobody where the holder has no deputy, or the deputy acts for the holder and is told as such.
     *
     * @param at when it became known: who acted for whom then
     */
    Optional<Address> address(What what, MatterId matter, StaffId holder, CalendarId calendar, Instant at) {
        var opened = (MatterOpened) streams.first(matter.value())
                .orElseThrow(() -> new IllegalStateException("What is owed in " + matter + " is not in its stream"));
        var partner = opened.accountablePartner();
        var acting = acting(holder, partner, at);
        var recipient = switch (what) {
            case WARNING, BREACH -> Optional.of(acting);
            case DEPUTY -> deputy(holder).filter(deputy -> !deputy.equals(acting) && works(deputy));
            case PARTNER -> Optional.of(partner);
        };
        return recipient.map(staff -> new Address(staff, window(staff, calendar), opened.title()));
    }

    /** Who has the duty in hand: the holder, or who acts for an absent one; the partner for one who is gone. */
    private StaffId acting(StaffId holder, StaffId partner, Instant at) {
        return works(holder) ? holder : partner;
    }

    private Optional<StaffId> deputy(StaffId holder) {
        return Optional.empty();
    }

    /** The recipient's own hours, or the matter's; none where the client was promised somebody at any hour. */
    private @Nullable CalendarId window(StaffId recipient, CalendarId calendar) {
        return windows.alwaysOpen(calendar) ? null : calendar;
    }

    private boolean works(StaffId staff) {
        return of(staff).stream().noneMatch(StaffLeft.class::isInstance);
    }

    private List<StaffEvent> of(StaffId staff) {
        List<LedgerEvent> events =
                Objects.requireNonNullElse(streams.read(Set.of(staff.value())).get(staff.value()), List.of());
        return events.stream().map(StaffEvent.class::cast).toList();
    }
}
