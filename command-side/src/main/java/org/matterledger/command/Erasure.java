package org.matterledger.command;

/**
 * Destroys the key of a person, so that everything it sealed reads as erased: in events, views, exports and backups.
 *
 * <p>The order is: first the event that says so, by a command whose rules may refuse it; then the key. Whoever stops in
 * between repeats: the event is there to follow, and erasing twice is erasing once. The other way round a refused command
 * would have destroyed a key that had to stay.
 */
public interface Erasure {

    /**
     * Returns when the key is gone for every node, and will be gone again after a restore of an older backup.
     *
     * @param subject whose key; one that never had any is remembered too, and gets none later
     */
    void erase(String subject);
}
