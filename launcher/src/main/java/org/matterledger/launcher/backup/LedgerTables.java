package org.matterledger.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.matterledger.launcher.database.Migrations;

/**
 * The tables that make a ledger: all of the schemas {@code ledger} and {@code command}. What stands in {@code query} is
 * filled again from the events.
 */
final class LedgerTables {

    private static final String TABLES = """
            select c.oid::bigint, n.nspname || '.' || c.relname,
                   (select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                   coalesce((select string_agg(a.attname, ',' order by k.n) from pg_index i
                     cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, n)
                     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                     where i.indrelid = c.oid and i.indisprimary), '')
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in ('ledger', 'command') and c.relkind = 'r' and c.relname <> ?
             order by 2
            """;

    private static final String REFERENCES = """
            select conrelid::bigint, confrelid::bigint from pg_constraint
             where contype = 'f' and conrelid <> confrelid
            """;

    private static final String COUNTED = """
            select attname from pg_attribute
             where attrelid::bigint = ?
               and case when attnum > 0 and not attisdropped then pg_get_serial_sequence(?, attname) end is not null
            """;

    private LedgerTables() {}

    /**
     * @param columns those that are stored, separated by commas
     * @param key the primary key's, or nothing
     */
    record Table(long id, String name, String columns, String key) {

        String copyOut() {
            var order = key.isEmpty() ? columns : key;
            return "copy (select %s from %s order by %s) to stdout".formatted(columns, name, order);
        }

        /** The columns that PostgreSQL numbers by itself. */
        List<String> counted(Connection connection) throws SQLException {
            try (var query = connection.prepareStatement(COUNTED)) {
                query.setLong(1, id);
                query.setString(2, name);
                var counted = new ArrayList<String>();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        counted.add(rows.getString(1));
                    }
                }
                return counted;
            }
        }
    }

    /** All of them, each after those that it refers to. */
    static List<Table> of(Connection connection) throws SQLException {
        var waiting = all(connection);
        var references = references(connection);
        var sorted = new LinkedHashSet<Table>();
        while (!waiting.isEmpty()) {
            var ready = waiting.stream()
                    .filter(table -> references.stream()
                            .noneMatch(reference -> reference.from() == table.id()
                                    && waiting.stream().anyMatch(other -> other.id() == reference.to())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + waiting);
            }
            sorted.addAll(ready);
            waiting.removeAll(ready);
        }
        return List.copyOf(sorted);
    }

    private static List<Table> all(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(TABLES)) {
            query.setString(1, Migrations.HISTORY);
            var tables = new ArrayList<Table>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(new Table(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return tables;
        }
    }

    private record Reference(long from, long to) {}

    private static List<Reference> references(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(REFERENCES)) {
            var references = new ArrayList<Reference>();
            while (rows.next()) {
                references.add(new Reference(rows.getLong(1), rows.getLong(2)));
            }
            return references;
        }
    }
}
