package org.matterledger.launcher.store;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.matterledger.events.EventTypes;
import org.matterledger.query.Projection;

/** Which events a view or a saga handles, read from its handlers. */
final class HandledEvents {

    private HandledEvents() {}

    /** Their stored names, sorted. */
    static List<String> of(Projection view, EventTypes events) {
        return of(view.getClass(), events);
    }

    /** Those of a handler's class: a view's, or a saga's. */
    static List<String> of(Class<?> handler, EventTypes events) {
        return Stream.<Class<?>>iterate(handler, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(EventHandler.class)
                        || method.isAnnotationPresent(SagaEventHandler.class))
                .map(HandledEvents::payload)
                .flatMap(payload -> events.classes().stream().filter(payload::isAssignableFrom))
                .map(event -> EventTypes.of(event).name())
                .distinct()
                .sorted()
                .toList();
    }

    private static Class<?> payload(Method handler) {
        var annotation = handler.getAnnotation(EventHandler.class);
        var declared = annotation == null ? Object.class : annotation.payloadType();
        return declared == Object.class ? handler.getParameterTypes()[0] : declared;
    }
}
