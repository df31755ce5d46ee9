package org.matterledger.query.mailreport;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Histories;
import org.matterledger.query.Histories.Assumed;
import org.matterledger.query.Histories.History;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reckons what runs come to, and remembers the last few: reading every stream of a large import takes seconds, and a reader
 * looks at page, paper and other terms one after the other. What is remembered holds until one of the run's matters records
 * something more.
 */
@Component
class Reckonings {

    private static final int REMEMBERED = 16;

    private final JdbcClient db;
    private final Histories histories;
    private final Map<Key, Reckoned> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Reckoned> eldest) {
            return size() > REMEMBERED;
        }
    };

    Reckonings(JdbcClient db, Histories histories) {
        this.db = db;
        this.histories = histories;
    }

    /** @param state how far the run's matters are, as the views know */
    private record Key(String run, Instant until, @Nullable Assumed assumed, String state) {}

    /** @param assumed absent for what was recorded */
    Reckoned of(String run, List<MatterId> matters, Instant until, @Nullable Assumed assumed) {
        var key = new Key(run, until, assumed, state(run));
        synchronized (remembered) {
            var known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        var reckoned = Reckoned.of(told(matters, until, assumed), until);
        synchronized (remembered) {
            remembered.put(key, reckoned);
        }
        return reckoned;
    }

    private List<History> told(List<MatterId> matters, Instant until, @Nullable Assumed assumed) {
        return assumed == null ? histories.recorded(matters, until) : histories.assuming(assumed, matters, until);
    }

    private String state(String run) {
        return db.sql("""
                        select count(*) || ' matters, ' || coalesce(sum(m.version), 0) from query.matter m
                        join command.mail_import_matter i on i.matter_id = m.matter_id where i.run_id = :run""").param("run", run).query(String.class).single();
    }
}
