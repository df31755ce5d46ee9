package org.matterledger.query.compliancereplay;

/**
 * By whose knowledge a matter is told.
 *
 * @param word {@code then}: by what was noted up to that instant; {@code now}: by all that is noted, taking effect at the
 *     instant at which it happened
 */
record Known(String word) {

    static final Known THEN = new Known("then");
    static final Known NOW = new Known("now");

    public Known {
        if (!word.equals("then") && !word.equals("now")) {
            throw new IllegalArgumentException("Known is “then” or “now”, not " + word);
        }
    }

    @Override
    public String toString() {
        return word;
    }
}
