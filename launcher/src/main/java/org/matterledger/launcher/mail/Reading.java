package org.matterledger.launcher.mail;

/** What became of a message that was read: a letter, or the reason why it is none. */
public sealed interface Reading permits Letter, Broken {

    Place place();
}
