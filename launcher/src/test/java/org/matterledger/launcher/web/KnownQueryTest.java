package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address may ask: a filter that was misspelt must not show everything. */
class KnownQueryTest {

    @TempDir
    static Path home;

    private static ToldFirm told;

    @BeforeAll
    static void open() {
        told = new ToldFirm(home);
    }

    @AfterAll
    static void close() {
        told.close();
    }

    private static Api.Reply get(String path) {
        return told.firm.partner.get(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/obligations?stat=OPEN", "/matters?stat=OPEN&limit=2", "/clients?stat", "/silence?stat=1"})
    void a_name_that_nobody_reads_is_a_mistake(String path) {
        var answer = get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("query stat", "is not known here");
    }

    @Test
    void what_is_read_once_may_not_come_twice() {
        var answer = get("/obligations?state=OPEN&state=KEPT&limit=1&limit=2");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("query limit", "is given 2 times");
    }

    @Test
    void all_mistakes_are_named_together() {
        assertThat(get("/matters?limit=0&cursr=x").text()).contains("query limit", "query cursr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/matters?limit=2", "/obligations?kind=REPLY&limit=1", "/matters?", "/matters?&limit=1"})
    void what_is_read_may_be_asked(String path) {
        assertThat(get(path).status()).isEqualTo(200);
    }

    @Test
    void pages_pass_over_what_they_do_not_know() {
        assertThat(get("/desk/silence?from=newsletter").status()).isNotEqualTo(400);
    }
}
