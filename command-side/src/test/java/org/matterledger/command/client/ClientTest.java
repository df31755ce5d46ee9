package org.matterledger.command.client;

import static org.matterledger.command.Trial.given;
import static org.matterledger.command.client.ClientRule.CLIENT_REGISTERED_ONCE;
import static org.matterledger.command.client.ClientRule.ERASED_PERSON_STAYS_ERASED;
import static org.matterledger.command.client.ClientRule.ONLY_A_NAMED_PERSON_IS_ERASED;
import static org.matterledger.command.client.SampleClient.MARTA;
import static org.matterledger.command.client.SampleClient.MILL;
import static org.matterledger.command.client.SampleClient.NOW;
import static org.matterledger.command.client.SampleClient.erased;
import static org.matterledger.command.client.SampleClient.name;
import static org.matterledger.command.client.SampleClient.named;
import static org.matterledger.command.client.SampleClient.register;
import static org.matterledger.command.client.SampleClient.registered;
import static org.matterledger.values.Standing.DELEGATE;
import static org.matterledger.values.Standing.PRINCIPAL;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.client.ClientCommand.EraseContactPerson;

class ClientTest {

    @Nested
    class Registering {

        @Test
        void takes_a_client_into_the_record() {
            given(Client.class).when(register("Mill"), NOW).records(registered("Mill"));
        }

        @Test
        void again_with_the_same_particulars_records_nothing() {
            given(Client.class, registered("Mill"))
                    .when(register("Mill"), NOW.plusSeconds(60))
                    .records_nothing_new();
        }

        @Test
        void again_with_other_particulars_is_refused() {
            given(Client.class, registered("Mill"))
                    .when(register("Bakery"), NOW)
                    .is_refused_by(CLIENT_REGISTERED_ONCE);
        }
    }

    @Nested
    class NamingAContactPerson {

        @Test
        void says_who_speaks_for_the_client() {
            given(Client.class, registered("Mill"))
                    .when(name("Marta", PRINCIPAL), NOW)
                    .records_entry(MARTA.value(), named("Marta", PRINCIPAL));
        }

        @Test
        void again_with_the_same_particulars_records_nothing() {
            given(Client.class, registered("Mill"), named("Marta", PRINCIPAL))
                    .when(name("Marta", PRINCIPAL), NOW.plusSeconds(60))
                    .records_nothing_new(MARTA.value());
        }

        @Test
        void again_with_other_particulars_records_the_newer_word() {
            given(Client.class, registered("Mill"), named("Marta", PRINCIPAL))
                    .when(name("Marta", DELEGATE), NOW)
                    .records_entry(MARTA.value(), named("Marta", DELEGATE));
        }

        @Test
        void who_was_erased_is_refused() {
            given(Client.class, registered("Mill"), named("Marta", PRINCIPAL), erased())
                    .when(name("Marta", PRINCIPAL), NOW)
                    .is_refused_by(ERASED_PERSON_STAYS_ERASED);
        }

        @Test
        void of_a_stranger_finds_no_client() {
            given(Client.class).when(name("Marta", PRINCIPAL), NOW).finds_no_stream();
        }
    }

    @Nested
    class ErasingAContactPerson {

        @Test
        void says_that_the_person_reads_as_erased() {
            given(Client.class, registered("Mill"), named("Marta", PRINCIPAL))
                    .when(new EraseContactPerson(MILL, MARTA), NOW)
                    .records(erased());
        }

        @Test
        void twice_records_nothing() {
            given(Client.class, registered("Mill"), named("Marta", PRINCIPAL), erased())
                    .when(new EraseContactPerson(MILL, MARTA), NOW.plusSeconds(60))
                    .records_nothing_new();
        }

        @Test
        void who_was_never_named_is_refused() {
            given(Client.class, registered("Mill"))
                    .when(new EraseContactPerson(MILL, MARTA), NOW)
                    .is_refused_by(ONLY_A_NAMED_PERSON_IS_ERASED);
        }

        @Test
        void of_a_stranger_finds_no_client() {
            given(Client.class).when(new EraseContactPerson(MILL, MARTA), NOW).finds_no_stream();
        }
    }
}
