package org.matterledger.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MessageNature;
import org.matterledger.values.UpdateKind;

/** What people call what the ledger has a constant for. */
public final class Words {

    private Words() {}

    public static String of(@Nullable ChannelKind kind) {
        return switch (kind) {
            case null -> "a channel";
            case TELEGRAM -> "Telegram";
            case WHATSAPP -> "WhatsApp";
            case SKYPE -> "Skype";
            case FACEBOOK_MESSENGER -> "Facebook Messenger";
            case PHONE -> "phone";
            case PORTAL -> "the portal";
            case MAIL, LETTER, MEETING -> of(kind.name());
        };
    }

    /** A constant's name as words: {@code no change}. */
    public static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a message was: {@code a question where things stand}. */
    public static String of(MessageNature nature) {
        return switch (nature) {
            case SUBSTANTIVE -> "a message of substance";
            case HOLDING_REPLY -> "a word on when the answer comes";
            case STATUS_CHASE -> "a question where things stand";
            case AUTOMATIC -> "an automatic answer";
            case BOUNCE -> "a report that mail did not arrive";
            case READ_RECEIPT -> "a receipt for reading";
            case INVOICE -> "an invoice";
            case SURVEY_INVITATION -> "an invitation to a survey";
            case MARKETING -> "advertising";
            case INTERNAL -> "a message among colleagues";
            case VOICE -> "a voice message without theses";
        };
    }

    /** What an update told. */
    public static String of(UpdateKind kind) {
        return switch (kind) {
            case PROGRESS -> "something moved";
            case PROCEDURAL_STATUS -> "where the procedure stands";
            case NO_CHANGE -> "nothing moved";
        };
    }
}
