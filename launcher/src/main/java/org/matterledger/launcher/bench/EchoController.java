package org.matterledger.launcher.bench;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The yardstick of the HTTP benchmark: authenticated, parses JSON, does nothing, answers it. Only while measuring. */
@RestController
@ConditionalOnProperty("ledger.bench")
class EchoController {

    @PostMapping("/bench/echo")
    JsonNode echo(@RequestBody JsonNode body) {
        return body;
    }
}
