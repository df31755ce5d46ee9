package org.matterledger.launcher.mail;

/** What could not be read as a letter, and why: for a person who will look at it. */
public record Broken(Place place, String reason) implements Reading {}
