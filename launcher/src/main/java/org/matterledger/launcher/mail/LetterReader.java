package org.matterledger.launcher.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a message as a letter. Whatever it is made of, it never throws. Readers can be shared. */
public final class LetterReader {

    private static final List<String> OF_MAIL = List.of(
            "from",
            "to",
            "cc",
            "bcc",
            "date",
            "subject",
            "message-id",
            "received",
            "sender",
            "return-path",
            "reply-to",
            "content-type",
            "mime-version");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Instant now;
    private final @Nullable Shared shared;
    private final boolean asTheyCome;

    /** @param now no letter was written later */
    public LetterReader(Instant now) {
        this(now, null);
    }

    LetterReader(Instant now, @Nullable Shared shared) {
        this(now, shared, false);
    }

    private LetterReader(Instant now, @Nullable Shared shared, boolean asTheyCome) {
        this.now = now;
        this.shared = shared;
        this.asTheyCome = asTheyCome;
    }

    /** For letters that have only just come: where nothing says when they were written, it was now. */
    public static LetterReader ofNews(Instant now) {
        return new LetterReader(now, null, true);
    }

    public Reading read(RawMessage message) {
        try {
            var reading = letter(message);
            return shared != null && reading instanceof Letter letter ? letter.sharing(shared) : reading;
        } catch (RuntimeException | StackOverflowError e) {
            return new Broken(
                    message.place(), "it can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private Reading letter(RawMessage message) {
        var bytes = withoutEnvelope(message.bytes());
        var mime = MimeParts.of(bytes);
        var header = mime.header();
        if (!header.hasAny(OF_MAIL)) {
            return new Broken(message.place(), bytes.length == 0 ? "it is empty" : "it has no header of a message");
        }
        var sender = TrueSender.of(header);
        var to = Addresses.of(header.all("to"));
        var cc = Addresses.of(header.all("cc"));
        var subject = subject(header);
        var date = header.first("date");
        var dating = dating(Dating.of(date, header.all("received"), message.envelopeDate(), now));
        var messageId = MessageIds.own(header);
        var text = PlainText.of(mime.parts());
        var quotation = Quotation.of(text.text());
        var recognised = Recognition.of(message, mime, sender.writer(), subject, text.text());
        var undelivered = recognised.kind() == Kind.BOUNCE
                ? DeliveryReports.of(mime, sender.writer(), subject, text.text())
                        .orElse(null)
                : null;
        var remarks = new LinkedHashSet<>(dating.remarks());
        remarks.addAll(sender.remarks());
        remarks.addAll(Oddities.of(mime, text, subject));
        if (recognised.because() != null) {
            remarks.add(recognised.because());
        }
        var digests = new Digests(mime.parts(), List.of(written(date), writer(sender.writer()), subject));
        var digest = digests.digest(to, cc);
        return new Letter(
                message.place(),
                messageId == null ? "digest:" + digest.value() : messageId,
                messageId,
                sender.writer(),
                sender.postedAs(),
                to,
                cc,
                Addresses.of(header.all("bcc")),
                List.copyOf(TrueSender.lists(header)),
                subject,
                dating.at(),
                dating.basis(),
                dating.zone(),
                references(MessageIds.referredTo(header, messageId), undelivered),
                recognised.kind(),
                digest,
                date == null ? digest.value() + ":" + messageId : digests.sameLetter(),
                message.bytes().length,
                recognised.kind() == Kind.PERSONAL && Oddities.files(mime, text) == 0 && Thanks.only(quotation.own()),
                Wording.of(quotation),
                undelivered,
                dating.received(),
                List.copyOf(remarks));
    }

    private Dating dating(Dating said) {
        return asTheyCome && said.basis() == DateBasis.NONE ? said.found(now) : said;
    }

    /** A bounce goes with the letter that it returns, whatever else it refers to. */
    private static List<String> references(List<String> named, @Nullable Undelivered undelivered) {
        return undelivered == null
                ? named
                : Stream.concat(
                                named.stream().filter(id -> !id.equals(undelivered.letter())),
                                Stream.of(undelivered.letter()))
                        .toList();
    }

    /** The instant that the letter's own date means, however it is written. */
    private static String written(@Nullable String date) {
        return MailDate.of(date)
                .map(read -> read.zone() == null
                        ? read.local().toString()
                        : read.instant().toString())
                .orElseGet(() -> date == null ? "" : SPACE.matcher(date).replaceAll(" "));
    }

    private static String writer(@Nullable Address writer) {
        if (writer == null) {
            return "";
        }
        return writer.domain().isEmpty() && writer.name() != null ? writer.name() : writer.address();
    }

    private static String subject(Header header) {
        var subject = header.first("subject");
        return subject == null
                ? ""
                : SPACE.matcher(EncodedWords.decoded(subject)).replaceAll(" ").strip();
    }

    /** Single files too begin with an mbox's From line now and then; and old Macs ended lines in their own way. */
    private static byte[] withoutEnvelope(byte[] bytes) {
        var from = 0;
        while (from < bytes.length && (bytes[from] == '\n' || bytes[from] == '\r')) {
            from++;
        }
        var start = new String(bytes, from, Math.min(6, bytes.length - from), StandardCharsets.ISO_8859_1);
        if (start.startsWith("From ") || start.equals(">From ")) {
            while (from < bytes.length && bytes[from] != '\n') {
                from++;
            }
            from = Math.min(from + 1, bytes.length);
        } else if (start.startsWith("\u00ef\u00bb\u00bf")) {
            from += 3;
        }
        var message = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
        return lineEnds(message) ? message : withLineEnds(message);
    }

    private static boolean lineEnds(byte[] message) {
        for (var b : message) {
            if (b == '\n') {
                return true;
            }
        }
        return false;
    }

    private static byte[] withLineEnds(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1)
                .replace('\r', '\n')
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
