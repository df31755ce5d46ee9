package org.matterledger.launcher.web;

/** Text that can be kept: no NUL, which PostgreSQL has no place for, no other control character, no half a character. */
final class Text {

    private Text() {}

    /** The text itself, with a fault where it can't be kept. */
    static String checked(String text, String at, Faults faults) {
        if (text.codePoints().anyMatch(Text::control)) {
            faults.add(at, "holds a control character");
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            faults.add(at, "holds half a surrogate pair");
        }
        return text;
    }

    /** Whether every character may stand in a header that names something: visible ASCII and spaces. */
    static boolean printable(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    private static boolean control(int point) {
        return point < ' ' && point != '\n' && point != '\r' && point != '\t' || point == 0x7f;
    }
}
