package org.matterledger.launcher.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters that nobody wrote. */
final class SampleMail {

    /** Long after all of them. */
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Ann, a client, to Ben, her lawyer. */
    static final String PLAIN = """
            From: Ann Lee <Ann.Lee@client.example>
            To: Ben Ray <ben@firm.example>
            Date: Tue, 3 Mar 2026 10:15:00 +0200
            Message-ID: <m1@client.example>
            Subject: The lease

            Dear Ben,

            the landlord wants an answer to the draft by the end of March. What shall we write to him?

            Ann
            """;

    private SampleMail() {}

    static RawMessage raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    static RawMessage raw(byte[] bytes) {
        return new RawMessage(new Place("sample", 0), bytes, null, false);
    }

    static Letter letter(String text) {
        return letter(raw(text));
    }

    static Letter letter(RawMessage message) {
        return switch (new LetterReader(NOW).read(message)) {
            case Letter letter -> letter;
            case Broken broken -> throw new AssertionError("no letter: " + broken.reason());
        };
    }

    /** The plain letter with other fields before its own, of which the first of a name counts. */
    static Letter with(String... fields) {
        return letter(String.join("\n", fields) + "\n" + without(fields));
    }

    private static String without(String... fields) {
        var names = java.util.Arrays.stream(fields)
                .map(field -> field.substring(0, field.indexOf(':') + 1))
                .toList();
        return PLAIN.lines()
                        .filter(line -> names.stream().noneMatch(line::startsWith))
                        .reduce((one, other) -> one + "\n" + other)
                        .orElseThrow()
                + "\n";
    }

    /** A file called box. */
    static MailFile file(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new MailFile("box", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** What a file shows that is read as an mbox. */
    static Shown readAsMbox(String text) throws IOException {
        var shown = new Shown(new ArrayList<>(), new ArrayList<>());
        var file = file(text);
        try (var in = file.open()) {
            new MboxReader(file, shown).read(in);
        }
        return shown;
    }

    /** What a mailbox shows. */
    static Shown shown(Mailbox mailbox) {
        var shown = new Shown(new ArrayList<>(), new ArrayList<>());
        mailbox.forEach(shown);
        return shown;
    }

    record Shown(List<RawMessage> messages, List<Broken> brokenOnes) implements MailboxVisitor {

        @Override
        public void message(RawMessage message) {
            messages.add(message);
        }

        @Override
        public void broken(Broken broken) {
            brokenOnes.add(broken);
        }

        List<String> paths() {
            return messages.stream().map(message -> message.place().path()).toList();
        }

        List<String> texts() {
            return messages.stream()
                    .map(message -> new String(message.bytes(), StandardCharsets.UTF_8))
                    .toList();
        }

        @Nullable
        Instant delivered(int index) {
            return messages.get(index).envelopeDate();
        }
    }
}
