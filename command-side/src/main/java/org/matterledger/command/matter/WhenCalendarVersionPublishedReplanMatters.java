package org.matterledger.command.matter;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;

/**
 * Sees that no running duty goes on by hours or limits that the firm has replaced: every open matter that reckons by the
 * calendar or the policy is visited at once, and adopts the new version then.
 */
final class WhenCalendarVersionPublishedReplanMatters {

    private final DueRows rows;

    WhenCalendarVersionPublishedReplanMatters(DueRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(CalendarVersionPublished event, EventMessage<?> message) {
        rows.published(event.calendarId().value(), event.version(), DuePosition.of(message));
    }

    @EventHandler
    void on(PolicyVersionPublished event, EventMessage<?> message) {
        rows.published(event.policyId().value(), event.version(), DuePosition.of(message));
    }
}
