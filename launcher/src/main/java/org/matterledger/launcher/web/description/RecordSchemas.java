package org.matterledger.launcher.web.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Describes records as the reader of requests takes them: what is not marked as absent must be there, and what a request
 * may not have is said too.
 */
final class RecordSchemas implements ModelConverter, GlobalOpenApiCustomizer {

    private static final String RUNNING = "org.matterledger.launcher.web.";
    private static final String COMMANDS = "org.matterledger.command.";
    private static final String COMMON = "org.matterledger.command.rest";
    private static final String REPORTED = "ReportedSource";

    private final ConcurrentMap<String, Class<?>> forms = new ConcurrentHashMap<>();
    private final Set<String> clashes = new ConcurrentSkipListSet<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var form = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && form.isRecord()) {
            var first = forms.putIfAbsent(name(form), form);
            if (first != null && !first.equals(form)) {
                clashes.add(first.getName() + " and " + form.getName());
            }
            var defined = context.getDefinedModels().values().stream()
                    .filter(model -> name(form).equals(model.getName()))
                    .findFirst();
            Schema<?> target = defined.isPresent() ? defined.get() : schema;
            describe(target, form);
        }
        return schema;
    }

    /** What a form is called in the description. */
    private static String name(Class<?> form) {
        var named = form.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return named == null || named.name().isEmpty() ? form.getSimpleName() : named.name();
    }

    /** @throws IllegalStateException when two forms have one name: the description would tell of one what is true of the other */
    @Override
    public void customise(OpenAPI description) {
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("Two forms would have one name in the description: " + clashes);
        }
    }

    private static void describe(Schema<?> schema, Class<?> form) {
        if (request(form)) {
            schema.addType("object");
            schema.setAdditionalProperties(false);
        }
        var members = schema.getProperties();
        if (members == null) {
            return;
        }
        schema.setRequired(Stream.of(form.getRecordComponents())
                .filter(RecordSchemas::expected)
                .map(RecordComponent::getName)
                .filter(members::containsKey)
                .toList());
        Stream.of(form.getRecordComponents())
                .filter(component -> identifies(component.getType()))
                .forEach(component -> members.computeIfPresent(
                        component.getName(), (name, member) -> identified(member, component.getType())));
    }

    private static boolean identifies(Class<?> type) {
        return type.getName().startsWith("org.matterledger.values.")
                && type.getSimpleName().endsWith("Id");
    }

    private static Schema<?> identified(Schema<?> member, Class<?> type) {
        var kind = type.getSimpleName().replaceFirst("Id$", "").toLowerCase(Locale.ROOT);
        member.setPattern("^" + kind + "-[0-9a-z-]{1,64}$");
        member.setExample(kind + "-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d");
        return member;
    }

    private static boolean expected(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.getAccessor().isAnnotationPresent(JsonIgnore.class);
    }

    private static boolean request(Class<?> form) {
        if (form.getName().startsWith(COMMANDS)) {
            return !form.getPackageName().equals(COMMON) || form.getSimpleName().equals(REPORTED);
        }
        return form.getName().startsWith(RUNNING) && form.getSimpleName().endsWith("Request");
    }
}
