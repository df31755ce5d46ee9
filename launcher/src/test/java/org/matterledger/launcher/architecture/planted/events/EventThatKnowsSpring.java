package org.matterledger.launcher.architecture.planted.events;

import org.springframework.stereotype.Component;

/** Breaks: shared events know nothing but Java and Jackson's annotations. */
public record EventThatKnowsSpring(Component bean) {}
