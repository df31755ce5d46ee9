package org.matterledger.launcher.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who wrote a letter that a list sends on in its own name ({@code Ann Lee via Support <support@lists…>}), as lists
 * do since receivers refuse mail that seems forged (DMARC). The writer then stands in Reply-To or Cc.
 *
 * @param writer null where nobody is named at all
 * @param postedAs who stands in From, where that is not the writer
 */
record TrueSender(@Nullable Address writer, @Nullable Address postedAs, List<String> remarks) {

    private static final List<String> ORIGINAL =
            List.of("x-original-from", "original-from", "x-original-sender", "x-mailfrom");
    private static final List<String> OF_LISTS =
            List.of("list-id", "list-post", "x-beenthere", "mailing-list", "x-mailing-list", "x-mailman-version");
    private static final Pattern VIA = Pattern.compile(
            "^(.*?)\\s+(?:via|über|przez|через)\\s+\\S.*$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MAILTO = Pattern.compile("mailto:([^>?\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_ID = Pattern.compile("<([^<>@\\s]+)>\\s*$");
    private static final Pattern ENCODED = Pattern.compile("^(.+)=40(.+)@dmarc\\..+$");

    static TrueSender of(Header header) {
        var remarks = new ArrayList<String>();
        var stated = Addresses.of(header.all("from"));
        if (stated.size() > 1) {
            remarks.add("several stand in From; the first that has an address is taken");
        }
        var from = stated.stream()
                .filter(one -> !one.domain().isEmpty())
                .findFirst()
                .or(() -> stated.stream().findFirst());
        if (from.isEmpty()) {
            remarks.add("it names no sender in From");
            var other = Stream.of("sender", "reply-to", "return-path")
                    .flatMap(name -> Addresses.of(header.first(name)).stream())
                    .findFirst();
            return new TrueSender(other.orElse(null), null, remarks);
        }
        var shown = from.get();
        var unrolled = ENCODED.matcher(shown.address());
        if (unrolled.matches()) {
            return new TrueSender(
                    new Address(unrolled.group(1) + "@" + unrolled.group(2), shown.name()), shown, remarks);
        }
        if (!rewritten(header, shown)) {
            return new TrueSender(shown, null, remarks);
        }
        var name = nameBeforeVia(shown);
        var writer = writer(header, shown, name);
        if (writer.isEmpty()) {
            remarks.add("a list wrote itself into From, and nothing names the writer's address");
        }
        if (writer.isPresent() && writer.get().address().equals(shown.address())) {
            return new TrueSender(shown, null, remarks);
        }
        return new TrueSender(writer.orElseGet(() -> new Address(shown.address(), name)), shown, remarks);
    }

    private static boolean rewritten(Header header, Address shown) {
        var via = shown.name() != null && VIA.matcher(shown.name()).matches();
        return header.has("x-original-from")
                || lists(header).contains(shown.address())
                || via && (header.hasAny(OF_LISTS) || header.word("precedence").equals("list"));
    }

    private static Optional<Address> writer(Header header, Address shown, @Nullable String name) {
        var lists = lists(header);
        lists.add(shown.address());
        return ORIGINAL.stream()
                .flatMap(field -> others(header, field, lists))
                .findFirst()
                .map(one -> one.name() == null ? new Address(one.address(), name) : one)
                .or(() -> likeliest(others(header, "reply-to", lists).toList(), name, true))
                .or(() -> likeliest(others(header, "cc", lists).toList(), name, false))
                .or(() -> Addresses.of(name).stream()
                        .filter(one -> !one.domain().isEmpty())
                        .findFirst())
                .or(() -> others(header, "sender", lists)
                        .filter(one -> !one.address().contains("bounce")
                                && !one.address().contains("owner"))
                        .findFirst());
    }

    private static Stream<Address> others(Header header, String field, Set<String> lists) {
        return Addresses.of(header.all(field)).stream()
                .filter(one -> !one.domain().isEmpty() && !lists.contains(one.address()));
    }

    /** Who has the name; else the only one there is, if that is enough. */
    private static Optional<Address> likeliest(List<Address> some, @Nullable String name, boolean onlyOneIsEnough) {
        return some.stream()
                .filter(one -> name != null && named(one, name))
                .findFirst()
                .or(() -> onlyOneIsEnough && some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty())
                .map(one -> one.name() == null ? new Address(one.address(), name) : one);
    }

    /** By name, or by an address made of it. */
    private static boolean named(Address one, String name) {
        if (name.equalsIgnoreCase(one.name()) || name.equalsIgnoreCase(one.address())) {
            return true;
        }
        var letters = one.address().replaceFirst("@.*", "").replaceAll("[^\\p{L}]", "");
        var words = name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        return letters.length() > 3
                && List.of(words).stream().filter(word -> word.length() > 2).anyMatch(letters::contains)
                && one.name() == null;
    }

    private static @Nullable String nameBeforeVia(Address shown) {
        if (shown.name() == null) {
            return null;
        }
        var via = VIA.matcher(shown.name());
        return (via.matches() ? via.group(1) : shown.name()).replaceAll("^['\"]+|['\"]+$", "");
    }

    /** The addresses to which the list is written. */
    static Set<String> lists(Header header) {
        var lists = new LinkedHashSet<String>();
        Stream.of("list-post", "x-beenthere", "mailing-list", "x-mailing-list")
                .flatMap(field -> header.all(field).stream())
                .forEach(value -> {
                    MAILTO.matcher(value)
                            .results()
                            .forEach(found -> lists.add(found.group(1).toLowerCase(Locale.ROOT)));
                    if (value.contains("@") && !value.contains("mailto:")) {
                        Addresses.of(value).forEach(one -> lists.add(one.address()));
                    }
                });
        var id = LIST_ID.matcher(String.valueOf(header.first("list-id")));
        if (id.find()) {
            lists.add(id.group(1).toLowerCase(Locale.ROOT).replaceFirst("\\.", "@"));
        }
        return lists;
    }
}
