package org.matterledger.command.client;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.client.ClientCommand.EraseContactPerson;
import org.matterledger.command.client.ClientCommand.NameContactPerson;
import org.matterledger.command.client.ClientCommand.RegisterClient;
import org.matterledger.events.ClientEvent;
import org.matterledger.events.LedgerEvent;

/** A client of the firm, known by the persons who speak for it: they trust, consent and prefer (R004-15). */
final class Client extends LedgerAggregate<ClientState> {

    Client() {
        super(ClientState.BLANK);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome on(RegisterClient command, LedgerTime now) {
        return record(ClientDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(NameContactPerson command, LedgerTime now) {
        return record(ClientDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(EraseContactPerson command, LedgerTime now) {
        return record(ClientDecisions.decide(state(), command, now));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((ClientEvent) event).clientId().value();
    }
}
