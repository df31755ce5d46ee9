package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A Maildir in which letters arrive as a mail server delivers them: written beside, then moved in. */
final class PostBag {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.UK).withZone(ZoneOffset.ofHours(2));

    private final Path folder;
    private int delivered;

    PostBag(Path folder) throws IOException {
        this.folder = folder;
        for (var part : new String[] {"tmp", "new", "cur"}) {
            Files.createDirectories(folder.resolve(part));
        }
    }

    Path folder() {
        return folder;
    }

    /** A letter of a client to the firm, or the other way round. */
    static String letter(String id, String from, String to, Instant at, String more) {
        return """
                From: %s
                To: %s
                Date: %s
                Message-ID: <%s@letters.example>
                Subject: When is the hearing?
                %sContent-Type: text/plain; charset=utf-8

                Good morning, this is letter %s. When will the hearing be, and what do we have to bring?
                """.formatted(from, to, DATE.format(at), id, more, id);
    }

    /** From Marta of the mill to Olha of the firm. */
    static String asked(String id, Instant at) {
        return letter(id, "Marta <marta@dnipro-mills.example>", "Olha <olha@firm.example>", at, "");
    }

    /** From Olha to Marta, in answer. */
    static String answered(String id, String to, Instant at) {
        return letter(
                id,
                "Olha <olha@firm.example>",
                "Marta <marta@dnipro-mills.example>",
                at,
                "In-Reply-To: <%1$s@letters.example>\nReferences: <%1$s@letters.example>\n".formatted(to));
    }

    /** @return where it lies */
    Path deliver(String letter) throws IOException {
        var name = "%010d.M%d.post".formatted(1_770_000_000 + delivered, delivered++);
        var written = Files.writeString(folder.resolve("tmp").resolve(name), letter, UTF_8);
        return Files.move(written, folder.resolve("new").resolve(name));
    }

    /** As a mail program does with what was read. */
    void read(Path letter) throws IOException {
        Files.move(letter, folder.resolve("cur").resolve(letter.getFileName() + ":2,S"));
    }
}
