package org.matterledger.launcher.mailimport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.matterledger.values.MatterId;

/** What a ledger knows of letters that are not in the mailbox at hand: where machines' answers to them belong. */
interface KnownLetters {

    /** Nothing. */
    KnownLetters NONE = new KnownLetters() {

        @Override
        public Map<String, List<MatterId>> matters(Collection<String> letters) {
            return Map.of();
        }

        @Override
        public boolean wrote(String address) {
            return false;
        }

        @Override
        public MatterId id(PlannedMatter matter) {
            throw new IllegalStateException("no matter is known");
        }
    };

    /** The matters that were told of these letters. */
    Map<String, List<MatterId>> matters(Collection<String> letters);

    /** Whether letters of somebody outside came from it. */
    boolean wrote(String address);

    /** The id that a matter has, or will have, in the ledger. */
    MatterId id(PlannedMatter matter);
}
