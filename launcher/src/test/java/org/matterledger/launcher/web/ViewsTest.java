package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.events.EventTypes;
import org.matterledger.query.Positions;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.Rows.MissingRow;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views' rows, on a real PostgreSQL, filled by every event that there is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ViewsTest {

    private static final AtomicReference<ConfigurableApplicationContext> CONTEXT = new AtomicReference<>();

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static String matter;
    private static String forgotten;

    @BeforeAll
    static void everything_happens() {
        firm = SampleFirm.open(home, CONTEXT::set);
        matter = firm.matter();
        var source = ", \"source\": {\"system\": \"hr\", \"id\": \"7\"}}";
        var leaver = firm.partner.post("/staff", "{\"name\": \"Ewa Lis\", \"roles\": [\"FEE_EARNER\"]" + source);
        firm.partner.post(leaver.header("Location") + "/roles", "{\"roles\": [\"REVIEWER\"]}");
        var away = firm.partner.post(
                leaver.header("Location") + "/absences",
                "{\"from\": \"2026-08-03T07:00:00Z\", \"until\": \"2099-08-17T07:00:00Z\"}");
        firm.partner.post(away.header("Location") + "/cancellation", "{}");
        firm.partner.post(leaver.header("Location") + "/team", "{\"team\": \"Litigation\"}");
        firm.partner.post(leaver.header("Location") + "/address", "{\"address\": \"ewa@firm.example\"}");
        firm.partner.post(leaver.header("Location") + "/deputy", "{\"deputy\": \"%s\"}".formatted(firm.partnerId));
        firm.partner.post(leaver.header("Location") + "/calendar", "{\"calendar\": \"%s\"}".formatted(firm.calendar));
        firm.partner.post(leaver.header("Location") + "/leaving", "{}");
        firm.partner.post("/calendars/" + firm.calendar + "/versions", """
                {"name": "Warsaw office", "zone": "Europe/Warsaw",
                 "week": {"TUESDAY": [{"opens": "09:00", "closes": "18:00"}]},
                 "exceptions": {"2026-11-11": [], "2026-11-14": [{"opens": "09:00", "closes": "00:00"}]}}""");
        word(propose("TELEGRAM"), "agreement", "We agree by mail");
        word(propose("SKYPE"), "decline", "Not that one");
        word(propose("PORTAL"), "withdrawal", "No longer");
        firm.integration.post(matter + "/messages", firm.messageBody("Any news?"));
        firm.partner.post(matter + "/updates", """
                {"kind": "NO_CHANGE", "channel": "MAIL", "to": ["%s"], "summary": "Nothing moved",
                 "reason": "The court is silent", "nextContactBy": "2099-03-27"}""".formatted(firm.person));
        var person = """
                {"name": "Olga Zima", "standing": "OTHER",
                 "addresses": [{"channel": "PHONE", "address": "+48 22 555 01 02"}]}""";
        forgotten = firm.partner
                .post("/clients/" + firm.client + "/contact-persons", person)
                .header("Location");
        firm.partner.post(forgotten, person.replace("OTHER", "DELEGATE"));
        firm.partner.post(forgotten + "/erasure", "{}");
        ContractMatter.happens(firm.server);
        shown();
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static String propose(String kind) {
        return firm.partner.post(matter + "/channels", """
                        {"by": "FIRM", "kind": "%s", "primary": false, "purposes": ["DAILY_MATTERS"],
                         "window": {"opens": "09:00", "closes": "18:00"}, "fileRoute": "MAIL",
                         "expectedAnswer": "PT2H"}""".formatted(kind)).header("Location");
    }

    private static void word(String channel, String word, String note) {
        var body = "{\"by\": \"CLIENT\", \"person\": \"%s\", \"note\": \"%s\"}".formatted(firm.person, note);
        assertThat(firm.partner.post(channel + "/" + word, body).status()).isEqualTo(201);
    }

    private static void shown() {
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    private static List<String> rows() {
        return ViewRows.of(db());
    }

    private static Stream<Projection> projections() {
        return java.util.Objects.requireNonNull(CONTEXT.get()).getBeansOfType(Projection.class).values().stream();
    }

    /** What the clock brings about beside depends on the day on which the test runs. */
    private static boolean noVerdict(String event) {
        return !event.startsWith("obligation.");
    }

    private static JdbcClient db() {
        return firm.server.bean(JdbcClient.class);
    }

    /** Lets every view begin again at the first event. */
    private static void again(Runnable before) {
        var processors = firm.server
                .bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessors()
                .values();
        processors.forEach(EventProcessor::shutDown);
        before.run();
        db().sql("delete from query.token").update();
        processors.forEach(EventProcessor::start);
        shown();
    }

    @Test
    @Order(1)
    void are_filled_by_every_event_of_the_slice() {
        var stored = db().sql("select distinct type from ledger.event")
                .query(String.class)
                .list();
        assertThat(stored)
                .containsAll(EventTypes.all().classes().stream()
                        .map(event -> EventTypes.of(event).name())
                        .collect(Collectors.toSet()));
        assertThat(db().sql("select count(*) from query.dead_letter")
                        .query(Long.class)
                        .single())
                .isZero();
        var page = firm.partner.get(matter + "/timeline?limit=200");
        assertThat(page.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("event").asString())
                        .filter(ViewsTest::noVerdict)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "matter.opened",
                        "channel.proposed",
                        "channel.agreed",
                        "channel.declined",
                        "channel.withdrawn",
                        "message.received",
                        "update.sent",
                        "terms.calendar-adopted");
        var channels =
                firm.partner.get(matter + "/channels").json().path("items").valueStream();
        assertThat(channels.map(channel -> channel.path("state").asString()))
                .containsExactly("AGREED", "AGREED", "DECLINED", "WITHDRAWN");
        assertThat(firm.partner.get("/staff?source=hr/7").text()).contains("Ewa Lis", "REVIEWER", "leftAt");
        assertThat(firm.partner.get("/calendars/" + firm.calendar).text())
                .contains("TUESDAY", "\"version\":2", "\"2026-11-11\":[]", "\"alwaysOpen\":false");
    }

    @Test
    @Order(2)
    void are_the_same_when_every_event_comes_twice() {
        var before = rows();
        again(() -> {});
        assertThat(rows()).isNotEmpty().containsExactlyElementsOf(before);
    }

    @Test
    @Order(3)
    void are_the_same_when_they_are_rebuilt_from_nothing() {
        var before = rows();
        again(() -> projections().forEach(Projection::reset));
        assertThat(rows()).isNotEmpty().containsExactlyElementsOf(before);
    }

    @Test
    @Order(4)
    void read_as_erased_what_a_person_wrote_whose_key_is_gone() {
        assertThat(firm.partner.get(forgotten).text()).contains("[erased]").doesNotContain("Olga", "555");
        var erased =
                firm.partner.post("/clients/" + firm.client + "/contact-persons/" + firm.person + "/erasure", "{}");
        assertThat(erased.status()).isEqualTo(201);
        shown();
        var before = rows();
        again(() -> projections().forEach(Projection::reset));
        assertThat(rows()).containsExactlyElementsOf(before);
        var timeline = firm.partner.get(matter + "/timeline?limit=200");
        assertThat(timeline.text())
                .contains("[erased]")
                .doesNotContain("Any news?", "Nothing moved", "The court is silent", "We agree by mail");
        assertThat(timeline.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("event").asString()))
                .filteredOn(ViewsTest::noVerdict)
                .hasSize(10);
    }

    @Test
    @Order(5)
    void refuse_to_change_a_row_that_is_not_there() {
        var rows = firm.server.bean(Rows.class);
        var sql = "update query.client set version = ? where client_id = ?";
        assertThatThrownBy(() -> rows.write(sql, 1, "client-none")).isInstanceOf(MissingRow.class);
        var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("an event"));
        rows.write(sql, 1, "client-none");
        assertThatThrownBy(batch::commit).isInstanceOf(MissingRow.class);
        var afterwards = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("an event"));
        assertThatThrownBy(() -> rows.write(sql, 1, "client-none"))
                .as("one by one after a failure, so that the event at fault is found")
                .isInstanceOf(MissingRow.class);
        afterwards.rollback();
    }
}
