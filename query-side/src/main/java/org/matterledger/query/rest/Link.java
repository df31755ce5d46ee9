package org.matterledger.query.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a page with what is chosen there; what is not chosen is left out. */
public final class Link {

    private final UriComponentsBuilder address;

    private Link(UriComponentsBuilder address) {
        this.address = address;
    }

    public static Link to(String path) {
        return new Link(UriComponentsBuilder.fromPath(path));
    }

    /** A new link that chooses one thing more. */
    public Link with(String name, @Nullable String chosen) {
        return chosen == null || chosen.isEmpty()
                ? this
                : new Link(address.cloneBuilder()
                        .queryParam(name, "{" + name + "}")
                        .uriVariables(Map.of(name, chosen)));
    }

    @Override
    public String toString() {
        return address.encode().build().toUriString();
    }
}
