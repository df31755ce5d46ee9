package org.matterledger.launcher.mail;

/**
 * Where a message stands, so that a person finds it again.
 *
 * @param path relative to what was opened, with slashes; within a ZIP the name of the entry; for a single file its name
 * @param offset in bytes from the start of an mbox; 0 where a file is one message
 */
public record Place(String path, long offset) {

    /** The folder that the message lies in: an mbox is a folder of its own. */
    public String folder() {
        if (offset > 0) {
            return path;
        }
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    @Override
    public String toString() {
        return offset == 0 ? path : path + " at byte " + offset;
    }
}
