package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.access.Access;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** My day, as other programs read it. */
class WorkListTest {

    @TempDir
    static Path home;

    private static ToldFirm told;
    private static Api associate;

    @BeforeAll
    static void open() {
        told = new ToldFirm(home);
        var access = told.firm.server.bean(Access.class);
        access.addUser("Ivan", Set.of(StaffRole.FEE_EARNER), null);
        associate = new Api(
                told.firm.server.port(),
                access.createUserToken("Ivan", "tests", null).token());
    }

    @AfterAll
    static void close() {
        told.close();
    }

    @Test
    void begins_with_what_is_overdue_the_longest_and_says_in_a_sentence_why() {
        var matter = told.matter("2026-02-02T09:00");
        var mail = matter.received("2026-02-10T10:00", "Any news?");
        var due = matter.armed(ObligationKind.REPLY, mail, "2026-02-10T10:00", "2026-02-11T18:00");
        var update = matter.updated("2026-02-03T10:00");
        var soon = matter.armed(ObligationKind.KEEP_INFORMED, update, "2026-02-03T10:00", "2026-02-17T18:00");
        var call = matter.chased("2026-02-09T16:00");
        var overdue = matter.armed(ObligationKind.REPLY, call, "2026-02-09T16:00", "2026-02-09T18:00");
        var waived = matter.received("2026-02-10T11:00", "Thanks");
        var cancelled = matter.armed(ObligationKind.REPLY, waived, "2026-02-10T11:00", "2026-02-10T18:00");
        matter.cancelled(cancelled, CancelReason.NEEDS_NO_ANSWER, "2026-02-10T12:00");
        told.now("2026-02-11T12:00");
        var list = told.firm.partner.get("/work-list").json().path("items");
        assertThat(list.valueStream().map(line -> line.path("obligation").asString()))
                .containsExactly(overdue.value(), due.value(), soon.value());
        assertThat(list.valueStream().map(line -> line.path("state").asString()))
                .containsExactly("OVERDUE", "SOON", "DUE");
        assertThat(list.get(1).path("reason").asString())
                .isEqualTo("Jan Kowalski wrote yesterday 10:00 by mail and waits for an answer; due today 18:00"
                        + " (end of working day, calendar Kyiv v1, policy v1)");
        assertThat(list.get(0).path("reason").asString()).startsWith("Jan Kowalski called on Monday 16:00 by phone");
        assertThat(list.get(2).path("reason").asString())
                .startsWith("The client last heard from Anna Nowak on Tue 3 Feb 2026, 10:00; due Tuesday 18:00");
        assertThat(list.get(0).path("late").path("business").asString()).isEqualTo("PT12H");
        assertThat(list.get(0).path("act").asString()).isEqualTo("/matters/" + matter.id + "/replies");
        var page = told.firm.partner.get("/work-list?limit=2");
        assertThat(told.firm
                        .partner
                        .get("/work-list?limit=2&cursor=" + page.get("next"))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    /** Rules 1.8, 19: imported history never enters a person's figures. */
    @Test
    void has_nothing_of_a_matter_that_lives_in_the_time_of_an_import_until_it_lives_by_itself() {
        var before = lines();
        var matter = told.matter("2026-02-02T09:00").imported("2026-02-11T11:00");
        var owed = owedSince(matter);
        assertThat(lines()).as("an import told it").isEqualTo(before);
        matter.imported(null).received("2026-02-11T11:30", "Are you there?");
        told.now("2026-02-11T12:00");
        assertThat(lines()).as("it lives").isEqualTo(before + 1);
        ended(matter, owed);
    }

    @Test
    void has_what_is_owed_in_a_matter_that_an_import_handed_to_the_clock() {
        var before = lines();
        var matter = told.matter("2026-02-02T09:00").imported("2026-02-11T11:00");
        var owed = owedSince(matter);
        assertThat(lines()).as("an import told it").isEqualTo(before);
        told.firm
                .server
                .bean(JdbcClient.class)
                .sql("insert into command.mail_import_matter (run_id, matter_id, handed_over)"
                        + " values ('import-1', :matter, true)")
                .param("matter", matter.id.value())
                .update();
        assertThat(lines()).as("it was handed over").isEqualTo(before + 1);
        ended(matter, owed);
    }

    private static ObligationId owedSince(ToldMatter matter) {
        var mail = matter.received("2026-02-10T10:00", "Any news?");
        var owed = matter.armed(ObligationKind.REPLY, mail, "2026-02-10T10:00", "2026-02-11T18:00");
        told.now("2026-02-11T12:00");
        return owed;
    }

    /** Leaves the list as it was. */
    private static void ended(ToldMatter matter, ObligationId owed) {
        matter.cancelled(owed, CancelReason.NEEDS_NO_ANSWER, "2026-02-11T11:45");
        told.now("2026-02-11T12:00");
    }

    private static int lines() {
        return told.firm
                .partner
                .get("/work-list?limit=100")
                .json()
                .path("items")
                .size();
    }

    @Test
    void is_one_s_own_and_for_partners_and_integrations_anybody_s() {
        var somebody = "/work-list?staff=" + told.firm.partnerId;
        assertThat(associate.get("/work-list").status()).isEqualTo(200);
        assertThat(associate.get(somebody).status()).isEqualTo(403);
        assertThat(told.firm.partner.get("/work-list?staff=staff-nobody").status())
                .isEqualTo(200);
        assertThat(told.firm.integration.get(somebody).status()).isEqualTo(200);
        assertThat(told.firm.integration.get("/work-list").status()).isEqualTo(403);
        assertThat(told.firm
                        .integration
                        .get("/work-list", "On-Behalf-Of", told.firm.partnerId)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void holds_the_duties_of_an_absent_colleague_for_whose_deputy_it_is() {
        var matter = told.matter("2026-02-02T09:00");
        var mail = matter.received("2026-02-12T10:00", "Any news?");
        var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-12T10:00", "2026-02-12T18:00");
        told.now("2026-02-12T09:00");
        var ivan = told.firm
                .partner
                .get("/staff")
                .json()
                .path("items")
                .valueStream()
                .filter(member -> member.path("name").asString().equals("Ivan"))
                .map(member -> member.path("id").asString())
                .findFirst()
                .orElseThrow();
        var colleague = "/staff/" + told.firm.partnerId;
        var deputy = told.firm.partner.post(colleague + "/deputy", "{\"deputy\": \"" + ivan + "\"}");
        assertThat(deputy.status()).as(deputy.text()).isEqualTo(201);
        told.now("2026-02-12T11:00");
        assertThat(associate.get("/work-list").text()).doesNotContain(reply.value());
        var absence = told.firm.partner.post(
                colleague + "/absences", "{\"from\": \"2026-02-12T09:00:00Z\", \"until\": \"2026-02-13T15:00:00Z\"}");
        assertThat(absence.status()).as(absence.text()).isEqualTo(201);
        told.now("2026-02-12T12:00");
        assertThat(associate.get("/work-list").text()).contains(reply.value());
        told.now("2026-02-13T18:00");
        assertThat(associate.get("/work-list").text()).doesNotContain(reply.value());
    }

    @Test
    void of_an_accountable_partner_holds_what_absent_colleagues_owe_for_whom_nobody_acts() {
        told.now("2026-02-18T08:00");
        var staff = told.firm
                .integration
                .post("/staff", "{\"name\": \"Olena\", \"roles\": [\"FEE_EARNER\"]}")
                .get("id");
        var matter = told.firm
                .integration
                .post(
                        "/matters",
                        told.firm
                                .matterBody("Lease")
                                .replaceFirst("\"responsible\": \"[^\"]+\"", "\"responsible\": \"" + staff + "\""))
                .get("id");
        var message = told.firm.integration.post("/matters/" + matter + "/messages", """
                {"from": "%s", "channel": "MAIL", "occurredAt": "2026-02-18T06:00:00Z"}""".formatted(told.firm.person));
        assertThat(message.status()).as(message.text()).isEqualTo(201);
        told.now("2026-02-18T08:30");
        var owed = "obligation-" + matter.substring("matter-".length());
        assertThat(told.firm.partner.get("/work-list?limit=200").text()).doesNotContain(owed);
        var absence = told.firm.integration.post(
                "/staff/" + staff + "/absences",
                "{\"from\": \"2026-02-18T05:00:00Z\", \"until\": \"2026-02-18T08:00:00Z\"}",
                "On-Behalf-Of",
                staff);
        assertThat(absence.status()).as(absence.text()).isEqualTo(201);
        told.now("2026-02-18T09:00");
        assertThat(told.firm.partner.get("/work-list?limit=200").text()).contains(owed);
        told.now("2026-02-18T11:00");
        assertThat(told.firm.partner.get("/work-list?limit=200").text()).doesNotContain(owed);
    }
}
