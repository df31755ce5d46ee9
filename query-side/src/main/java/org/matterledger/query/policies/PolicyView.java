package org.matterledger.query.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.matterledger.query.StoredJson;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads policies, each as its newest version says, in the order in which they were made. */
@Component
class PolicyView {

    private static final String COLUMNS =
            "select p.policy_id, p.version, p.pack, p.edition, p.published_at, %s as position"
                    + " from query.policy_version p ";

    private final JdbcClient db;
    private final StoredJson json;

    PolicyView(JdbcClient db, StoredJson json) {
        this.db = db;
        this.json = json;
    }

    Optional<PolicyVersion> newest(PolicyId policy) {
        return db.sql(COLUMNS.formatted("p.position") + "where policy_id = :policy order by version desc limit 1")
                .param("policy", policy.value())
                .query(this::row)
                .optional();
    }

    Optional<PolicyVersion> version(PolicyId policy, int version) {
        return db.sql(COLUMNS.formatted("p.position") + "where policy_id = :policy and version = :version")
                .param("policy", policy.value())
                .param("version", version)
                .query(this::row)
                .optional();
    }

    List<PolicyVersion> versions(PolicyId policy, long after, int rows) {
        return db.sql(COLUMNS.formatted("p.position")
                        + "where policy_id = :policy and version > :after order by version limit :rows")
                .param("policy", policy.value())
                .param("after", after)
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    /** @param after the position at which the last policy of the page before was made */
    List<PolicyVersion> page(long after, int rows) {
        return db.sql(COLUMNS.formatted("made.position") + """
                        join query.policy_version made on made.policy_id = p.policy_id and made.version = 1
                        where made.position > :after
                          and p.version = (select max(v.version) from query.policy_version v
                                           where v.policy_id = p.policy_id)
                        order by made.position limit :rows
                        """)
                .param("after", after)
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    private PolicyVersion row(ResultSet row, int number) throws SQLException {
        return new PolicyVersion(
                row.getString("policy_id"),
                row.getInt("version"),
                json.read(row.getString("pack"), PolicyPack.class),
                row.getObject("edition", Integer.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"));
    }
}
