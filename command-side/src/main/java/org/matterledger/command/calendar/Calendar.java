package org.matterledger.command.calendar;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendar;
import org.matterledger.command.calendar.CalendarCommand.PublishNextVersion;
import org.matterledger.events.CalendarEvent;
import org.matterledger.events.LedgerEvent;

/** A work calendar of the firm through its versions; what was promised under one is reckoned with that one. */
final class Calendar extends LedgerAggregate<CalendarState> {

    Calendar() {
        super(CalendarState.BLANK);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome on(PublishCalendar command, LedgerTime now) {
        return record(CalendarDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(PublishNextVersion command, LedgerTime now) {
        return record(CalendarDecisions.decide(state(), command, now));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((CalendarEvent) event).calendarId().value();
    }
}
