package org.matterledger.query.timeline;

/** Which part of a timeline a reader wants to see; each figure on the page links to what it counts. */
enum Only {
    EVERYTHING("everything", "true"),
    FROM_CLIENT(
            "what the client said",
            "(event = 'message.received' or event = 'call.held' and details ->> 'party' = 'CLIENT')"),
    FROM_FIRM(
            "what the firm said",
            "(event in ('update.sent', 'message.sent', 'reply.sent', 'holding-reply.sent', 'delay-notice.sent')"
                    + " or event = 'call.held' and details ->> 'party' = 'FIRM')"),
    CHANNELS("what was said about channels", "event like 'channel.%'"),
    DUTIES("what is owed", "event like 'obligation.%'"),
    CORRECTIONS("what became of entries", "event like 'entry.%'"),
    /** Facts that the firm knew noticeably later than they happened; a verdict is no fact. */
    LATE("what was recorded late", "(noted_at > occurred_at + interval '5 minutes' and event not like 'obligation.%')");

    private final String words;
    private final String condition;

    Only(String words, String condition) {
        this.words = words;
        this.condition = condition;
    }

    /** What is shown, within a sentence. Public for the page's expressions. */
    public String words() {
        return words;
    }

    /** Over the columns of {@code query.timeline}. */
    String condition() {
        return condition;
    }
}
