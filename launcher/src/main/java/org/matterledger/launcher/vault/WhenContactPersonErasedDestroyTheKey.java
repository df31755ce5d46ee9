package org.matterledger.launcher.vault;

import org.axonframework.eventhandling.EventHandler;
import org.matterledger.command.Erasure;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.query.Projection;
import org.springframework.stereotype.Component;

/**
 * Finishes an erasure whose request was cut off between the event and the key. It follows the record as a view does: with
 * a token and dead letters, and from the first event again after a rebuild, which erases what is erased already.
 */
@Component
final class WhenContactPersonErasedDestroyTheKey implements Projection {

    private final Erasure erasure;

    WhenContactPersonErasedDestroyTheKey(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "when-contact-person-erased-destroy-the-key";
    }

    @EventHandler
    void on(ContactPersonErased event) {
        erasure.erase(event.personId().value());
    }

    /** Nothing: a key that was destroyed stays destroyed. */
    @Override
    public void reset() {}
}
