package org.matterledger.launcher.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code command.person_key}: one key per subject, wrapped, or the memory that it was destroyed. */
final class PersonKeys {

    private final DataSource database;
    private final JdbcClient rows;
    private final Aead wrapping;
    private final InstantSource clock;

    PersonKeys(DataSource database, MasterKey master, InstantSource clock) {
        this.database = database;
        this.rows = JdbcClient.create(database);
        this.wrapping = master.wrapping();
        this.clock = clock;
    }

    /** How many erasures there have been. */
    long erasures() {
        return rows.sql("select erasures from command.erasure_count")
                .query(Long.class)
                .single();
    }

    /** The keys of some subjects, and the count of erasures, in one picture; subjects without a row are left out. */
    Map<String, PersonKey> find(Collection<String> subjects) {
        var found = new HashMap<String, PersonKey>();
        rows.sql("""
                        select k.subject, k.key_id, k.wrapped, c.erasures
                        from command.person_key k cross join command.erasure_count c
                        where k.subject = any(?)
                        """)
                .param(subjects.toArray(String[]::new))
                .query((row, ignored) -> found.put(
                        row.getString(1), key(row.getString(1), row.getString(2), row.getBytes(3), row.getLong(4))))
                .list();
        return found;
    }

    /**
     * Makes a key durable for a subject that has no row; where two nodes do so at once, one row stays. On a connection of
     * its own, so that no surrounding transaction can take the key back after text was sealed with it.
     */
    void create(String subject) {
        String id = HexFormat.of().formatHex(Ciphers.bytes(SecretBytes.randomBytes(8)));
        byte[] wrapped;
        try {
            wrapped = wrapping.encrypt(
                    Ciphers.bytes(SecretBytes.randomBytes(Ciphers.PERSON_KEY_BYTES)), Binding.ofKey(subject, id));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A new key could not be wrapped", impossible);
        }
        update("""
                insert into command.person_key (subject, key_id, wrapped, created_at)
                values (?, ?, ?, ?) on conflict (subject) do nothing
                """, subject, id, wrapped, Timestamp.from(clock.instant()));
    }

    /** Destroys the key of a subject, and counts the erasure, in one statement; nothing happens where it is gone. */
    void destroy(String subject, Instant erasedAt) {
        update("""
                with destroyed as (
                    insert into command.person_key (subject, key_id, wrapped, created_at, erased_at)
                    values (?, 'none', null, ?, ?)
                    on conflict (subject) do update set wrapped = null, erased_at = excluded.erased_at
                    where person_key.wrapped is not null
                    returning subject)
                update command.erasure_count set erasures = erasures + 1 where exists (select 1 from destroyed)
                """, subject, Timestamp.from(erasedAt), Timestamp.from(erasedAt));
    }

    /** Who was erased, and when. */
    Map<String, Instant> erased() {
        var erased = new HashMap<String, Instant>();
        rows.sql("select subject, erased_at from command.erased_subject")
                .query((row, ignored) ->
                        erased.put(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
        return erased;
    }

    private PersonKey key(String subject, String id, byte @Nullable [] wrapped, long asOf) {
        if (wrapped == null) {
            return new PersonKey(id, null, asOf);
        }
        try {
            return new PersonKey(
                    id,
                    Ciphers.deterministic(Ciphers.secret(wrapping.decrypt(wrapped, Binding.ofKey(subject, id)))),
                    asOf);
        } catch (GeneralSecurityException tampered) {
            throw new SealBroken("The key of " + subject + " was changed in the database, or belongs to another");
        }
    }

    private void update(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The keys of persons could not be written", failure);
        }
    }
}
