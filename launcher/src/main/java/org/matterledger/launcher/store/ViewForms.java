package org.matterledger.launcher.store;

import java.util.List;
import javax.sql.DataSource;
import org.matterledger.events.EventTypes;
import org.matterledger.query.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers in which form a view's rows were written: its version and the events that it handles. A view of another form
 * is emptied before it is followed again, so that no row is older than the program that reads it.
 */
final class ViewForms {

    private static final Logger LOG = LoggerFactory.getLogger(ViewForms.class);

    private final List<Projection> views;
    private final EventTypes events;
    private final JdbcClient database;
    private final WaitingEvents waiting;
    private final TransactionTemplate transaction;

    ViewForms(List<Projection> views, EventTypes events, DataSource database, PlatformTransactionManager transactions) {
        this.views = views;
        this.events = events;
        this.database = JdbcClient.create(database);
        this.waiting = new WaitingEvents(this.database);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Empties every view that was written in another form, before the processors start. */
    void bringUpToDate() {
        views.forEach(view -> transaction.executeWithoutResult(status -> {
            database.sql("insert into query.view (name, form) values (:name, '') on conflict (name) do nothing")
                    .param("name", view.name())
                    .update();
            var written = database.sql("select form from query.view where name = :name for update")
                    .param("name", view.name())
                    .query(String.class)
                    .single();
            if (!written.equals(formOf(view))) {
                if (!written.isEmpty()) {
                    LOG.info("The view {} has a new form and is filled again from the first event", view.name());
                }
                empty(view);
            }
        }));
    }

    /** Empties a view in one transaction: rows, dead letters and token; whoever follows it begins at the first event. */
    void emptyNow(Projection view) {
        transaction.executeWithoutResult(status -> {
            database.sql("select name from query.view where name = :name for update")
                    .param("name", view.name())
                    .query(String.class)
                    .optional();
            empty(view);
        });
    }

    /**
     * The token goes first: a batch in progress elsewhere either had stored its own before, so that its rows are seen and
     * deleted here, or finds the token gone and rolls back.
     */
    private void empty(Projection view) {
        database.sql(
                        "update query.token set token = null, token_type = null, owner = null where processor_name = :name")
                .param("name", view.name())
                .update();
        waiting.removeAll(view.name());
        view.reset();
        database.sql("update query.view set form = :form where name = :name")
                .param("name", view.name())
                .param("form", formOf(view))
                .update();
    }

    private String formOf(Projection view) {
        return view.version() + " " + String.join(" ", HandledEvents.of(view, events));
    }
}
