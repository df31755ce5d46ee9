package org.matterledger.values;

/** How the client set a task. Only what is in writing, or confirmed by the client in writing, is accepted (R000-14). */
public enum TaskForm {
    WRITTEN,
    /** By telephone, in a meeting, or by voice message. */
    ORAL
}
