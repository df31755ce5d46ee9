package org.matterledger.command.client;

import static org.matterledger.values.StaffRole.ADMINISTRATOR;
import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Erasure;
import org.matterledger.command.client.ClientCommand.EraseContactPerson;
import org.matterledger.command.client.ClientCommand.NameContactPerson;
import org.matterledger.command.rest.Answer;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.PersonId;
import org.matterledger.values.Standing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in who speaks for a client, and who wants to be forgotten. */
@RestController("writeContactPersons")
@Tag(name = "Clients")
class ContactPersonController {

    private final CommandPort commands;
    private final Confidential confidential;
    private final Erasure erasure;

    ContactPersonController(CommandPort commands, Confidential confidential, Erasure erasure) {
        this.commands = commands;
        this.confidential = confidential;
        this.erasure = erasure;
    }

    record Address(
            ChannelKind channel,

            @Schema(example = "jan@baltic.example", minLength = 1, maxLength = 320)
            String address) {}

    record NewPerson(
            @Schema(description = "The person's name.", example = "Jan Kowalski", minLength = 1, maxLength = 200)
            String name,

            @ArraySchema(arraySchema = @Schema(description = "Where the person is reached."), maxItems = 20)
            List<Address> addresses,

            @Schema(description = "How near the person stands to the client.")
            Standing standing) {}

    record ErasureRequest() {}

    @Operation(summary = "Name a person who speaks for a client")
    @PostMapping(
            path = "/clients/{client}/contact-persons",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> name(Caller caller, @PathVariable ClientId client, @RequestBody NewPerson body) {
        return named(caller, client, new PersonId(caller.derivedId("person")), body);
    }

    @Operation(summary = "Name a person again", description = "The newest word about the person counts.")
    @PostMapping(
            path = "/clients/{client}/contact-persons/{person}",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> nameAgain(
            Caller caller, @PathVariable ClientId client, @PathVariable PersonId person, @RequestBody NewPerson body) {
        return named(caller, client, person, body);
    }

    @Operation(
            summary = "Erase a person",
            description =
                    "Destroys the person's key: whatever the person wrote or was written reads as erased for ever."
                            + " For administrators.")
    @PostMapping(
            path = "/clients/{client}/contact-persons/{person}/erasure",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> erase(
            Caller caller,
            @PathVariable ClientId client,
            @PathVariable PersonId person,
            @RequestBody ErasureRequest body) {
        var receipt = commands.send(caller.integrationOr(ADMINISTRATOR), new EraseContactPerson(client, person));
        erasure.erase(person.value());
        return Answer.about(receipt, person.value(), path(client));
    }

    private ResponseEntity<Answer> named(Caller caller, ClientId client, PersonId person, NewPerson body) {
        caller.integrationOr(FEE_EARNER, PARTNER, ADMINISTRATOR);
        var addresses = body.addresses().stream()
                .map(address ->
                        new ContactAddress(address.channel(), confidential.seal(person.value(), address.address())))
                .toList();
        var name = confidential.seal(person.value(), body.name());
        var command = new NameContactPerson(client, person, name, addresses, body.standing());
        return Answer.about(commands.send(caller, command), person.value(), path(client));
    }

    private static String path(ClientId client) {
        return "/clients/" + client + "/contact-persons/";
    }
}
