package org.matterledger.launcher.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.matterledger.command.Confidential;
import org.matterledger.command.DutyActs;
import org.matterledger.command.DutyActs.Wrong;
import org.matterledger.command.LedgerCommand;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.StaffId;

/**
 * What somebody typed into the form that says what was wrong with an entry, as it was typed.
 *
 * @param what whether it never happened, or happened otherwise
 * @param occurredAt when it really happened, local to the matter; empty where that was right
 * @param channel by which it really came or went; empty where that was right
 * @param nature what it really was; empty where that was right
 * @param key by which the same form, sent twice, is recorded once
 */
record CorrectionForm(
        What what, String occurredAt, String channel, String nature, String reason, String evidence, String key) {

    /** What is said of an entry. */
    enum What {
        /** It never happened, or not here. */
        WITHDRAWN,
        /** It happened otherwise. */
        CORRECTED
    }

    private static final int LONGEST = 1000;

    static CorrectionForm empty() {
        return new CorrectionForm(
                What.WITHDRAWN, "", "", "", "", "", UUID.randomUUID().toString());
    }

    /**
     * What can't be recorded as it stands: a sentence for each field, by its name; empty for the form as a whole.
     *
     * @param zone in which the matter's times are said
     */
    Map<String, String> faults(ZoneId zone) {
        var faults = new LinkedHashMap<String, String>();
        if (key.isBlank() || key.length() > CallerHeaders.KEY_LENGTH) {
            faults.put("", "The form is incomplete; open it again from the matter.");
        }
        if (reason.isBlank()) {
            faults.put("reason", "Say why: the old entry stays visible, and so does the reason.");
        }
        if (reason.length() > LONGEST) {
            faults.put("reason", "That is longer than the ledger keeps: 1000 characters.");
        }
        if (evidence.length() > LONGEST) {
            faults.put("evidence", "That is longer than the ledger keeps: 1000 characters.");
        }
        if (what == What.CORRECTED) {
            if (!occurredAt.isEmpty() && Typed.instant(occurredAt, zone) == null) {
                faults.put("occurredAt", "A day and a time from 1970 to 2199, like 2026-04-01T15:30.");
            }
            if (!channel.isEmpty() && Typed.id(channel, ChannelKind::valueOf) == null) {
                faults.put("channel", "Choose one of the ways, or leave it as recorded.");
            }
            if (!nature.isEmpty() && Typed.id(nature, MessageNature::valueOf) == null) {
                faults.put("nature", "Choose what it was, or leave it as recorded.");
            }
            if (occurredAt.isEmpty() && channel.isEmpty() && nature.isEmpty()) {
                faults.put("what", "Say what was otherwise: when it happened, by which way, or what it was.");
            }
        }
        return faults;
    }

    /**
     * The command that it asks for; only where there is no fault.
     *
     * @param zone in which the matter's times are said
     */
    LedgerCommand command(EntryId entry, ZoneId zone, StaffId by, DutyActs acts, Confidential confidential) {
        var matter = entry.matter().value();
        var wrong = new Wrong(
                entry,
                by,
                confidential.seal(matter, reason.strip()),
                confidential.sealPresent(matter, evidence.isBlank() ? null : evidence.strip()));
        return what == What.WITHDRAWN ? acts.withdrawal(wrong) : acts.correction(wrong, correction(zone));
    }

    private Correction correction(ZoneId zone) {
        return new Correction(
                Typed.instant(occurredAt, zone),
                null,
                Typed.id(channel, ChannelKind::valueOf),
                Typed.id(nature, MessageNature::valueOf));
    }

    /** The same under another key: a refusal is the answer to the first one for ever. */
    CorrectionForm again() {
        return new CorrectionForm(
                what,
                occurredAt,
                channel,
                nature,
                reason,
                evidence,
                UUID.randomUUID().toString());
    }

    /** All that makes it the same request, in one text. */
    String meaning() {
        return String.join("\n", what.name(), occurredAt, channel, nature, reason, evidence);
    }
}
