package org.matterledger.launcher.web.description;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.stream.Stream;
import org.matterledger.command.rest.Batch;
import org.springframework.web.method.HandlerMethod;

/** Describes the body of a batch: single bodies, each with a key or a source of its own. */
final class BatchBody {

    private BatchBody() {}

    static RequestBody of(HandlerMethod method) {
        var single = Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() == Batch.class)
                .map(parameter -> ((ParameterizedType) parameter.getGenericParameterType()).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
        Schema<?> item = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(single).resolveAsRef(false))
                .schema;
        item.addProperty(
                "key",
                new StringSchema()
                        .minLength(1)
                        .maxLength(200)
                        .description("The item's own key; needed unless it has a source."));
        var items = new ArraySchema().items(item).minItems(1).maxItems(500);
        var body = new ObjectSchema().addProperty("items", items).required(List.of("items"));
        body.setAdditionalProperties(false);
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType("application/json", new MediaType().schema(body)));
    }
}
