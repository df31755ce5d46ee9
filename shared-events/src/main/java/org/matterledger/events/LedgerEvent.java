package org.matterledger.events;

import java.time.Instant;

/** Something that happened in the firm's life with a client. Stored for ever under its {@link EventType}. */
public sealed interface LedgerEvent
        permits StaffEvent, ClientEvent, CalendarEvent, PolicyEvent, MatterEvent, ClaimEvent {

    /** When it happened in the world; for acts the ledger's time, for facts what was reported. */
    Instant occurredAt();
}
