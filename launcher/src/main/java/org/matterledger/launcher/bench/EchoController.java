package org.matterledger.launcher.bench;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The yardstick of the HTTP benchmark: authenticated, parses JSON, does nothing, answers it. Only while measuring. */
@RestController
@ConditionalOnProperty("ledger.bench")
class EchoController {

    @GetMapping("/bench/echo")
    Map<String, String> echo() {
        return Map.of();
    }

    @PostMapping("/bench/echo")
    JsonNode echo(HttpEntity<JsonNode> request) {
        return Objects.requireNonNull(request.getBody());
    }
}
