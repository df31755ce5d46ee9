package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description is made from the code and committed, so that a change of the API is seen in its review. */
class DescriptionTest {

    private static final Path COMMITTED = Path.of("..", "docs", "api", "openapi.json");

    @Test
    void tells_of_every_request_that_a_program_can_make(@TempDir Path home) {
        try (var firm = SampleFirm.open(home)) {
            var told = new TreeSet<String>();
            for (var path :
                    firm.partner.get("/openapi.json").json().path("paths").properties()) {
                path.getValue()
                        .propertyNames()
                        .forEach(verb -> told.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey()));
            }
            assertThat(told).containsAll(requests(firm)).doesNotContain("GET /health");
        }
    }

    /** What the controllers take from programs; pages, the echo of the benchmarks, and what is open to anybody apart. */
    private static Set<String> requests(SampleFirm firm) {
        var requests = new TreeSet<String>();
        firm.server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((request, method) -> {
            var type = method.getBeanType();
            if (type.getName().startsWith("org.matterledger.") && type.isAnnotationPresent(RestController.class)) {
                Objects.requireNonNull(request.getPathPatternsCondition())
                        .getPatternValues()
                        .forEach(path -> request.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> requests.add(verb + " " + path)));
            }
        });
        requests.removeAll(Set.of("GET /health", "POST /bench/echo"));
        return requests;
    }

    @Test
    void is_the_committed_one(@TempDir Path home) throws IOException {
        try (var firm = SampleFirm.open(home)) {
            var reply = firm.partner.get("/openapi.json");
            assertThat(reply.status()).isEqualTo(200);
            var pretty = JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(reply.json())
                    + "\n";
            if (Boolean.getBoolean("regenerate.docs")) {
                Files.createDirectories(COMMITTED.getParent());
                Files.writeString(COMMITTED, pretty);
            }
            assertThat(pretty)
                    .as("docs/api/openapi.json is stale: run the tests with -Dregenerate.docs=true")
                    .isEqualTo(Files.readString(COMMITTED));
        }
    }
}
