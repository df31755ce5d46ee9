package org.matterledger.values;

/** A way of communication. Mail is the main way unless the parties agree otherwise (R000-13). */
public enum ChannelKind {
    MAIL,
    TELEGRAM,
    WHATSAPP,
    SKYPE,
    FACEBOOK_MESSENGER,
    PHONE,
    PORTAL,
    LETTER,
    MEETING;

    /** Messengers need all four terms: purpose, window, file route and expected speed (R003-12). */
    public boolean messenger() {
        return this == TELEGRAM || this == WHATSAPP || this == SKYPE || this == FACEBOOK_MESSENGER;
    }
}
