package org.matterledger.values;

/**
 * Whom a message was sent to, and how near that person stood to the client when it was recorded. The standing is kept
 * with the message, so that silence can be reckoned from the matter alone, as known then.
 */
public record Recipient(PersonId person, Standing standing) {}
