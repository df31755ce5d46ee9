package org.matterledger.launcher.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.matterledger.command.Caller;
import org.matterledger.command.rest.Batch;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.PageAsked;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what all of them have in common: headers, pages, and the problems that it can answer with. */
final class Conventions implements OperationCustomizer {

    static final String PROBLEM = "Problem";

    private static final String NAME = "Problem";

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "Malformed; every faulty field is named.",
            "401", "No token, or none that holds.",
            "403", "The caller may not do this.",
            "404", "There is no such thing, or none that the caller may see.",
            "409", "A rule forbids it, named by the type; or the first request under this key is still under way.",
            "412", "The thing has changed since the caller looked; the ETag is the present one.",
            "413", "The body is too large.",
            "415", "The body is no JSON.",
            "422", "The key or source was used before with another request.",
            "503", "Not now; repeat with the same key after Retry-After seconds.");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var writes = method.hasMethodAnnotation(PostMapping.class);
        var batch = has(method, Batch.class);
        var named = Stream.of(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
        if (has(method, Caller.class)) {
            callerHeaders(operation);
        }
        if (batch) {
            operation.addParametersItem(onBehalfOf());
            operation.setRequestBody(BatchBody.of(method));
        }
        if (!writes && view(method)) {
            operation.addParametersItem(minPosition());
        }
        if (has(method, PageAsked.class)) {
            pages(operation);
        }
        operation.setOperationId(operationId(method));
        var responses = operation.getResponses();
        success(responses, writes && !batch, has(method, PageAsked.class));
        problems(responses, "400", "401", "503");
        if (named) {
            problems(responses, "404");
        }
        if (has(method, Reader.class)) {
            operation.addParametersItem(onBehalfOf());
            problems(responses, "403");
        }
        if (writes) {
            problems(responses, "403", "413", "415");
        }
        var recorded = !responses.containsKey("202");
        if (writes && !batch && recorded) {
            problems(responses, "409", "412", "422");
        }
        return operation;
    }

    /** The feature's or view's package and the method: {@code matter-send}, {@code matters-matter}. */
    private static String operationId(HandlerMethod method) {
        var packageName = method.getBeanType().getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "-"
                + method.getMethod().getName();
    }

    /** Whether a view answers, which can wait until it has come far enough. */
    private static boolean view(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.matterledger.query");
    }

    private static boolean has(HandlerMethod method, Class<?> type) {
        return Stream.of(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static void callerHeaders(Operation operation) {
        operation.addParametersItem(header(
                "Idempotency-Key",
                "The caller's key for this request at this path. Repeated with the same request it gives the first answer."
                        + " Needed unless the body has a source.",
                new StringSchema().minLength(1).maxLength(200).example("3f0c8a52-update-17")));
        operation.addParametersItem(header(
                "If-Match",
                "The ETag that the caller saw last; refused with 412 when the thing has changed since.",
                new StringSchema().pattern("^\"[0-9]{1,18}\"$").example("\"4\"")));
        operation.addParametersItem(onBehalfOf());
    }

    private static Parameter onBehalfOf() {
        return header(
                "On-Behalf-Of",
                "The staff member in whose name an integration acts, as far as its token allows.",
                new StringSchema().pattern("^staff-[0-9a-z-]{1,64}$"));
    }

    private static Parameter minPosition() {
        return header(
                "Ledger-Min-Position",
                "A position that the answer must show; waited for up to 2 seconds.",
                new IntegerSchema()
                        .format("int64")
                        .minimum(java.math.BigDecimal.ZERO)
                        .example(1201));
    }

    private static Parameter header(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(schema);
    }

    private static void pages(Operation operation) {
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("limit")
                .description("How many items at most.")
                .required(false)
                .schema(new IntegerSchema()
                        .minimum(java.math.BigDecimal.ONE)
                        .maximum(java.math.BigDecimal.valueOf(200))
                        ._default(50)));
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("cursor")
                .description("Where the page begins: “next” of the page before.")
                .required(false)
                .schema(new StringSchema().maxLength(1000)));
    }

    private static void success(ApiResponses responses, boolean writes, boolean pages) {
        var ok = responses.get("200");
        if (ok == null) {
            return;
        }
        ok.description(writes ? "Known already; nothing new was recorded." : "What was asked for.");
        ok.addHeaderObject("Ledger-Position", integer("The ledger's position that the answer stands for."));
        if (pages) {
            ok.addHeaderObject("Link", text("The next page, as rel=\"next\"."));
        }
        if (writes) {
            ok.addHeaderObject("ETag", text("The stream's version, for If-Match."));
            ok.addHeaderObject("Location", text("Where the thing is found."));
            ok.addHeaderObject("Idempotency-Replayed", text("true where the first answer is given again."));
            responses.addApiResponse(
                    "201",
                    new ApiResponse()
                            .description("Recorded, and durable.")
                            .headers(ok.getHeaders())
                            .content(ok.getContent()));
        }
    }

    private static void problems(ApiResponses responses, String... statuses) {
        for (var status : statuses) {
            responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + NAME + status));
        }
    }

    /** The problems themselves, described once. */
    static Map<String, ApiResponse> responses() {
        Map<String, ApiResponse> described = new TreeMap<>();
        PROBLEMS.forEach((status, description) -> described.put(NAME + status, problem(status, description)));
        return described;
    }

    private static ApiResponse problem(String status, String description) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        var response = new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
        if (status.equals("503")) {
            response.addHeaderObject("Retry-After", integer("Seconds."));
        }
        return response;
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static Header integer(String description) {
        return new Header().description(description).schema(new IntegerSchema().format("int64"));
    }
}
