package org.matterledger.launcher.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows bulk mail. What a list's software adds (List-Id, List-Unsubscribe, Precedence) proves nothing: on lists people
 * write to each other. Bulk is what can be unsubscribed, can't be answered to all, and bears the marks of a mailing.
 */
final class Newsletters {

    /** Of services that send the same to thousands. */
    private static final List<String> OF_MAILINGS = List.of(
            "feedback-id",
            "x-campaign",
            "x-mailchimp",
            "x-mc-user",
            "x-csa-complaints",
            "x-sg-eid",
            "x-emarsys",
            "x-mailgun-tag",
            "x-mailjet",
            "x-newsletter",
            "x-job",
            "x-cid",
            "x-hubspot",
            "x-marketo",
            "x-sfmc",
            "x-klaviyo",
            "x-report-abuse",
            "x-mailer-recptid",
            "x-binding");

    private static final Pattern SENDER = Pattern.compile(
            "^(?:.*[._+-])?(?:newsletters?|news|marketing|mailings?|updates?|digest|promo(?:tions?)?|offers?|deals|events?|campaigns?|rundbrief|biuletyn|rassylka)(?:[._+-].*)?@.*");
    private static final List<String> LEAVE = List.of(
            "unsubscribe",
            "opt out",
            "opt-out",
            "your preferences",
            "your subscription",
            "abbestellen",
            "abmelden",
            "austragen",
            "wypisz",
            "rezygnacj",
            "отписаться",
            "отказаться от рассылки",
            "відписатися",
            "se désabonner");
    private static final Pattern IN_BROWSER = Pattern.compile(
            "(?:view|read|open|see)\\b.{0,40}\\b(?:browser|online|web version)|im browser (?:ansehen|anzeigen|öffnen)|online-version"
                    + "|w przeglądarce|в браузере|у браузері|you (?:are receiving|received|get) this (?:e-?mail|message|newsletter) because",
            Pattern.DOTALL);

    private Newsletters() {}

    static Optional<Recognition> recognised(MimeParts mime, @Nullable Address writer, String text) {
        var header = mime.header();
        if (header.type().equals("multipart/digest")) {
            return Recognition.when(true, Kind.BULK, "it is a list's digest");
        }
        var answer = header.has("in-reply-to") || header.has("references");
        var needed = discussion(header) ? 3 : header.has("list-unsubscribe") ? 1 : 2;
        var missing = answer ? needed : needed - marks(header, writer);
        return Recognition.when(
                !answer && (missing <= 0 || missing == 1 && readsLikeOne(text)),
                Kind.BULK,
                "it bears the marks of a mailing");
    }

    /** It says how to get out of it, and how else to look at it. */
    private static boolean readsLikeOne(String text) {
        var said = text.toLowerCase(Locale.ROOT);
        return LEAVE.stream().anyMatch(said::contains)
                && IN_BROWSER.matcher(said).find();
    }

    private static long marks(Header header, @Nullable Address writer) {
        return Stream.of(
                        header.word("list-unsubscribe-post").contains("one-click"),
                        header.hasAnyStartingWith(OF_MAILINGS),
                        writer != null && SENDER.matcher(writer.address()).matches(),
                        header.word("list-post").equals("no"))
                .filter(Boolean::booleanValue)
                .count();
    }

    /** Whoever gets it can write to all. */
    private static boolean discussion(Header header) {
        return String.valueOf(header.first("list-post"))
                .toLowerCase(Locale.ROOT)
                .contains("mailto:");
    }
}
