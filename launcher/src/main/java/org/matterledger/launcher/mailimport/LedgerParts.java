package org.matterledger.launcher.mailimport;

import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Sources;
import org.matterledger.command.StreamReader;
import org.matterledger.command.calendar.CalendarPort;
import org.matterledger.command.client.ClientPort;
import org.matterledger.command.policy.PolicyPort;
import org.matterledger.command.staff.StaffPort;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.StoredJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All of the ledger that an import needs. */
record LedgerParts(
        CommandPort commands,
        PolicyPort policies,
        CalendarPort calendars,
        StaffPort staff,
        ClientPort clients,
        StreamReader streams,
        Sources sources,
        Confidential confidential,
        ConfidentialReader reader,
        KeyedHash hash,
        LedgerClock clock,
        JdbcTemplate database) {

    /** The same ledger, told through another port. */
    LedgerParts speakingThrough(CommandPort port) {
        return new LedgerParts(
                port,
                policies,
                calendars,
                staff,
                clients,
                streams,
                sources,
                confidential,
                reader,
                hash,
                clock,
                database);
    }

    ImportIds ids() {
        return new ImportIds(hash);
    }

    ImportRows rows() {
        return new ImportRows(database, new StoredJson(), confidential);
    }

    TraceRows traceRows() {
        return new TraceRows(database, hash);
    }

    LetterTraces traces() {
        return new LetterTraces(database, traceRows(), ids(), streams);
    }

    Inbox inbox() {
        return new Inbox(JdbcClient.create(database), new StoredJson(), confidential, reader, hash, clock);
    }

    KnownStaff knownStaff() {
        return new KnownStaff(JdbcClient.create(database), new StoredJson(), reader);
    }

    KnownClients knownClients() {
        return new KnownClients(JdbcClient.create(database), new StoredJson(), reader, ids());
    }

    Persons persons() {
        return new Persons(clients, streams, reader, ids());
    }

    MatterTelling.Ledger telling() {
        return telling(Callers.ACTOR);
    }

    /** @param actor who tells */
    Bounces bounces(String actor) {
        return new Bounces(telling(actor), database, hash);
    }

    /** @param actor who tells */
    MatterTelling.Ledger telling(String actor) {
        return new MatterTelling.Ledger(commands, confidential, sources, ids(), actor);
    }
}
