package org.matterledger.query.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the channels of a matter, in the order in which they were first spoken of. */
@Component
class ChannelView {

    private static final String COLUMNS = """
            select channel_id, state, terms, proposed_by, evidence, reason, changed_at, version, since
            from query.matter_channel\s""";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    ChannelView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    Optional<Channel> channel(MatterId matter, ChannelId channel) {
        return read(db.sql(COLUMNS + "where matter_id = :matter and channel_id = :channel")
                        .param("matter", matter.value())
                        .param("channel", channel.value()))
                .stream()
                .findFirst();
    }

    List<Channel> page(MatterId matter, long after, int rows) {
        return read(db.sql(COLUMNS + "where matter_id = :matter and since > :after order by since limit :rows")
                .param("matter", matter.value())
                .param("after", after)
                .param("rows", rows));
    }

    private List<Channel> read(JdbcClient.StatementSpec query) {
        var rows = query.query(this::row).list();
        var shown = Shown.of(
                confidential,
                rows.stream()
                        .flatMap(row -> Stream.of(row.evidence(), row.reason()))
                        .toList());
        return rows.stream().map(row -> row.opened(shown)).toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("channel_id"),
                Channel.State.valueOf(row.getString("state")),
                json.read(row.getString("terms"), ChannelTerms.class),
                row.getString("proposed_by"),
                json.sealed(row.getString("evidence")),
                json.sealed(row.getString("reason")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getLong("since"));
    }

    private record Row(
            String id,
            Channel.State state,
            ChannelTerms terms,
            @Nullable String proposedBy,
            @Nullable ConfidentialText evidence,
            @Nullable ConfidentialText reason,
            Instant changedAt,
            long version,
            long since) {

        Channel opened(Shown shown) {
            return new Channel(
                    id,
                    state,
                    terms,
                    proposedBy,
                    shown.orNull(evidence),
                    shown.orNull(reason),
                    changedAt,
                    version,
                    since);
        }
    }
}
