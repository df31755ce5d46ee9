package org.matterledger.launcher.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code command.access_token}. */
final class AccessTokens {

    private final JdbcClient rows;

    AccessTokens(DataSource database) {
        this.rows = JdbcClient.create(database);
    }

    Optional<AccessToken> find(String id) {
        return rows.sql("select * from command.access_token where token_id = ?")
                .param(id)
                .query(AccessTokens::token)
                .optional();
    }

    List<AccessToken> all() {
        return rows.sql("select * from command.access_token order by created_at, token_id")
                .query(AccessTokens::token)
                .list();
    }

    void add(AccessToken token) {
        var expiresAt = token.expiresAt();
        rows.sql("""
                        insert into command.access_token (token_id, secret_hash, label, staff_id, integration, on_behalf,
                                                          created_at, expires_at)
                        values (:id, :hash, :label, :staff, :integration, :onBehalf, :created, :expires)
                        """)
                .param("id", token.id())
                .param("hash", token.secretHash())
                .param("label", token.label())
                .param("staff", token.staffId())
                .param("integration", token.integration())
                .param("onBehalf", token.onBehalf().stored())
                .param("created", Timestamp.from(token.createdAt()))
                .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt))
                .update();
    }

    /** Whether there is such a token; revoking twice is revoking once. */
    boolean revoke(String id, Instant now) {
        return rows.sql("update command.access_token set revoked_at = coalesce(revoked_at, ?) where token_id = ?")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    private static AccessToken token(ResultSet row, int ignored) throws SQLException {
        return new AccessToken(
                row.getString("token_id"),
                row.getString("secret_hash"),
                row.getString("label"),
                row.getString("staff_id"),
                row.getString("integration"),
                OnBehalf.stored((String[]) row.getArray("on_behalf").getArray()),
                row.getTimestamp("created_at").toInstant(),
                StaffAccounts.instant(row.getTimestamp("expires_at")),
                StaffAccounts.instant(row.getTimestamp("revoked_at")));
    }
}
