package org.matterledger.launcher.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes records, and turns what their own checks refuse into faults. */
final class Records {

    private static final Map<Class<?>, Constructor<?>> CONSTRUCTORS = new ConcurrentHashMap<>();

    private Records() {}

    static @Nullable Object construct(Class<?> type, @Nullable Object[] values, String at, Faults faults) {
        try {
            return CONSTRUCTORS.computeIfAbsent(type, Records::constructor).newInstance(values);
        } catch (InvocationTargetException e) {
            var cause = e.getTargetException();
            if (!refused(cause)) {
                throw new IllegalStateException("The constructor of " + type.getName() + " failed", cause);
            }
            faults.add(at, "is refused: " + Objects.requireNonNullElse(cause.getMessage(), "it can't be so"));
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " can't be constructed", e);
        }
    }

    private static boolean refused(Throwable cause) {
        return cause instanceof IllegalArgumentException
                || cause instanceof DateTimeException
                || cause instanceof ArithmeticException;
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }
}
