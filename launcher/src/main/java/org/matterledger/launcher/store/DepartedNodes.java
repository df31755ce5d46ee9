package org.matterledger.launcher.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nodes that died without letting go of their processors. Every node's connections carry its name; a claim whose owner has
 * no connection left is let go at once, so that a node that was killed and started again need not wait for itself. A node
 * that is cut off but lives loses nothing by it: without its claim its batch rolls back.
 */
final class DepartedNodes {

    private static final Logger LOG = LoggerFactory.getLogger(DepartedNodes.class);

    private final JdbcClient database;

    DepartedNodes(JdbcClient database) {
        this.database = database;
    }

    void releaseClaims() {
        release("command.token");
        release("query.token");
    }

    private void release(String table) {
        var released = database.sql("""
                        update %s set owner = null where owner is not null and owner not in (
                            select application_name from pg_stat_activity
                            where datname = current_database() and usename = current_user)""".formatted(table)).update();
        if (released > 0) {
            LOG.info("{} processors of a node that is gone are free again", released);
        }
    }
}
