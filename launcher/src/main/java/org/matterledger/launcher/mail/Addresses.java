package org.matterledger.launcher.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.jspecify.annotations.Nullable;

/** Reads who stands in a header's field, also where it is written as it must not be. */
final class Addresses {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,128}+@[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*");

    /** As archives on the web write it, to spare their people spam. */
    private static final Pattern HIDDEN =
            Pattern.compile("^\\s*(\\S{1,128}) at (\\S{1,128}\\.\\S{1,32})(?:\\s+\\((.*)\\))?\\s*$");

    private static final Pattern AROUND_NAME = Pattern.compile("^[\\s\"'<,;]+|[\\s\"'>,;]+$");

    private static final Set<String> NOBODY = Set.of(
            "", "undisclosed-recipients", "undisclosed recipients", "recipient list suppressed", "unlisted-recipients");

    private Addresses() {}

    static List<Address> of(List<String> values) {
        return values.stream().flatMap(value -> of(value).stream()).distinct().toList();
    }

    static List<Address> of(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        var hidden = HIDDEN.matcher(value);
        if (value.indexOf('@') < 0 && hidden.matches()) {
            return List.of(address(hidden.group(1) + "@" + hidden.group(2), hidden.group(3)));
        }
        var parsed = parsed(value);
        var odd = parsed.isEmpty()
                || parsed.stream()
                        .anyMatch(one -> !ADDRESS.matcher(one.address()).matches());
        var found = odd ? found(value) : List.<Address>of();
        return found.isEmpty()
                ? parsed.stream().filter(one -> !NOBODY.contains(one.address())).toList()
                : found;
    }

    private static List<Address> parsed(String value) {
        try {
            return LenientAddressParser.DEFAULT.parseAddressList(value).flatten().stream()
                    .map(mailbox -> address(mailbox.getAddress(), mailbox.getName()))
                    .toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    /** Those that stand in a text. */
    static List<Address> within(String text) {
        return found(text);
    }

    /** Whatever looks like an address; what stands before it is the name. */
    private static List<Address> found(String value) {
        var addresses = new ArrayList<Address>();
        var found = ADDRESS.matcher(value);
        var end = 0;
        while (found.find()) {
            addresses.add(address(found.group(), value.substring(end, found.start())));
            end = found.end();
        }
        return addresses;
    }

    private static Address address(String address, @Nullable String name) {
        return new Address(AROUND_NAME.matcher(address).replaceAll("").toLowerCase(Locale.ROOT), name(name));
    }

    private static @Nullable String name(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var read =
                AROUND_NAME.matcher(EncodedWords.decoded(name)).replaceAll("").replaceAll("\\s+", " ");
        return read.isEmpty() ? null : read;
    }
}
