package org.matterledger.launcher.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date as mail programs have written it in forty years: RFC 822 to 5322 with their obsolete forms, asctime, RFC 850,
 * ISO 8601. Where day and month can't be told apart it is not read.
 *
 * @param zone null where none is named, or one that is none
 */
record MailDate(LocalDateTime local, @Nullable ZoneOffset zone) {

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d+-])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?:\\s*([AaPp])\\.?[Mm]\\b\\.?)?");
    private static final Pattern ZONE =
            Pattern.compile("^\\s*(?:(?:GMT|UTC|UT)?\\s*([+-])(\\d{1,2}):?(\\d{2})\\b|([A-Za-z]{1,5})\\b)");
    private static final Pattern ZONE_AT_END = Pattern.compile("\\s(?:([+-])(\\d{2}):?(\\d{2})|([A-Za-z]{2,5}))\\s*$");
    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)?");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final Pattern GERMAN = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+");
    private static final Pattern ENVELOPE =
            Pattern.compile("^>?From .*?\\s((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\\s.*|\\d{4}-\\d\\d.*)");

    /** English, and what mail programs in German wrote. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("mrz", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12));

    /** Hours from UTC of the names that mean one zone only. Single letters say nothing (RFC 5322, 4.3). */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("BST", 1),
            Map.entry("WEST", 1),
            Map.entry("CET", 1),
            Map.entry("MET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("MSD", 4),
            Map.entry("JST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11));

    static Optional<MailDate> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var bare = COMMENT.matcher(EncodedWords.decoded(text)).replaceAll(" ");
        var time = TIME.matcher(bare.replace('T', ' '));
        if (!time.find()) {
            return Optional.empty();
        }
        var behind = bare.substring(time.end());
        var zoned = Stream.of(ZONE, ZONE_AT_END)
                .map(zone -> zone.matcher(behind))
                .filter(zone -> zone.find() && known(zone))
                .findFirst();
        var rest = bare.substring(0, time.start())
                + " "
                + zoned.map(zone -> behind.substring(0, zone.start()) + " " + behind.substring(zone.end()))
                        .orElse(behind);
        try {
            var zone = zoned.isPresent() ? zone(zoned.get()) : zoneInComment(text);
            return day(rest).map(day -> new MailDate(at(day, time.toMatchResult()), zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An mbox's From line; without a zone it is taken as UTC, as the format has it. */
    static @Nullable Instant ofEnvelope(String line) {
        var date = ENVELOPE.matcher(line);
        return date.matches() ? of(date.group(1)).map(MailDate::instant).orElse(null) : null;
    }

    /** As UTC where no zone is known. */
    Instant instant() {
        return local.toInstant(zone == null ? ZoneOffset.UTC : zone);
    }

    private static LocalDateTime at(List<Integer> day, MatchResult time) {
        var hour = Integer.parseInt(time.group(1));
        if (time.group(4) != null) {
            hour = hour % 12 + (time.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        var second = time.group(3) == null ? 0 : Math.min(59, Integer.parseInt(time.group(3)));
        return LocalDateTime.of(day.get(0), day.get(1), day.get(2), hour, Integer.parseInt(time.group(2)), second);
    }

    /** Year, month and day. */
    private static Optional<List<Integer>> day(String text) {
        var iso = ISO.matcher(text);
        if (iso.find()) {
            return Optional.of(numbers(iso.group(1), iso.group(2), iso.group(3)));
        }
        var german = GERMAN.matcher(text);
        if (german.find()) {
            return Optional.of(numbers(german.group(3), german.group(2), german.group(1)));
        }
        Integer month = null;
        var numbers = new ArrayList<String>();
        for (var word : WORD.matcher(text).results().map(MatchResult::group).toList()) {
            if (Character.isDigit(word.charAt(0))) {
                numbers.add(word);
            } else if (month == null && word.length() >= 3) {
                month = MONTHS.get(word.substring(0, 3).toLowerCase(Locale.ROOT));
            }
        }
        if (month == null
                || numbers.size() < 2
                || numbers.get(0).length() > 4
                || numbers.get(1).length() > 4) {
            return Optional.empty();
        }
        var yearFirst = numbers.get(0).length() > 2;
        return Optional.of(
                List.of(year(numbers.get(yearFirst ? 0 : 1)), month, Integer.parseInt(numbers.get(yearFirst ? 1 : 0))));
    }

    private static List<Integer> numbers(String... digits) {
        return java.util.Arrays.stream(digits).map(Integer::valueOf).toList();
    }

    /** RFC 5322, 4.3: two digits up to 49 are after 2000; three count from 1900. */
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : digits.length() == 3 || year >= 50 ? 1900 + year : 2000 + year;
    }

    private static boolean known(MatchResult zone) {
        return zone.group(1) != null || ZONES.containsKey(zone.group(4).toUpperCase(Locale.ROOT));
    }

    private static @Nullable ZoneOffset zone(MatchResult zone) {
        if (zone.group(1) == null) {
            var hours = ZONES.get(zone.group(4).toUpperCase(Locale.ROOT));
            return hours == null ? null : ZoneOffset.ofHours(hours);
        }
        var minutes = Integer.parseInt(zone.group(2)) * 60 + Integer.parseInt(zone.group(3));
        return minutes > 14 * 60
                ? null
                : ZoneOffset.ofTotalSeconds((zone.group(1).equals("-") ? -60 : 60) * minutes);
    }

    private static @Nullable ZoneOffset zoneInComment(String text) {
        var comment = COMMENT.matcher(text);
        var hours = comment.find() ? ZONES.get(comment.group(1).strip().toUpperCase(Locale.ROOT)) : null;
        return hours == null ? null : ZoneOffset.ofHours(hours);
    }
}
