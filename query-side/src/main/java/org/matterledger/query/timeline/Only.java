package org.matterledger.query.timeline;

/** Which part of a timeline a reader wants to see; each figure on the page links to what it counts. */
enum Only {
    EVERYTHING("true"),
    FROM_CLIENT("(event = 'message.received' or event = 'call.held' and details ->> 'party' = 'CLIENT')"),
    FROM_FIRM("(event in ('update.sent', 'message.sent', 'reply.sent', 'holding-reply.sent', 'delay-notice.sent')"
            + " or event = 'call.held' and details ->> 'party' = 'FIRM')"),
    CHANNELS("event like 'channel.%'"),
    DUTIES("event like 'obligation.%'"),
    CORRECTIONS("event like 'entry.%'"),
    /** Facts that the firm knew noticeably later than they happened; a verdict is no fact. */
    LATE("(noted_at > occurred_at + interval '5 minutes' and event not like 'obligation.%')");

    private final String condition;

    Only(String condition) {
        this.condition = condition;
    }

    /** Over the columns of {@code query.timeline}. */
    String condition() {
        return condition;
    }
}
