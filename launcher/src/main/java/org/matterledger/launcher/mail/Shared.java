package org.matterledger.launcher.mail;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what many letters of one mailbox have in common once: people and the ids that they refer to. */
final class Shared {

    private final Map<Address, Address> addresses = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    Address address(Address address) {
        var known = addresses.putIfAbsent(address, address);
        return known == null ? address : known;
    }

    List<Address> addresses(List<Address> some) {
        return some.stream().map(this::address).toList();
    }

    String id(String id) {
        var known = ids.putIfAbsent(id, id);
        return known == null ? id : known;
    }

    List<String> ids(List<String> some) {
        return some.stream().map(this::id).toList();
    }
}
