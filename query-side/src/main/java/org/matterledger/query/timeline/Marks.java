package org.matterledger.query.timeline;

/** What an entry is marked with after something became of it. */
final class Marks {

    private Marks() {}

    static String of(String event) {
        return switch (event) {
            case "entry.delivery-failed" -> "Did not arrive";
            case "entry.answer-waived" -> "Needs no answer";
            case "entry.corrected" -> "Corrected";
            case "entry.withdrawn" -> "Withdrawn";
            case "entry.moved" -> "Moved to another matter";
            case "entry.correction-requested" -> "Correction asked for";
            case "entry.correction-declined" -> "Correction declined";
            case "entry.late-entry-adopted" -> "Adopted although late";
            default -> event;
        };
    }

    /** Whether the entry no longer counts as it stands. */
    static boolean strikes(String event) {
        return event.equals("entry.withdrawn") || event.equals("entry.moved") || event.equals("entry.delivery-failed");
    }
}
