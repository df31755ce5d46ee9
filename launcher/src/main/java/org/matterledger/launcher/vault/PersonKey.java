package org.matterledger.launcher.vault;

import com.google.crypto.tink.DeterministicAead;
import org.jspecify.annotations.Nullable;

/**
 * What a node remembers of a subject's key.
 *
 * @param id which key
 * @param cipher seals and opens; none when the key was destroyed
 * @param asOf how many erasures there had been when it was read: it may be used while there are no more
 */
record PersonKey(String id, @Nullable DeterministicAead cipher, long asOf) {}
