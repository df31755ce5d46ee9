package org.matterledger.command.matter;

import java.util.List;
import org.matterledger.command.LedgerCommand;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.UpdateKind;

/** The matter's port for the launcher's own programs, which hand in commands without HTTP. */
public final class MatterCommands {

    private MatterCommands() {}

    /** An update that something moved, by mail to one person. */
    public static LedgerCommand sendUpdate(MatterId matter, StaffId by, PersonId to, ConfidentialText summary) {
        return new ContactCommand.SendUpdate(
                matter, UpdateKind.PROGRESS, ChannelKind.MAIL, List.of(to), by, summary, null, null, null, null, null);
    }

    /**
     * Records what the clock alone brought about. An import ends each matter with this, live: from then on the sweep
     * follows the matter.
     */
    public static LedgerCommand letTimePass(MatterId matter) {
        return new MatterCommand.LetTimePass(matter);
    }
}
