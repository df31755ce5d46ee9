package org.matterledger.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which an event is stored, and the revision of its form. Neither ever changes meaning. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** Stream and past tense, in lower case: {@code update.sent}. */
    String name();

    /** Counts the forms; a new one needs an upcaster and leaves the old contract file in place. */
    int revision() default 1;
}
