package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mailimport.SampleMail.ANNA;
import static org.matterledger.launcher.mailimport.SampleMail.IVO;
import static org.matterledger.launcher.mailimport.SampleMail.MARTA;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.PETRO;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mailimport.SampleMail.Message;

/** Which letter tells which matter. */
class PlanningTest {

    private static final String AT = "2024-03-04T09:00:00Z";
    private static final String LATER = "2024-03-04T10:00:00Z";
    private static final String LIST = "talk@lists.firm.example";

    @TempDir
    Path folder;

    private Plan plan(MatterBy by, List<Mapping> map, Message... messages) {
        var read = ImportOfMail.read(new SampleMail(folder).holds(messages).folder(), Imported.NOW, Progress.NONE);
        return Planning.of(read, Firm.of(List.of("firm.example"), List.of("petro@home.example")), map, by);
    }

    private Plan plan(Message... messages) {
        return plan(MatterBy.CLIENT, List.of(), messages);
    }

    private static List<String> clients(Plan plan) {
        return plan.matters().stream().map(matter -> matter.client().key()).toList();
    }

    private static List<String> letters(Plan plan, String client) {
        return plan.matters().stream()
                .filter(matter -> matter.client().key().equals(client))
                .flatMap(matter -> matter.letters().stream())
                .map(told -> told.letter().identity())
                .toList();
    }

    @Test
    void a_company_is_one_client_whatever_its_subdomain() {
        assertThat(clients(plan(
                        mail("1", MARTA, OLHA, AT),
                        mail("2", IVO, OLHA, AT),
                        mail("3", "Jan <jan@post.mill.example>", OLHA, AT))))
                .containsExactly("domain:mill.example");
    }

    @Test
    void a_domain_is_the_same_in_its_own_letters_and_in_those_of_old_machines() {
        assertThat(clients(plan(
                        mail("1", "Max <max@m\u00fchle.example>", OLHA, AT),
                        mail("2", "Eva <eva@post.xn--mhle-0ra.example>", OLHA, AT))))
                .containsExactly("domain:m\u00fchle.example");
        assertThat(Firm.of(List.of("xn--mhle-0ra.example"), List.of())
                        .includes(new Address("max@m\u00fchle.example", null)))
                .isTrue();
    }

    @Test
    void each_address_of_a_public_provider_is_a_client() {
        assertThat(clients(plan(mail("1", ANNA, OLHA, AT), mail("2", "B <b@gmail.com>", OLHA, LATER))))
                .containsExactly("address:anna@gmail.com", "address:b@gmail.com");
    }

    @Test
    void a_single_address_elsewhere_may_be_the_firms() {
        var plan = plan(mail("1", "Petro <Petro@Home.Example>", MARTA, AT));
        assertThat(plan.matters())
                .singleElement()
                .satisfies(matter -> assertThat(matter.letters()).allMatch(Told::byFirm));
    }

    @Test
    void what_the_firm_writes_to_two_clients_tells_both() {
        var plan = plan(mail("1", OLHA, MARTA + ", " + ANNA, AT));
        assertThat(clients(plan)).containsExactlyInAnyOrder("domain:mill.example", "address:anna@gmail.com");
        assertThat(plan.letters()).isOne();
    }

    @Test
    void a_thread_is_a_matter_where_that_is_asked_for() {
        var plan = plan(
                MatterBy.THREAD,
                List.of(),
                mail("1", MARTA, OLHA, AT).saying("One thing that is quite long to say."),
                mail("2", OLHA, MARTA, LATER).answering("1"),
                mail("3", MARTA, OLHA, "2024-09-04T09:00:00Z").with("X: 1").saying("Another thing altogether."));
        assertThat(plan.matters()).hasSize(2);
        assertThat(clients(plan)).containsOnly("domain:mill.example");
    }

    @Test
    void the_firms_own_map_goes_before_and_an_address_before_its_domain() {
        var map = List.of(
                new Mapping("mill.example", "Mill", "Supply"), new Mapping("ivo@mill.example", "Mill", "Accounts"));
        var plan = plan(MatterBy.CLIENT, map, mail("1", MARTA, OLHA, AT), mail("2", IVO, OLHA, LATER));
        assertThat(plan.matters().stream().map(PlannedMatter::title)).containsExactly("Supply", "Accounts");
        assertThat(clients(plan)).containsOnly("named:Mill");
    }

    @Test
    void an_address_that_is_mapped_to_several_matters_waits_for_a_hand() {
        var map =
                List.of(new Mapping("mill.example", "Mill", "Supply"), new Mapping("mill.example", "Mill", "Accounts"));
        var plan = plan(MatterBy.CLIENT, map, mail("1", MARTA, OLHA, AT));
        assertThat(plan.matters()).isEmpty();
        assertThat(plan.unassigned())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).isEqualTo("SEVERAL_MATTERS"));
    }

    @Test
    void mail_among_colleagues_bulk_and_drafts_tell_nothing_and_are_counted() {
        var plan = plan(
                mail("1", OLHA, PETRO, AT),
                mail("2", "News <news@paper.example>", OLHA, AT)
                        .with("Precedence: bulk\nList-Unsubscribe: <https://paper.example/u>\nFeedback-ID: 1:2:3"));
        assertThat(plan.matters()).isEmpty();
        assertThat(ImportCounts.byReason(plan.skipped())).containsOnlyKeys("AMONG_COLLEAGUES", "BULK");
    }

    @Test
    void a_letter_that_says_nobody_who_got_it_waits_for_a_hand() {
        var plan = plan(mail("1", OLHA, "undisclosed-recipients:;", AT));
        assertThat(plan.skipped()).isEmpty();
        assertThat(plan.unassigned())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).isEqualTo("RECIPIENT_UNKNOWN"));
    }

    @Test
    void what_a_machine_wrote_is_told_only_where_it_belongs() {
        var note = mail("2", MARTA, OLHA, LATER).with("Auto-Submitted: auto-replied");
        var stranger = mail("3", "robot@nowhere.example", OLHA, LATER).with("Auto-Submitted: auto-generated");
        var plan = plan(mail("1", MARTA, OLHA, AT), note, stranger);
        assertThat(letters(plan, "domain:mill.example")).containsExactly("1", "2");
        assertThat(ImportCounts.byReason(plan.skipped())).containsExactly(java.util.Map.entry("AUTOMATIC", 1L));
    }

    @Test
    void the_same_id_twice_is_a_duplicate() {
        var plan = plan(mail("1", MARTA, OLHA, AT), mail("1", MARTA, OLHA, AT));
        assertThat(plan.duplicates()).isOne();
        assertThat(plan.letters()).isOne();
    }

    @Test
    void every_message_is_accounted_for() {
        var plan = plan(
                mail("1", MARTA, OLHA, AT),
                mail("1", MARTA, OLHA, AT),
                mail("2", OLHA, PETRO, AT),
                mail("3", "nobody", OLHA, AT));
        assertThat(plan.read())
                .isEqualTo(plan.letters()
                        + plan.duplicates()
                        + plan.unassigned().size()
                        + plan.skipped().size()
                        + plan.broken().size());
    }

    @Test
    void on_a_list_whoever_wrote_of_the_topic_gets_what_the_firm_writes_there() {
        var plan = plan(
                listed(mail("1", MARTA, LIST, AT)),
                listed(mail("2", "X <x@other.example>", LIST, AT).with("X: 1").saying("Quite another thing.")),
                listed(mail("3", OLHA, LIST, LATER)).answering("1"));
        assertThat(letters(plan, "domain:mill.example")).containsExactly("1", "3");
        assertThat(letters(plan, "domain:other.example")).containsExactly("2");
    }

    @Test
    void that_a_colleague_is_told_of_a_clients_letter_is_no_answer_to_the_client() {
        var plan =
                plan(mail("1", MARTA, OLHA, AT), mail("2", OLHA, PETRO, LATER).answering("1"));
        assertThat(letters(plan, "domain:mill.example")).containsExactly("1");
    }

    private static Message listed(Message message) {
        return message.with("List-Id: <talk.lists.firm.example>\nList-Post: <mailto:" + LIST + ">");
    }
}
