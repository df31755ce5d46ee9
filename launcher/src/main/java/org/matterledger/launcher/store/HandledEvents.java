package org.matterledger.launcher.store;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.EventTypes;
import org.matterledger.query.Projection;

/** Which events a view handles, read from its handlers. */
final class HandledEvents {

    private HandledEvents() {}

    /** Their stored names, sorted. */
    static List<String> of(Projection view, EventTypes events) {
        return Stream.<Class<?>>iterate(view.getClass(), type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(HandledEvents::payload)
                .flatMap(payload -> events.classes().stream().filter(payload::isAssignableFrom))
                .map(event -> EventTypes.of(event).name())
                .distinct()
                .sorted()
                .toList();
    }

    private static Class<?> payload(Method handler) {
        var declared = handler.getAnnotation(EventHandler.class).payloadType();
        return declared == Object.class ? handler.getParameterTypes()[0] : declared;
    }
}
