package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A due list in a database of its own, on which a reply stands that is owed in matter 1. */
abstract class SampleDueList {

    static final Instant NOON = Instant.parse("2026-02-10T10:00:00Z");
    static final Instant DUE = Instant.parse("2026-02-10T16:00:00Z");
    static final Instant NEXT_DAY = Instant.parse("2026-02-11T16:00:00Z");
    static final MatterId M1 = new MatterId("matter-1");
    static final ObligationId REPLY = new ObligationId("obligation-1-1-reply");
    static final CalendarId KYIV = new CalendarId("calendar-kyiv");

    final DataSource database = TestDatabase.freshForTheApplication();
    final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    final DueRows rows = new DueRows(new JdbcTemplate(database));
    final DueList list = list(Duration.ofHours(1));

    final DueList list(Duration lease) {
        return new DueList(JdbcClient.create(database), transactions, lease);
    }

    @BeforeEach
    void a_reply_is_owed_in_matter_1() {
        rows.opened(opened(M1));
        take_in(1, changes -> {
            changes.planned(M1, REPLY, DueInstant.of(DUE, List.of(new LadderStep(Level.PARTNER, NEXT_DAY))));
            changes.open(M1, REPLY, true);
        });
    }

    static MatterOpened opened(MatterId matter) {
        return new MatterOpened(
                matter,
                new ClientId("client-mill"),
                new ConfidentialText("client-mill", "1", "dGV4dA=="),
                new PersonId("person-marta"),
                new StaffId("staff-olha"),
                new StaffId("staff-petro"),
                KYIV,
                1,
                ChannelId.main(matter),
                null,
                null,
                null,
                null,
                null,
                NOON);
    }

    final void take_in(long sequence, Consumer<DueChanges> batch) {
        take_in(sequence, false, batch);
    }

    final void take_in(long sequence, boolean imported, Consumer<DueChanges> batch) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var changes = new DueChanges();
            batch.accept(changes);
            changes.seen(M1, new DueChanges.Seen(sequence, imported));
            rows.write(changes);
        });
    }
}
