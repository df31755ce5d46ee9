package org.matterledger.launcher.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON in which events, and the states that are remembered from them, are stored: fields in the order of the
 * record, ISO-8601 times, nothing for what is absent. A field that this version doesn't know is skipped, so that adding
 * an optional one is free; a missing field that is not optional is an error, never a silent null.
 */
public final class EventJson {

    private EventJson() {}

    /** A mapper of its own; make one and keep it, for it remembers how each class is read and written. */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new Required())
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Takes every record component without {@code @Nullable} for required, elements of collections included. */
    private static final class Required extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            var component = optional(member);
            return component == null ? super.hasRequiredMarker(config, member) : Boolean.valueOf(!component);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            var component = optional(annotated);
            return component == null || component
                    ? super.findSetterInfo(config, annotated)
                    : JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
        }

        /** Whether a record's component may be absent; null for anything but the component of a record. */
        private static @Nullable Boolean optional(Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter
                            && parameter.getOwner() instanceof AnnotatedConstructor constructor
                            && constructor.getDeclaringClass().isRecord()
                    ? constructor
                            .getAnnotated()
                            .getParameters()[parameter.getIndex()]
                            .getAnnotatedType()
                            .isAnnotationPresent(Nullable.class)
                    : null;
        }
    }
}
