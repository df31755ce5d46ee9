package org.matterledger.query.clients;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.matterledger.query.rest.Found;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.ClientId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The firm's clients, for other programs. */
@RestController("readClients")
@Tag(name = "Clients")
class ClientController {

    private final ClientView clients;
    private final ContactPersonView persons;

    ClientController(ClientView clients, ContactPersonView persons) {
        this.clients = clients;
        this.persons = persons;
    }

    @Operation(summary = "The firm's clients", description = "In the order of registration.")
    @GetMapping(path = "/clients", produces = "application/json")
    ResponseEntity<Page<Client>> clients(@RequestParam Optional<Source> source, PageAsked asked) {
        return asked.answer(
                source.map(clients::named).orElseGet(() -> clients.page(asked.afterNumber(), asked.limit() + 1)),
                Client::key);
    }

    @Operation(summary = "A client")
    @GetMapping(path = "/clients/{client}", produces = "application/json")
    ResponseEntity<Client> client(@PathVariable ClientId client) {
        var found = clients.client(client).orElseThrow(Unknown::new);
        return Found.at(found.version(), found);
    }

    @Operation(summary = "Who speaks for a client", description = "In the order in which they were named.")
    @GetMapping(path = "/clients/{client}/contact-persons", produces = "application/json")
    ResponseEntity<Page<ContactPerson>> persons(@PathVariable ClientId client, PageAsked asked) {
        return clients.client(client)
                .map(known -> persons.page(client, asked.afterNumber(), asked.limit() + 1))
                .map(page -> asked.answer(page, ContactPerson::key))
                .orElseThrow(Unknown::new);
    }

    @Operation(summary = "One person who speaks for a client")
    @GetMapping(path = "/clients/{client}/contact-persons/{person}", produces = "application/json")
    ResponseEntity<ContactPerson> person(@PathVariable ClientId client, @PathVariable PersonId person) {
        var found = persons.person(client, person).orElseThrow(Unknown::new);
        return Found.at(found.version(), found);
    }
}
