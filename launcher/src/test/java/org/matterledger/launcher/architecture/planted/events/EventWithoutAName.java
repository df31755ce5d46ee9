package org.matterledger.launcher.architecture.planted.events;

/** Breaks: an event is a record with a stored name of ours. */
public class EventWithoutAName implements LedgerEvent {}
