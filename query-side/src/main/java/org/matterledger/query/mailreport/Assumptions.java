package org.matterledger.query.mailreport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Histories.Assumed;
import org.matterledger.query.Hours;
import org.matterledger.values.CutOff;

/** Terms that a reader assumes; nothing where a reader assumes none. */
record Assumptions(
        @Nullable Integer silenceLimit,
        @Nullable CutOff cutOff,
        @Nullable String calendarId,
        @Nullable Hours calendar) {

    static final Assumptions NONE = new Assumptions(null, null, null, null);

    boolean none() {
        return silenceLimit == null && cutOff == null && calendar == null;
    }

    Assumed terms() {
        return new Assumed(silenceLimit, cutOff, calendar == null ? null : calendar.calendar());
    }

    /** {@code a silence limit of 7 days and the hours of Warsaw office}. */
    String words() {
        List<String> words = new ArrayList<>();
        if (silenceLimit != null) {
            words.add("a silence limit of " + silenceLimit + (silenceLimit == 1 ? " day" : " days"));
        }
        if (cutOff != null) {
            words.add("answers on the same day to what comes before " + cutOffWords(cutOff));
        }
        if (calendar != null) {
            words.add("the hours of " + calendar.name());
        }
        return words.isEmpty() ? "the terms that held" : String.join(" and ", words);
    }

    private static String cutOffWords(CutOff cutOff) {
        if (cutOff.equals(CutOff.OPENING)) {
            return "opening";
        }
        return cutOff.equals(CutOff.CLOSE) ? "closing" : cutOff.text();
    }
}
