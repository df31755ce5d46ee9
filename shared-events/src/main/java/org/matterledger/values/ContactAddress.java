package org.matterledger.values;

/** Where a person is reached by one way of communication. */
public record ContactAddress(ChannelKind channel, ConfidentialText address) {}
