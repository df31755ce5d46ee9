package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.ResultSet;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * Tokens that only their owner moves. Axon's own store lets a node that lost its claim write its older token over a newer
 * one, once the new owner has let go: its batch would stand twice, and a view that was emptied meanwhile would miss all
 * that came before. Here such a batch rolls back whole.
 */
final class LedgerTokenStore extends JdbcTokenStore {

    LedgerTokenStore(Builder builder) {
        super(builder);
    }

    /** Called when the token that is to be stored is not, or no longer, this node's. */
    @Override
    protected void updateToken(
            Connection connection, ResultSet present, TrackingToken token, String processor, int segment) {
        throw new UnableToClaimTokenException(
                "The claim on '%s[%d]' was lost; what was done under it is rolled back".formatted(processor, segment));
    }
}
