package org.matterledger.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;

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
}
