package org.matterledger.launcher.mailimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A mailbox of a small firm, one file a message: Olha and Petro of firm.example, and people outside. */
final class SampleMail {

    static final String OLHA = "Olha <olha@firm.example>";
    static final String PETRO = "Petro <petro@firm.example>";
    static final String MARTA = "Marta <marta@mill.example>";
    static final String IVO = "Ivo <ivo@mill.example>";
    static final String ANNA = "Anna <anna@gmail.com>";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path folder;
    private int count;

    SampleMail(Path folder) {
        this.folder = folder;
    }

    /** A message to be written, with everything that a mailbox shows of it. */
    record Message(String id, String from, String to, String at, String subject, String body, List<String> more) {

        Message answering(String... ids) {
            var all = new java.util.ArrayList<>(more);
            all.add("In-Reply-To: <" + ids[ids.length - 1] + ">");
            all.add("References: <" + String.join("> <", ids) + ">");
            return new Message(id, from, to, at, subject, body, all);
        }

        Message with(String header) {
            var all = new java.util.ArrayList<>(more);
            all.add(header);
            return new Message(id, from, to, at, subject, body, all);
        }

        Message headed(String other) {
            return new Message(id, from, to, at, other, body, more);
        }

        Message saying(String text) {
            return new Message(id, from, to, at, subject, text, more);
        }

        String text() {
            var date = at.isEmpty() ? "" : "Date: " + DATE.format(Instant.parse(at)) + "\n";
            var extra = more.isEmpty() ? "" : String.join("\n", more) + "\n";
            return "Message-ID: <%s>\n%sFrom: %s\nTo: %s\nSubject: %s\n%s\n%s\n"
                    .formatted(id, date, from, to, subject, extra, body);
        }
    }

    static Message mail(String id, String from, String to, String at) {
        return new Message(id, from, to, at, "Contract", "About the contract, " + id + ".", List.of());
    }

    /** Writes a message; its file says nothing. */
    SampleMail holds(Message... messages) {
        try {
            Files.createDirectories(folder);
            for (var message : messages) {
                Files.writeString(folder.resolve(++count + "."), message.text());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Marta asks, Olha answers within the day, Marta thanks; Anna asks and hears nothing. */
    SampleMail usual() {
        return holds(
                mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z"),
                mail("m2", OLHA, MARTA, "2024-03-04T11:00:00Z").answering("m1"),
                mail("m3", MARTA, OLHA, "2024-03-04T11:30:00Z")
                        .answering("m1", "m2")
                        .saying("Thanks!"),
                mail("m4", OLHA, PETRO, "2024-03-04T12:00:00Z").saying("Marta is content."),
                mail("m5", ANNA, OLHA, "2024-03-05T09:00:00Z").saying("May I have an appointment?"),
                mail("m6", PETRO, IVO, "2024-03-06T09:00:00Z").saying("The invoice follows."));
    }
}
