package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mailimport.SampleMail.MARTA;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.Confidential;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;

/** A firm that has entered Marta, her company and its matters before any mail was imported. */
class KnownClientsTest {

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private final ClientId mill = ClientId.random();
    private final StoredJson json = new StoredJson();
    private Imported ledger;

    @BeforeEach
    void enters() {
        ledger = new Imported(TestDatabase.fresh(), home);
        var marta = PersonId.random();
        var vault = ledger.bean(Confidential.class);
        var address = new ContactAddress(ChannelKind.MAIL, vault.seal(marta.value(), "Marta@Mill.example"));
        ledger.database()
                .sql("insert into query.contact_person (client_id, person_id, name, addresses, standing, erased, since,"
                        + " version, position) values (?, ?, ?::jsonb, ?::jsonb, 'PRINCIPAL', false, 1, 0, 1)")
                .params(mill.value(), marta.value(), json.write(address.address()), json.write(List.of(address)))
                .update();
    }

    @AfterEach
    void closes() {
        ledger.close();
    }

    private MatterId opens(int number, ClientId client) {
        var matter = MatterId.random();
        ledger.database()
                .sql("insert into query.matter (matter_id, client_id, title, contact_person, responsible,"
                        + " accountable_partner, calendar_id, calendar_version, main_channel, opened_at, since, version,"
                        + " position) values (?, ?, '{}', 'p', 's', 's', 'c', 1, 'c', now(), ?, 0, ?)")
                .params(matter.value(), client.value(), number, number)
                .update();
        return matter;
    }

    private Plan plan() {
        var parts = ledger.bean(LedgerParts.class);
        var terms = parts.knownClients().added(Imported.terms());
        var box = new SampleMail(folder).holds(mail("1", MARTA, OLHA, "2024-03-04T09:00:00Z"));
        var read = ImportOfMail.read(box.folder(), Imported.NOW, Progress.NONE);
        return Planning.of(read, terms.firm(), terms.mappings(), terms.matterBy());
    }

    @Test
    void what_is_written_with_her_belongs_to_the_one_open_matter() {
        var matter = opens(1, mill);
        assertThat(plan().matters())
                .singleElement()
                .satisfies(told -> assertThat(told.known()).isEqualTo(matter));
    }

    @Test
    void and_waits_for_a_hand_where_there_are_several() {
        opens(1, mill);
        opens(2, mill);
        assertThat(plan().matters()).isEmpty();
        assertThat(plan().unassigned())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).isEqualTo(Planning.SEVERAL_MATTERS));
    }

    @Test
    void and_to_a_client_of_its_own_where_there_is_none() {
        assertThat(plan().matters())
                .singleElement()
                .satisfies(told -> assertThat(told.known()).isNull());
    }

    @Test
    void matters_that_an_import_made_are_no_reason_to_doubt() {
        var imported = ledger.bean(LedgerParts.class).ids().client("domain:mill.example");
        ledger.database()
                .sql("update query.contact_person set client_id = ?")
                .param(imported.value())
                .update();
        opens(1, imported);
        opens(2, imported);
        assertThat(plan().unassigned()).isEmpty();
        assertThat(Set.copyOf(plan().matters())).hasSize(1);
    }
}
