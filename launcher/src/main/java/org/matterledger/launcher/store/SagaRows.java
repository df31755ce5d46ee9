package org.matterledger.launcher.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** The tables of sagas, in the form in which Axon's own store keeps them; many rows with each statement. */
final class SagaRows {

    private static final String SAGA = """
            select s.saga_id, s.saga_type, s.revision, s.serialized_saga,
                   array(select a.association_key from command.saga_association a
                          where a.saga_id = s.saga_id order by a.id) as keys,
                   array(select a.association_value from command.saga_association a
                          where a.saga_id = s.saga_id order by a.id) as values
              from command.saga s
             where\s""";

    private final JdbcTemplate database;
    private final Serializer serializer;

    SagaRows(DataSource database, Serializer serializer) {
        this.database = new JdbcTemplate(database);
        this.serializer = serializer;
    }

    /** A saga as it is stored. */
    record Row(String id, String type, @Nullable String revision, byte[] content) {}

    /** That a saga is found by a value. */
    record Link(Row saga, AssociationValue by) {}

    /** A saga that was read. */
    record Stored(String id, Object saga, Set<AssociationValue> associationValues) implements SagaStore.Entry<Object> {}

    Row row(Class<?> type, String id, Object saga) {
        var content = serializer.serialize(saga, byte[].class);
        return new Row(id, name(type), content.getType().getRevision(), content.getData());
    }

    private String name(Class<?> type) {
        return serializer.typeForClass(type).getName();
    }

    /** The sagas of a type that are found by one of these values. */
    List<Stored> find(Class<?> type, String key, Collection<String> values) {
        return database.query(
                connection -> {
                    var query = connection.prepareStatement(SAGA + """
                            s.saga_id in (select l.saga_id from command.saga_association l
                                            where l.saga_type = ? and l.association_key = ? and l.association_value = any (?))""");
                    query.setString(1, name(type));
                    query.setString(2, key);
                    query.setArray(3, texts(connection, values, Function.identity()));
                    return query;
                },
                (row, number) -> stored(row));
    }

    @Nullable
    Stored load(String id) {
        return database.query(SAGA + "s.saga_id = ?", (row, number) -> stored(row), id).stream()
                .findFirst()
                .orElse(null);
    }

    private Stored stored(ResultSet row) throws SQLException {
        var associations = new HashSet<AssociationValue>();
        var keys = (String[]) row.getArray(5).getArray();
        var values = (String[]) row.getArray(6).getArray();
        for (var i = 0; i < keys.length; i++) {
            associations.add(new AssociationValue(keys[i], values[i]));
        }
        var saga = serializer.deserialize(
                new SimpleSerializedObject<>(row.getBytes(4), byte[].class, row.getString(2), row.getString(3)));
        return new Stored(row.getString(1), saga, associations);
    }

    void write(List<Row> sagas) {
        change(
                sagas,
                """
                insert into command.saga (saga_id, saga_type, revision, serialized_saga)
                select * from unnest(?, ?, ?, ?)
                on conflict (saga_id) do update
                set revision = excluded.revision, serialized_saga = excluded.serialized_saga""",
                connection -> List.of(
                        texts(connection, sagas, Row::id),
                        texts(connection, sagas, Row::type),
                        texts(connection, sagas, Row::revision),
                        connection.createArrayOf(
                                "bytea", sagas.stream().map(Row::content).toArray(byte[][]::new))));
    }

    void link(List<Link> links) {
        change(links, """
                insert into command.saga_association (saga_id, saga_type, association_key, association_value)
                select * from unnest(?, ?, ?, ?)""", connection -> arrays(connection, links));
    }

    void unlink(List<Link> links) {
        change(links, """
                delete from command.saga_association a using unnest(?, ?, ?, ?) as l(saga, type, key, value)
                 where a.saga_id = l.saga and a.saga_type = l.type
                   and a.association_key = l.key and a.association_value = l.value""", connection -> arrays(connection, links));
    }

    void delete(Set<String> sagas) {
        for (var table : List.of("saga_association", "saga")) {
            change(
                    sagas,
                    "delete from command." + table + " where saga_id = any (?)",
                    connection -> List.of(texts(connection, sagas, Function.identity())));
        }
    }

    private static List<Array> arrays(Connection connection, List<Link> links) throws SQLException {
        return List.of(
                texts(connection, links, link -> link.saga().id()),
                texts(connection, links, link -> link.saga().type()),
                texts(connection, links, link -> link.by().getKey()),
                texts(connection, links, link -> link.by().getValue()));
    }

    private static <T> Array texts(Connection connection, Collection<T> items, Function<T, @Nullable String> text)
            throws SQLException {
        return connection.createArrayOf("text", items.stream().map(text).toArray(String[]::new));
    }

    /** The columns of many rows, as arrays of one length. */
    @FunctionalInterface
    private interface Columns {
        List<Array> of(Connection connection) throws SQLException;
    }

    private void change(Collection<?> rows, String sql, Columns columns) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatementCreator statement = connection -> {
            var change = connection.prepareStatement(sql);
            var index = 1;
            for (var column : columns.of(connection)) {
                change.setArray(index++, column);
            }
            return change;
        };
        database.update(statement);
    }
}
