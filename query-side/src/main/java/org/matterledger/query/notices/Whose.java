package org.matterledger.query.notices;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.NotShown;
import org.matterledger.values.StaffId;

/** Whose notices a reader may see: one's own; partners, reviewers and integrations everybody's. */
final class Whose {

    private Whose() {}

    /**
     * @return nobody where everybody's are meant
     * @throws NotShown when it is not for this reader
     */
    static @Nullable StaffId notices(Reader reader, Optional<StaffId> asked) {
        var whose = asked.orElse(reader.seesEverybody() ? null : reader.staff());
        if (!reader.seesEverybody() && (whose == null || !whose.equals(reader.staff()))) {
            throw new NotShown("Only partners and reviewers see what somebody else is told.");
        }
        return whose;
    }
}
