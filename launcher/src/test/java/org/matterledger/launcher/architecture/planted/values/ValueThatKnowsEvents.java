package org.matterledger.launcher.architecture.planted.values;

import org.matterledger.launcher.architecture.planted.events.LedgerEvent;

/** Breaks: values know no events. */
public record ValueThatKnowsEvents(LedgerEvent event) {}
