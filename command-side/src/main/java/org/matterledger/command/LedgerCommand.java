package org.matterledger.command;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Something asked of one stream of the ledger. Time, actor and origin travel in the metadata. */
public interface LedgerCommand {

    /** The stream that decides. */
    @TargetAggregateIdentifier
    String stream();
}
