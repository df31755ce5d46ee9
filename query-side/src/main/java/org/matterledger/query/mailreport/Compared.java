package org.matterledger.query.mailreport;

import java.util.function.Function;

/** The figures that other terms can change, as a reader compares them. */
enum Compared {
    IN_TIME("Answers in time", side -> Long.toString(side.answers().kept())),
    LATE("Answers that came late", side -> Long.toString(side.answers().keptLate())),
    NEVER("Answers that did not come", side -> Long.toString(side.answers().broken())),
    MEDIAN("Half of the answers came within, of working time", side -> side.median() == null ? "–" : side.median()),
    BEYOND(
            "Matters whose longest silence went beyond the limit",
            side -> side.silences().beyond() + " of " + side.silences().matters()),
    SILENCES("Silences beyond the limit, all matters", side -> Long.toString(side.beyondLimit()));

    final String words;
    private final Function<Side, String> figure;

    Compared(String words, Function<Side, String> figure) {
        this.words = words;
        this.figure = figure;
    }

    String of(Side side) {
        return figure.apply(side);
    }
}
