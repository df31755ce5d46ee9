package org.matterledger.launcher.notices;

import java.time.Instant;

/**
 * A mail to one staff member.
 *
 * @param id by which a second copy is recognised: the same for the same notice, whoever sends it
 * @param to a mail address
 * @param at when it is sent, by the ledger's clock
 */
record Mail(String id, String to, String subject, String text, Instant at) {}
