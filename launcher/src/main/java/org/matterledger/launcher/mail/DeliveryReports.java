package org.matterledger.launcher.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.mail.MimeParts.Part;

/**
 * Finds the letter that a bounce returns, and whom it did not reach: by the report's own form (RFC 3464), by the copy that
 * mail systems add, or by what the bounce says it answers. A delay is no failure: the letter may still arrive.
 */
final class DeliveryReports {

    private static final Pattern DELAYED = Pattern.compile(
            "\\bdelay|^\\s*warning: could not send|\\bverzögert|\\bopóźnion|\\bотложен|\\bзадерж|\\bвідкладен|\\bзатрим",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern STILL_TRIED =
            Pattern.compile("(?i)will (?:be (?:re)?tried|keep trying|continue to try)"
                    + "|still (?:being )?(?:trying|tried|retried)|delivery attempts will continue|no action is required"
                    + "|(?:do not|don't) need to re-?send|has not yet been delivered");

    private static final String LINE = "^[>\\t ]*+";
    private static final String FIELD = "[>\\t ]*+(?:received|return-path|from|to|date|subject|message-id|mime-version"
            + "|dkim-signature)[\\t ]*+:";
    private static final String GOES_ON = "(?:\\R(?!" + FIELD + ")[\\t ]++\\S.*+)*+";

    /**
     * Where the copy of the letter begins, in bounces that are one text: at what only a mail system writes, or at two fields
     * one after the other. One alone may be how the bounce speaks of the letter, before it says whom that did not reach.
     */
    private static final Pattern COPY =
            Pattern.compile("(?im)" + LINE + "(?:received|return-path|message-id|dkim-signature)\\s*:" + "|^" + FIELD
                    + ".*+" + GOES_ON + "\\R" + FIELD);

    private static final Pattern COPIED_ID =
            Pattern.compile("(?im)" + LINE + "message-id\\s*:\\s*<?([^<>\\s\\p{Cntrl}]+@[^<>\\s\\p{Cntrl}]+)>?");
    private static final Pattern EMPTY_LINE = Pattern.compile("(?:\\r?\\n){2,}");

    private final MimeParts mime;
    private final Header header;
    private final String text;

    private DeliveryReports(MimeParts mime, String text) {
        this.mime = mime;
        this.header = mime.header();
        this.text = text;
    }

    /**
     * What came back; nothing where it is not said which letter, or not for good.
     *
     * @param subject decoded
     * @param text as a person reads it
     */
    static Optional<Undelivered> of(MimeParts mime, @Nullable Address writer, String subject, String text) {
        return new DeliveryReports(mime, text).returned(Recognition.failed(mime.header(), writer, subject), subject);
    }

    private Optional<Undelivered> returned(boolean failed, String subject) {
        var reported = recipients();
        if (!reported.isEmpty()) {
            var lost = reported.stream()
                    .filter(one -> one.word("action").startsWith("failed"))
                    .toList();
            return lost.isEmpty()
                    ? Optional.empty()
                    : letter().map(letter -> new Undelivered(
                            letter,
                            lost.stream().flatMap(DeliveryReports::addresses).toList()));
        }
        var delayed = DELAYED.matcher(subject).find()
                || STILL_TRIED.matcher(beforeCopy()).find();
        var another = header.has("content-type")
                && String.valueOf(header.first("content-type"))
                        .toLowerCase(Locale.ROOT)
                        .matches("multipart/report\\b.*report-type\\s*=\\s*\"?(?!delivery-status).*");
        return !failed || delayed || another
                ? Optional.empty()
                : letter().map(letter -> new Undelivered(letter, named()));
    }

    /** What a delivery report says of each recipient. */
    private List<Header> recipients() {
        return mime.parts().stream()
                .filter(part ->
                        part.type().startsWith("message/") && part.type().endsWith("delivery-status"))
                .flatMap(part -> EMPTY_LINE.splitAsStream(new String(part.content(), StandardCharsets.UTF_8).strip()))
                .map(group -> MimeParts.of((group + "\n\n").getBytes(StandardCharsets.UTF_8))
                        .header())
                .filter(group -> group.has("action"))
                .toList();
    }

    /** Under the address that was written to, and that to which it was passed on. */
    private static Stream<String> addresses(Header recipient) {
        return Stream.of("original-recipient", "final-recipient")
                .flatMap(field -> recipient.all(field).stream())
                .map(value -> value.substring(value.indexOf(';') + 1))
                .flatMap(value -> Addresses.of(value).stream())
                .map(Address::address)
                .distinct();
    }

    /** Whom a bounce without a report names. */
    private List<String> named() {
        var failed = Addresses.of(header.all("x-failed-recipients"));
        return (failed.isEmpty() ? Addresses.within(beforeCopy()) : failed)
                .stream().map(Address::address).distinct().toList();
    }

    private String beforeCopy() {
        var copy = COPY.matcher(text);
        return copy.find() ? text.substring(0, copy.start()) : text;
    }

    private Optional<String> letter() {
        return mime.parts().stream()
                .filter(DeliveryReports::returned)
                .flatMap(part -> Stream.ofNullable(
                        MessageIds.own(MimeParts.of(part.content()).header())))
                .findFirst()
                .or(() -> {
                    var copied = COPIED_ID.matcher(text);
                    return copied.find() ? Optional.of(MessageIds.storable(copied.group(1))) : Optional.empty();
                })
                .or(this::answered);
    }

    private static boolean returned(Part part) {
        return List.of(
                        "message/rfc822",
                        "text/rfc822-headers",
                        "message/rfc822-headers",
                        "message/global",
                        "message/global-headers")
                .contains(part.type());
    }

    /** The letter itself, and nothing that stands before it in its thread. */
    private Optional<String> answered() {
        var ids = new ArrayList<>(MessageIds.referredTo(header, MessageIds.own(header)));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
    }
}
