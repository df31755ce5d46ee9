package org.matterledger.launcher.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.matterledger.command.MatterHistories;
import org.matterledger.command.MatterHistories.Assumption;
import org.matterledger.query.DutyResult;
import org.matterledger.query.Histories;
import org.matterledger.values.MatterId;

/** Lets the views ask the command side what the record comes to. */
final class ReckonedHistories implements Histories {

    private final MatterHistories matters;

    ReckonedHistories(MatterHistories matters) {
        this.matters = matters;
    }

    @Override
    public List<History> recorded(Collection<MatterId> asked, Instant until) {
        return told(matters.recorded(asked, until));
    }

    @Override
    public List<History> assuming(Assumed terms, Collection<MatterId> asked, Instant until) {
        var assumption = new Assumption(terms.silenceLimit(), terms.cutOff(), terms.calendar());
        return told(matters.assuming(assumption, asked, until));
    }

    private static List<History> told(List<MatterHistories.History> histories) {
        return histories.stream()
                .map(history -> new History(
                        history.matter(),
                        history.title(),
                        history.client(),
                        history.zone(),
                        history.silenceLimit(),
                        history.owed().stream().map(ReckonedHistories::owed).toList()))
                .toList();
    }

    private static Owed owed(MatterHistories.Owed owed) {
        return new Owed(
                owed.kind(),
                owed.since(),
                owed.due(),
                owed.breachedAt() != null,
                result(owed),
                owed.endedAt(),
                owed.ran(),
                owed.workingDays(),
                owed.asked());
    }

    private static DutyResult result(MatterHistories.Owed owed) {
        return switch (owed.result()) {
            case OPEN -> DutyResult.OPEN;
            case FULFILLED -> owed.breachedAt() == null ? DutyResult.KEPT : DutyResult.KEPT_LATE;
            case REPLACED_WITH_NOTICE -> DutyResult.REPLACED_WITH_NOTICE;
            case REPLACED_WITHOUT_NOTICE -> DutyResult.REPLACED_WITHOUT_NOTICE;
            case CANCELLED -> DutyResult.CANCELLED;
        };
    }
}
