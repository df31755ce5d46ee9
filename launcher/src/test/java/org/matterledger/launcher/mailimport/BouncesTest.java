package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mailimport.SampleMail.IVO;
import static org.matterledger.launcher.mailimport.SampleMail.MARTA;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mail.DateBasis;
import org.matterledger.launcher.mail.Kind;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.launcher.mail.Place;
import org.matterledger.launcher.mailimport.SampleMail.Message;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.MatterId;

/** A letter that came back was no contact, wherever and whenever its bounce is found (semantics 4.2, 6 and 17; S-11). */
class BouncesTest {

    private static final Message ASKED = mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z");
    private static final Message ANSWERED =
            mail("m2", OLHA, MARTA, "2024-03-04T11:00:00Z").answering("m1");
    private static final Message LATER = mail("m4", MARTA, OLHA, "2024-03-06T11:00:00Z");
    private static final String DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example>";

    @TempDir
    Path home;

    @TempDir
    Path mail;

    @TempDir
    Path other;

    private Imported ledger;

    @BeforeEach
    void opens() {
        ledger = new Imported(TestDatabase.fresh(), home);
    }

    @AfterEach
    void closes() {
        ledger.close();
    }

    /** Five minutes after Olha's letter. */
    private static Message bounce(String id, String letter, String... recipients) {
        var groups = new StringBuilder();
        for (var recipient : recipients) {
            groups.append("\nFinal-Recipient: rfc822; ").append(recipient).append("\nAction: failed\nStatus: 5.1.1\n");
        }
        return mail(id, DAEMON, OLHA, "2024-03-04T11:05:00Z")
                .with("Content-Type: multipart/report; report-type=delivery-status; boundary=b")
                .saying("--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n" + groups
                        + "\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <" + letter + ">\n\n--b--");
    }

    private ImportReport imports(Path folder, Message... messages) {
        return ledger.run(
                new SampleMail(folder).holds(messages).folder(),
                Imported.terms().until(Instant.parse("2024-03-08T12:00:00Z"), false));
    }

    private long count(String type) {
        return ledger.database()
                .sql("select count(*) from ledger.event where type = :type")
                .param("type", type)
                .query(Long.class)
                .single();
    }

    /** The whole duty to answer Marta's first letter, as known now. */
    private String firstReply() {
        return ledger.histories().recorded(matters(), Instant.parse("2024-03-08T12:00:00Z")).stream()
                .flatMap(history -> history.owed().stream())
                .filter(owed -> owed.id().value().contains("reply"))
                .findFirst()
                .map(owed -> owed.result() + (owed.breachedAt() == null ? " in time" : " missed"))
                .orElseThrow();
    }

    private List<MatterId> matters() {
        return ledger.database()
                .sql("select distinct matter_id from command.mail_import_matter")
                .query((row, number) -> new MatterId(row.getString(1)))
                .list();
    }

    private void imported(Path folder) {
        var before = ledger.record();
        ledger.run(folder, Imported.terms().until(Instant.parse("2024-03-08T12:00:00Z"), false));
        assertThat(ledger.record()).as("imported again").isEqualTo(before);
    }

    @Test
    void takes_back_the_contact_in_the_same_mailbox_at_the_time_of_the_bounce() {
        imports(mail, ASKED, ANSWERED, bounce("m3", "m2", "marta@mill.example"), LATER);
        assertThat(count("entry.delivery-failed")).isEqualTo(1);
        assertThat(ledger.database()
                        .sql("select noted_at = '2024-03-04T11:05:00Z' from ledger.event where type = :type")
                        .param("type", "entry.delivery-failed")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(firstReply()).isEqualTo("OPEN missed");
        imported(mail);
    }

    @Test
    void takes_back_the_contact_of_a_letter_that_an_earlier_import_told() {
        imports(mail, ASKED, ANSWERED, LATER);
        assertThat(firstReply()).isEqualTo("FULFILLED in time");
        imports(other, bounce("m3", "m2", "marta@mill.example"));
        assertThat(firstReply()).isEqualTo("OPEN missed");
        imported(other);
        imported(mail);
    }

    @Test
    void takes_back_the_contact_of_a_letter_that_a_later_import_tells() {
        imports(mail, bounce("m3", "m2", "marta@mill.example"));
        assertThat(ledger.events()).as("nothing to take back yet").isEqualTo(eventsOfNoMatter());
        imports(other, ASKED, ANSWERED, LATER);
        assertThat(firstReply()).isEqualTo("OPEN missed");
        imported(mail);
        imported(other);
    }

    private long eventsOfNoMatter() {
        return ledger.database()
                .sql("select count(*) from ledger.event where stream not like 'matter-%'")
                .query(Long.class)
                .single();
    }

    @Test
    void leaves_the_contact_of_a_letter_that_reached_somebody_else_there_until_that_comes_back_too() {
        var toBoth = new Message(
                "m2", OLHA, MARTA + ", " + IVO, ANSWERED.at(), ANSWERED.subject(), ANSWERED.body(), ANSWERED.more());
        imports(mail, ASKED, toBoth, bounce("m3", "m2", "ivo@mill.example"), LATER);
        assertThat(count("entry.delivery-failed")).isZero();
        imports(other, bounce("m5", "m2", "marta@mill.example"));
        assertThat(firstReply()).isEqualTo("OPEN missed");
        imported(other);
    }

    @Test
    void that_names_nobody_leaves_the_contact_of_a_letter_to_several() {
        var toBoth = new Message(
                "m2", OLHA, MARTA + ", " + IVO, ANSWERED.at(), ANSWERED.subject(), ANSWERED.body(), ANSWERED.more());
        imports(mail, ASKED, toBoth, bounce("m3", "m2", ""), LATER);
        assertThat(count("entry.delivery-failed")).isZero();
        assertThat(firstReply()).isEqualTo("FULFILLED in time");
    }

    @Test
    void that_names_nobody_takes_back_the_contact_of_a_letter_to_one() {
        imports(mail, ASKED, ANSWERED, bounce("m3", "m2", ""), LATER);
        assertThat(count("entry.delivery-failed")).isEqualTo(1);
        assertThat(firstReply()).isEqualTo("OPEN missed");
    }

    @Test
    void takes_back_the_contact_in_each_matter_that_it_did_not_reach() {
        var toTwo = new Message(
                "m2",
                OLHA,
                MARTA + ", Anna <anna@gmail.com>, Ben <ben@gmail.com>",
                ANSWERED.at(),
                ANSWERED.subject(),
                ANSWERED.body(),
                ANSWERED.more());
        imports(mail, ASKED, toTwo, bounce("m3", "m2", "marta@mill.example", "anna@gmail.com"), LATER);
        assertThat(count("message.sent")).isEqualTo(3);
        assertThat(count("entry.delivery-failed")).isEqualTo(2);
    }

    @Test
    void of_a_letter_that_waited_in_the_inbox_counts_whom_it_reached_unseen() {
        var letter = Letter.kept(
                new Place("cur/m2", 0),
                "m2",
                new Address("olha@firm.example", null),
                List.of(new Address("marta@mill.example", null)),
                List.of(),
                "Contract",
                Instant.parse("2024-03-04T11:00:00Z"),
                DateBasis.DATE_HEADER,
                List.of(),
                Kind.PERSONAL,
                new ContentDigest("0".repeat(64)),
                "same",
                1,
                false);
        var told = new Told(letter, "thread", true, List.of("marta@mill.example", "ivo@mill.example"));
        ledger.bean(LedgerParts.class).bounces("staff").sent(MatterId.random(), List.of(told));
        assertThat(ledger.database()
                        .sql("select cardinality(recipients) from command.mail_sent")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
