package org.matterledger.query.policies;

import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.springframework.stereotype.Component;

/** One row for each version of a policy; versions never change. */
@Component
class PolicyProjection implements Projection {

    private final Rows rows;
    private final StoredJson json;

    PolicyProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public void reset() {
        rows.empty("query.policy_version");
    }

    @EventHandler
    void on(PolicyVersionPublished event, Noted noted) {
        rows.write(
                """
                insert into query.policy_version (policy_id, version, pack, edition, published_at, position)
                values (?, ?, ?::jsonb, ?, ?, ?)
                on conflict (policy_id, version) do update set pack = excluded.pack
                """,
                event.policyId(),
                event.version(),
                json.write(event.pack()),
                event.edition(),
                event.occurredAt(),
                noted.position());
    }
}
