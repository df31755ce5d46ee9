package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.values.ObligationKind;
import tools.jackson.databind.JsonNode;

/** The silence board, as other programs read it. */
class SilenceTest {

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

    private static JsonNode read(String path) {
        var reply = told.firm.partner.get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode board(ToldMatter matter) {
        return read("/silence?limit=200")
                .path("items")
                .valueStream()
                .filter(row -> row.path("matter").asString().equals(matter.id.value()))
                .findFirst()
                .orElseThrow();
    }

    /** Opened, and last heard on a Thursday; silence due two weeks later. */
    private static ToldMatter silentSince5March() {
        var matter = told.matter("2026-03-02T09:00");
        var update = matter.updated("2026-03-05T11:00");
        matter.armed(
                ObligationKind.KEEP_INFORMED,
                update,
                "2026-03-05T11:00",
                "2026-03-19T18:00",
                ToldMatter.warning("2026-03-17T18:00"));
        return matter;
    }

    @Test
    void tells_how_long_the_silence_is_in_open_time_and_by_the_clock_and_what_is_left() {
        var matter = silentSince5March();
        told.now("2026-03-16T11:00");
        var row = board(matter);
        assertThat(row.path("firm").path("calendar").asString()).isEqualTo("PT264H");
        assertThat(row.path("firm").path("business").asString()).isEqualTo("PT63H");
        assertThat(row.path("limit").path("due").asString()).isEqualTo("2026-03-19T16:00:00Z");
        assertThat(row.path("left").path("calendar").asString()).isEqualTo("PT79H");
        assertThat(row.path("left").path("business").asString()).isEqualTo("PT34H");
        assertThat(row.path("state").asString()).isEqualTo("DUE");
        assertThat(row.path("title").asString()).isEqualTo("Supply contract");
        told.now("2026-03-17T18:00");
        assertThat(board(matter).path("state").asString()).isEqualTo("SOON");
        told.now("2026-03-20T18:00");
        assertThat(board(matter).path("state").asString()).isEqualTo("OVERDUE");
        assertThat(board(matter).path("over").path("business").asString()).isEqualTo("PT9H");
        assertThat(board(matter).has("left")).isFalse();
    }

    /** S-29: the client's call is contact and a chase, and moves the limit not at all. */
    @Test
    void counts_the_client_s_chases_and_lets_them_reset_nothing_but_the_contact() {
        var matter = silentSince5March();
        var call = matter.chased("2026-03-10T10:00");
        matter.armed(ObligationKind.REPLY, call, "2026-03-10T10:00", "2026-03-10T18:00");
        told.now("2026-03-10T12:00");
        var row = board(matter);
        assertThat(row.path("chases").asInt()).isEqualTo(1);
        assertThat(row.path("any").path("calendar").asString()).isEqualTo("PT2H");
        assertThat(row.path("unanswered").path("since").asString()).isEqualTo("2026-03-10T08:00:00Z");
        assertThat(row.path("firm").path("since").asString()).isEqualTo("2026-03-05T09:00:00Z");
        assertThat(row.path("limit").path("due").asString()).isEqualTo("2026-03-19T16:00:00Z");
    }

    @Test
    void forgets_what_was_withdrawn() {
        var matter = silentSince5March();
        var call = matter.chased("2026-03-10T10:00");
        matter.withdrawn(call, "2026-03-10T11:00");
        told.now("2026-03-10T12:00");
        assertThat(board(matter).path("chases").asInt()).isZero();
        assertThat(board(matter).path("any").path("since").asString()).isEqualTo("2026-03-05T09:00:00Z");
    }

    @Test
    void shows_the_next_promise() {
        var matter = silentSince5March();
        var update = matter.updated("2026-03-06T11:00");
        var promise = matter.armed(ObligationKind.KEEP_PROMISE, update, "2026-03-06T11:00", "2026-03-11T18:00");
        told.now("2026-03-09T12:00");
        assertThat(board(matter).path("nextPromised").path("obligation").asString())
                .isEqualTo(promise.value());
    }

    @Test
    void leads_from_page_to_page_by_time_left_and_puts_last_what_is_not_measured() {
        var late = told.matter("2026-03-02T09:00");
        late.armed(
                ObligationKind.KEEP_INFORMED, late.updated("2026-03-03T09:00"), "2026-03-03T09:00", "2026-03-04T18:00");
        var unmeasured = told.matter("2026-03-02T10:00");
        var later = told.matter("2026-03-02T09:00");
        later.armed(
                ObligationKind.KEEP_INFORMED,
                later.updated("2026-03-03T09:00"),
                "2026-03-03T09:00",
                "2036-03-04T18:00");
        told.now("2026-03-10T12:00");
        var seen = new ArrayList<String>();
        for (var page = read("/silence?limit=1");
                ;
                page = read("/silence?limit=1&cursor=" + page.path("next").asString())) {
            seen.add(page.path("items").get(0).path("matter").asString());
            if (!page.has("next")) {
                break;
            }
        }
        assertThat(seen).doesNotHaveDuplicates().startsWith(late.id.value());
        assertThat(seen).containsSubsequence(late.id.value(), later.id.value(), unmeasured.id.value());
    }

    @Test
    void shows_only_open_matters_and_those_that_are_asked_for() {
        var matter = silentSince5March();
        told.now("2026-03-10T12:00");
        assertThat(read("/silence?limit=200&responsible=" + told.firm.partnerId).toString())
                .contains(matter.id.value());
        assertThat(read("/silence?limit=200&partner=staff-nobody").path("items"))
                .isEmpty();
        matter.tell(entry -> new MatterClosed(matter.id, matter.sealed("Done"), ToldMatter.at("2026-03-10T12:30")));
        told.now("2026-03-10T13:00");
        assertThat(read("/silence?limit=200").toString()).doesNotContain(matter.id.value());
    }

    @Test
    void shows_a_team_alone_where_it_is_asked_for_one() {
        var matter = silentSince5March();
        told.now("2026-03-10T12:00");
        var joined = told.firm.partner.post("/staff/" + told.firm.partnerId + "/team", "{\"team\": \"Litigation\"}");
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        told.now("2026-03-10T12:00");
        assertThat(read("/silence?limit=200&team=Litigation").toString()).contains(matter.id.value());
        assertThat(read("/silence?limit=200&team=Tax").path("items")).isEmpty();
    }
}
