package org.matterledger.launcher.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows of all views, as text. */
final class ViewRows {

    private ViewRows() {}

    static List<String> of(JdbcClient database) {
        return database.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'query' and table_name not in ('token', 'view', 'dead_letter')""").query(String.class).list().stream()
                .flatMap(table -> rows(database, table))
                .sorted()
                .toList();
    }

    private static Stream<String> rows(JdbcClient database, String table) {
        return database
                .sql("select '" + table + "' || t::text from query." + table + " t")
                .query(String.class)
                .list()
                .stream();
    }
}
