package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EventTypes;
import org.matterledger.launcher.documents.GeneratedDocument;

/** What the first form of a correction meant shows in whether it names an agreement; the present form says it. */
class EarlyCorrectionsTest {

    private static final EventCodec CODEC =
            new EventCodec(EventJson.mapper(), EventTypes.all(), List.of(new CorrectionsJudgedAnew()));

    private static EntryCorrected read(String contract) throws IOException {
        var file = GeneratedDocument.root().resolve("shared-events/src/test/resources/contracts/" + contract);
        return (EntryCorrected) CODEC.decode("entry.corrected", 1, Files.readString(file));
    }

    @Test
    void one_that_names_an_agreement_was_judged_anew() throws IOException {
        assertThat(read("entry.corrected.v1.json").judgedAnew()).isTrue();
    }

    @Test
    void one_that_names_none_was_not() throws IOException {
        var early = read("entry.corrected.v1-before-agreements.json");
        assertThat(early.judgedAnew()).isFalse();
        assertThat(early.agreement()).isNull();
    }
}
