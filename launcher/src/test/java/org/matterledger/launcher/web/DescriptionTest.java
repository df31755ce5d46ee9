package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description is made from the code and committed, so that a change of the API is seen in its review. */
class DescriptionTest {

    private static final Path COMMITTED = Path.of("..", "docs", "api", "openapi.json");

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
