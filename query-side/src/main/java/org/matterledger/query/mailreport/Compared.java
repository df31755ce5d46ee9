package org.matterledger.query.mailreport;

/** The figures that other terms can change, as a reader compares them. */
enum Compared {
    IN_TIME("Answers in time"),
    LATE("Answers that came late"),
    NEVER("Answers that did not come"),
    MEDIAN("Working time within which half of the answers came"),
    BEYOND("Matters whose longest silence went beyond the limit"),
    SILENCES("Silences beyond the limit, all matters");

    final String words;

    Compared(String words) {
        this.words = words;
    }

    String of(Side side) {
        return switch (this) {
            case IN_TIME -> Long.toString(side.answers().kept());
            case LATE -> Long.toString(side.answers().keptLate());
            case NEVER -> Long.toString(side.answers().broken());
            case MEDIAN -> side.median() == null ? "–" : side.median();
            case BEYOND -> side.silences().beyond() + " of " + side.silences().matters();
            case SILENCES -> Long.toString(side.beyondLimit());
        };
    }
}
