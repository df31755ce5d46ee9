package org.matterledger.launcher.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.ClientId;
import org.matterledger.values.PersonId;

class WhenContactPersonErasedDestroyTheKeyTest {

    @TempDir
    Path secrets;

    @Test
    void the_key_is_destroyed_though_the_request_ended_with_the_event_and_however_often_it_comes() throws Exception {
        var vault = SampleVault.in(secrets, TestDatabase.fresh()).node();
        var person = PersonId.random();
        var text = vault.seal(person.value(), "Anna");
        var other = vault.seal(PersonId.random().value(), "Boris");
        var automation = new WhenContactPersonErasedDestroyTheKey(vault);
        var event = GenericEventMessage.asEventMessage(
                new ContactPersonErased(ClientId.random(), person, SampleVault.CLOCK.instant()));
        for (int delivery = 0; delivery < 2; delivery++) {
            new AnnotationEventHandlerAdapter(automation).handle(event);
            automation.reset();
        }
        assertThat(vault.open(text)).isEmpty();
        assertThat(vault.open(other)).contains("Boris");
    }
}
