package org.matterledger.command.client;

import static org.matterledger.values.StaffRole.ADMINISTRATOR;
import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.client.ClientCommand.RegisterClient;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Batch;
import org.matterledger.command.rest.BatchAnswer;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.ClientId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in the firm's clients. */
@RestController("writeClients")
@Tag(name = "Clients")
class ClientController {

    private final CommandPort commands;
    private final Confidential confidential;

    ClientController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record NewClient(
            @Schema(
                    description = "The organisation's or person's name.",
                    example = "Baltic Timber sp. z o.o.",
                    minLength = 1,
                    maxLength = 200)
            String name,

            @Nullable ReportedSource source) {}

    @Operation(summary = "Register a client")
    @PostMapping(path = "/clients", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> register(Caller caller, @RequestBody NewClient body) {
        var client = new ClientId(
                caller.integrationOr(FEE_EARNER, PARTNER, ADMINISTRATOR).derivedId("client"));
        var source = ReportedSource.of(body.source());
        var command = new RegisterClient(client, confidential.seal(client.value(), body.name()), source);
        return Answer.to(commands.send(caller, command, Caller.reference("clients", source)), "/clients/");
    }

    @Operation(summary = "Register many clients")
    @PostMapping(path = "/clients/batch", consumes = "application/json", produces = "application/json")
    ResponseEntity<BatchAnswer> registerAll(Batch<NewClient> batch) {
        return batch.each(this::register);
    }
}
