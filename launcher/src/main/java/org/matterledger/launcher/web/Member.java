package org.matterledger.launcher.web;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.rest.Reported;

/**
 * A member of a body, as its record and its description say it; read from the class once, since reflection reads
 * annotations anew each time.
 *
 * @param optional whether it may be absent
 * @param reported whether it is a time that can't lie in the future
 */
record Member(String name, Type type, boolean optional, boolean reported, Limits limits) {

    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Member::of).toList();
        }
    };

    /** The members of a record, in the order of its constructor. */
    static List<Member> of(Class<?> type) {
        return MEMBERS.get(type);
    }

    private static Member of(RecordComponent component) {
        return new Member(
                component.getName(),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(Reported.class),
                Limits.of(component));
    }
}
