package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that look as if they need no answer: suggested, and confirmed by a person (semantics 4.2, 5). */
@ExtendWith(SharedWorld.class)
class SuggestionScenariosTest {

    private static final String THANKS = ", \"noAnswerSuggested\": true, \"thread\": \"%s\"";

    private final World world;
    private final MatterStory matter;

    SuggestionScenariosTest(World world) {
        this.world = world;
        this.matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
    }

    private String thread(String subject) {
        var opened = matter.does("Petro", "/threads", "{\"subject\": \"" + subject + "\"}");
        return opened.id();
    }

    private String thanks(String local) {
        matter.at(local);
        matter.clientWrites(local, "MAIL", THANKS.formatted(thread("Thanks " + local)));
        return matter.lastEntry();
    }

    private List<String> suggested() {
        var page = world.get("Olha", "/suggestions/no-answer?limit=200", matter.position());
        return StreamSupport.stream(page.json().path("items").spliterator(), false)
                .filter(item -> matter.path.endsWith(item.path("matter").asString()))
                .map(item -> item.path("entry").asString())
                .toList();
    }

    @Test
    void a_word_of_thanks_waits_until_a_person_says_that_it_needs_no_answer() {
        var entry = thanks("2026-02-10T10:00");
        assertThat(suggested()).containsExactly(entry);
        assertThat(matter.obligations("REPLY")).hasSize(1);
    }

    @Test
    void many_are_confirmed_at_once_and_one_that_is_unknown_does_not_stop_the_rest() {
        var first = thanks("2026-02-10T10:00");
        var second = thanks("2026-02-10T11:00");
        var confirmed = world.post("Petro", "/answer-waivers/batch", """
                {"items": [{"key": "a-%1$s", "entry": "%1$s", "reason": "Only thanks."},
                           {"key": "b-%2$s", "entry": "entry-unknown-1", "reason": "Only thanks."},
                           {"key": "c-%2$s", "entry": "%2$s", "reason": "Only thanks."}]}""".formatted(first, second));
        assertThat(StreamSupport.stream(confirmed.json().path("items").spliterator(), false)
                        .map(item -> item.path("status").asInt()))
                .containsExactly(201, 404, 201);
        matter.seenAt(confirmed.json().at("/items/2/answer/position").asString());
        assertThat(suggested()).isEmpty();
        assertThat(matter.obligations("REPLY"))
                .allSatisfy(reply -> assertThat(reply.path("result").asString()).isEqualTo("CANCELLED"));
    }

    @Test
    void an_ordinary_message_is_not_suggested() {
        matter.at("2026-02-10T10:00").clientWrites("2026-02-10T10:00");
        assertThat(suggested()).isEmpty();
    }

    @Test
    void what_was_answered_is_suggested_no_more() {
        thanks("2026-02-10T10:00");
        var answered = matter.lastEntry();
        matter.at("2026-02-10T11:00").does("Petro", "/replies", """
                {"channel": "MAIL", "to": ["%s"], "inReplyTo": "%s"}""".formatted(world.marta, answered));
        assertThat(suggested()).isEmpty();
    }
}
