package org.matterledger.launcher.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code command.staff_account}. */
final class StaffAccounts {

    private final JdbcClient rows;

    StaffAccounts(DataSource database) {
        this.rows = JdbcClient.create(database);
    }

    /** Names that differ only in case or in the form of their letters are one name. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    Optional<StaffAccount> named(String name) {
        return rows.sql("select * from command.staff_account where name_key = ?")
                .param(key(name))
                .query(StaffAccounts::account)
                .optional();
    }

    Optional<StaffAccount> of(String staffId) {
        return rows.sql("select * from command.staff_account where staff_id = ?")
                .param(staffId)
                .query(StaffAccounts::account)
                .optional();
    }

    List<StaffAccount> all() {
        return rows.sql("select * from command.staff_account order by name_key")
                .query(StaffAccounts::account)
                .list();
    }

    /** Whether the name was still free. */
    boolean add(StaffAccount account) {
        return rows.sql("""
                        insert into command.staff_account (staff_id, name, name_key, password_hash, created_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                account.staffId().value(),
                                account.name(),
                                key(account.name()),
                                account.passwordHash(),
                                Timestamp.from(account.createdAt()))
                        .update()
                == 1;
    }

    void disable(StaffId staffId, Instant now) {
        rows.sql("update command.staff_account set disabled_at = coalesce(disabled_at, ?) where staff_id = ?")
                .params(Timestamp.from(now), staffId.value())
                .update();
    }

    void setPassword(StaffId staffId, String hash) {
        rows.sql("update command.staff_account set password_hash = ? where staff_id = ?")
                .params(hash, staffId.value())
                .update();
    }

    private static StaffAccount account(ResultSet row, int ignored) throws SQLException {
        return new StaffAccount(
                new StaffId(row.getString("staff_id")),
                row.getString("name"),
                row.getString("password_hash"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("disabled_at")));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
