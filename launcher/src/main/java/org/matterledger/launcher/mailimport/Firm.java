package org.matterledger.launcher.mailimport;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.mail.Address;

/**
 * Who writes for the firm: whoever has an address in one of its domains, or one of its single addresses.
 *
 * @param domains in lower case; a subdomain belongs to its domain
 * @param addresses in lower case
 */
record Firm(Set<String> domains, Set<String> addresses) {

    Firm {
        domains = Set.copyOf(domains);
        addresses = Set.copyOf(addresses);
    }

    /**
     * As it was named.
     *
     * @throws CannotRun for what is no domain or no address
     */
    static Firm of(Collection<String> domains, Collection<String> addresses) {
        var named = new TreeSet<String>();
        for (var domain : domains) {
            var plain = withoutAnybody(lower(domain));
            if (!domain(plain)) {
                throw new CannotRun("“" + domain + "” is no domain; --firm-domain takes one like example.com");
            }
            named.add(plain);
        }
        var single = new TreeSet<String>();
        for (var address : addresses) {
            if (!address(lower(address))) {
                throw new CannotRun("“" + address + "” is no address; --firm-address takes one like ann@example.com");
            }
            single.add(lower(address));
        }
        return new Firm(named, single);
    }

    /** The domain where people write {@code @example.com}, {@code *@example.com} or {@code *.example.com} for it. */
    static String withoutAnybody(String domain) {
        return Address.readable(domain.replaceFirst("^(?:\\*?@|\\*\\.)", ""));
    }

    /** Whether a text can be an address, and nothing but that: what stands beside it would never be met in mail. */
    static boolean address(String text) {
        return text.matches("[^@\\s<>,;\"*]+@[^@\\s<>,;\"/:*]+");
    }

    /** Whether a text can be a domain. */
    static boolean domain(String text) {
        return text.matches("[^@\\s<>,;\"/:.*]+(?:\\.[^@\\s<>,;\"/:.*]+)+");
    }

    boolean named() {
        return !domains.isEmpty() || !addresses.isEmpty();
    }

    /** One that is the firm's for sure, where none is seen. */
    String anyAddress() {
        return addresses.stream()
                .sorted()
                .findFirst()
                .orElseGet(
                        () -> "office@" + domains.stream().sorted().findFirst().orElseThrow());
    }

    boolean includes(Address address) {
        return addresses.contains(address.address()) || within(address.domain());
    }

    private boolean within(String domain) {
        return domains.stream().anyMatch(ours -> domain.equals(ours) || domain.endsWith("." + ours));
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
