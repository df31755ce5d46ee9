package org.matterledger.launcher.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The mail of a firm of some twenty over three years, made up: clients that write much and clients that write little, topics
 * of a few letters with quoted text and signatures, two thirds with HTML beside the text, some mail among colleagues,
 * out-of-office notes and newsletters. The same for the same number of messages.
 */
final class SampleMailbox {

    static final String FIRM = "firm.example";

    private static final Instant BEGIN = Instant.parse("2022-01-03T07:00:00Z");
    private static final long SPAN = 3L * 365 * 24 * 3600;
    private static final int COLLEAGUES = 20;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(1));
    private static final DateTimeFormatter ENVELOPE =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String[] WORDS =
            ("the court has set a date for hearing of our claim and we ask you to send signed"
                            + " power by Friday since otherwise they may decide without us please find attached draft with changes"
                            + " which opposing counsel proposed yesterday what do think about clause seven it seems too wide for"
                            + " supply contract kind regards")
                    .split(" ");

    private final Random dice = new Random(42);
    private final int messages;
    private final int clients;
    private final List<Topic> open = new ArrayList<>();
    private int made;

    private SampleMailbox(int messages) {
        this.messages = messages;
        this.clients = Math.max(4, messages / 40);
    }

    /** A conversation that may go on. */
    private static final class Topic {

        private final String client;
        private final String colleague;
        private final String subject;
        private final List<String> ids = new ArrayList<>();
        private String said = "";
        private boolean firmIsNext;

        private Topic(String client, String colleague, String subject) {
            this.client = client;
            this.colleague = colleague;
            this.subject = subject;
        }
    }

    /** Writes it as an mbox. */
    static void write(Path file, int messages) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            new SampleMailbox(messages).write(out);
        }
    }

    private void write(BufferedWriter out) throws IOException {
        while (made < messages) {
            var at = BEGIN.plusSeconds(SPAN * made / messages + dice.nextInt(600));
            switch (dice.nextInt(40)) {
                case 0, 1 -> write(out, at, colleague(), colleague(), "Lunch", List.of(), "", words(12));
                case 2 ->
                    write(
                            out,
                            at,
                            client(),
                            colleague(),
                            "Out of office",
                            List.of(),
                            "Auto-Submitted: auto-replied\n",
                            words(20));
                case 3 ->
                    write(
                            out,
                            at,
                            "news@paper.example",
                            colleague(),
                            "This week",
                            List.of(),
                            "Precedence: bulk\nList-Unsubscribe: <https://paper.example/u>\nFeedback-ID: 1:2:3\n",
                            words(200));
                default -> goOn(out, at);
            }
        }
    }

    private void goOn(BufferedWriter out, Instant at) throws IOException {
        var topic = open.isEmpty() || dice.nextInt(3) == 0
                ? begun()
                : open.get(open.size() - 1 - dice.nextInt(Math.min(open.size(), 40)));
        var from = topic.firmIsNext ? topic.colleague : topic.client;
        var to = topic.firmIsNext ? topic.client : topic.colleague;
        var own = words(30 + dice.nextInt(120));
        var quoted = topic.said.isEmpty()
                ? ""
                : "\n\nOn " + DATE.format(at) + ", somebody wrote:\n> " + topic.said.replace("\n", "\n> ");
        var subject = topic.ids.isEmpty() ? topic.subject : "Re: " + topic.subject;
        topic.ids.add(
                write(out, at, from, to, subject, topic.ids, "", own + "\n\nKind regards\n-- \n" + from + quoted));
        topic.said = own;
        topic.firmIsNext = !topic.firmIsNext;
        if (topic.ids.size() > 3 + dice.nextInt(4)) {
            open.remove(topic);
        }
    }

    private Topic begun() {
        var topic = new Topic(client(), colleague(), words(2 + dice.nextInt(4)).replace("\n", " "));
        topic.firmIsNext = dice.nextInt(4) == 0;
        open.add(topic);
        if (open.size() > 4000) {
            open.removeFirst();
        }
        return topic;
    }

    /** Few write much, many write little. */
    private String client() {
        var number = (int) (clients * dice.nextDouble() * dice.nextDouble());
        return number % 4 == 0
                ? "somebody" + number + "@gmail.com"
                : "person" + dice.nextInt(3) + "@client" + number + ".example";
    }

    private String colleague() {
        return "lawyer" + dice.nextInt(COLLEAGUES) + "@" + FIRM;
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(WORDS[dice.nextInt(WORDS.length)]).append(i % 12 == 11 ? '\n' : ' ');
        }
        return text.toString().strip();
    }

    /** @return the message's id */
    private String write(
            BufferedWriter out,
            Instant at,
            String from,
            String to,
            String subject,
            List<String> thread,
            String more,
            String body)
            throws IOException {
        var id = Long.toHexString(dice.nextLong()) + "." + made++ + "@" + from.substring(from.indexOf('@') + 1);
        out.write("From " + from + " " + ENVELOPE.format(at) + "\n");
        out.write("Received: from mail.example (mail.example [192.0.2.1]) by mx." + FIRM + " with ESMTPS; "
                + DATE.format(at) + "\n");
        out.write("Message-ID: <" + id + ">\nDate: " + DATE.format(at) + "\nFrom: " + from + "\nTo: " + to + "\n");
        out.write("Subject: " + subject + "\nMIME-Version: 1.0\n" + more);
        if (!thread.isEmpty()) {
            out.write("In-Reply-To: <" + thread.getLast() + ">\nReferences: <" + String.join("> <", thread) + ">\n");
        }
        if (made % 3 == 0) {
            out.write("Content-Type: text/plain; charset=utf-8\n\n" + body + "\n\n");
        } else {
            out.write("Content-Type: multipart/alternative; boundary=\"b" + made + "\"\n\n--b" + made
                    + "\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n--b" + made
                    + "\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>" + body.replace("\n", "<br>\n")
                    + "</p></body></html>\n--b" + made + "--\n\n");
        }
        return id;
    }
}
