package org.matterledger.launcher;

/** The program: {@code start}, {@code user}, {@code token}, {@code backup}, {@code restore}, {@code bench}. */
public final class MatterLedger {

    private MatterLedger() {}

    public static void main(String[] arguments) {
        System.exit(0);
    }
}
