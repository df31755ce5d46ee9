package org.matterledger.launcher.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ObligationKind;

/** What can be done about a duty with the form for writing to a client. */
enum WrittenAct {
    REPLY("an answer to what the client asked"),
    HOLDING_REPLY("a holding reply: the full answer comes by a day"),
    PROGRESS("an update: something moved"),
    NO_CHANGE("an update: nothing moved"),
    DELAY_NOTICE("a notice of delay: it comes later than promised"),
    ACKNOWLEDGEMENT("word that the complaint has arrived"),
    ACCEPTANCE("yes: the firm takes the task on"),
    REFUSAL("no: the firm declines the task"),
    DELIVERY("the delivery of the task");

    private final String words;

    WrittenAct(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether it goes to the client; what remains is said to the ledger alone. */
    boolean written() {
        return this != ACCEPTANCE && this != REFUSAL;
    }

    /** Whether it tells where the matter stands. */
    boolean update() {
        return this == PROGRESS || this == NO_CHANGE;
    }

    /** Whether it names a day for which somebody will wait. */
    boolean namesDay() {
        return this == HOLDING_REPLY || this == DELAY_NOTICE || this == ACCEPTANCE;
    }

    /** Whether it may state a time of that day. */
    boolean statesTime() {
        return this == HOLDING_REPLY || this == DELAY_NOTICE;
    }

    /** What a duty calls for, the most usual first; what can always be written where there is none. */
    static List<WrittenAct> about(@Nullable ObligationKind duty) {
        return switch (duty) {
            case null -> List.of(REPLY, HOLDING_REPLY, PROGRESS, NO_CHANGE);
            case REPLY -> List.of(REPLY, HOLDING_REPLY, PROGRESS, NO_CHANGE);
            case KEEP_INFORMED -> List.of(PROGRESS, NO_CHANGE, REPLY);
            case KEEP_PROMISE -> List.of(REPLY, PROGRESS, NO_CHANGE, DELAY_NOTICE);
            case DELAY_NOTICE -> List.of(DELAY_NOTICE);
            case ACCEPT_OR_DECLINE -> List.of(ACCEPTANCE, REFUSAL);
            case DELIVER_TASK -> List.of(DELIVERY, DELAY_NOTICE);
            case ACK_COMPLAINT -> List.of(ACKNOWLEDGEMENT);
        };
    }
}
