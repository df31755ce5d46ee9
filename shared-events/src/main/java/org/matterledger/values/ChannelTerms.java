package org.matterledger.values;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a channel is used.
 *
 * @param kind which way of communication
 * @param primary whether it is to be the matter's main channel; there is exactly one (R000-06, R000-13)
 * @param purposes what it is for; none named means whatever the matter needs
 * @param window the hours in which it is used, local to the matter's calendar; absent for any time
 * @param fileRoute how files are sent; absent for by the channel itself
 * @param expectedAnswer the speed that the client expects; absent where nobody asked
 */
public record ChannelTerms(
        ChannelKind kind,
        boolean primary,
        Set<ChannelPurpose> purposes,
        @Nullable OpenInterval window,
        @Nullable ChannelKind fileRoute,
        @Nullable ExpectedAnswer expectedAnswer) {

    public ChannelTerms {
        purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
    }

    /** The contract's main channel until the parties agree on another: mail, at any time, for everything (R000-13). */
    public static ChannelTerms ofTheContract() {
        return new ChannelTerms(ChannelKind.MAIL, true, Set.of(), null, null, null);
    }
}
