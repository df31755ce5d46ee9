package org.matterledger.query.timeline;

/** Which part of a timeline a reader wants to see; each figure on the page links to what it counts. */
enum Only {
    EVERYTHING("true"),
    FROM_CLIENT("event = 'message.received'"),
    FROM_FIRM("event = 'update.sent'"),
    CHANNELS("event like 'channel.%'"),
    LATE("noted_at > occurred_at + interval '5 minutes'");

    private final String condition;

    Only(String condition) {
        this.condition = condition;
    }

    /** Over the columns of {@code query.timeline}. */
    String condition() {
        return condition;
    }
}
