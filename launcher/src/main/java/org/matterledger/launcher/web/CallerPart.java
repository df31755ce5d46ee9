package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.launcher.access.CallerIdentity;
import org.matterledger.launcher.access.Identity;
import org.matterledger.launcher.vault.KeyedHash;
import org.springframework.core.MethodParameter;
import tools.jackson.databind.JsonNode;

/**
 * Who calls, under which key, with which request. A key holds for its caller and path; bodies that mean the same have the
 * same fingerprint.
 */
final class CallerPart implements RequestPart {

    private static final String LIVE = "live";

    private final CallerIdentity identities;
    private final KeyedHash hash;

    CallerPart(CallerIdentity identities, KeyedHash hash) {
        this.identities = identities;
        this.hash = hash;
    }

    @Override
    public boolean reads(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object read(MethodParameter parameter, HttpServletRequest request, Faults faults) {
        var tree = Body.of(request, faults).tree();
        var key = CallerHeaders.key(request, faults);
        var expected = CallerHeaders.expectedVersion(request, faults);
        var identity = identity(request, faults);
        if (request.getHeader(CallerHeaders.KEY) == null && !hasSource(tree)) {
            faults.add(
                    "header " + CallerHeaders.KEY, "is missing, and the body has no “source” that could stand for it");
        }
        return caller(identity, request.getServletPath(), key, expected, tree);
    }

    Identity identity(HttpServletRequest request, Faults faults) {
        return identities.acting(CallerHeaders.onBehalfOf(request, faults));
    }

    Caller caller(
            Identity identity, String path, @Nullable String key, @Nullable Long expected, @Nullable JsonNode body) {
        var staff = identity.staff() == null ? "" : identity.staff().value();
        var canonical = body == null ? new byte[0] : CanonicalJson.bytes(body);
        return new Caller(
                identity.actor(),
                identity.staff(),
                identity.roles(),
                key == null ? null : hash.of("key", identity.actor(), path, key),
                hash.of(canonical, "request", "POST", path, staff),
                expected,
                LIVE,
                null);
    }

    static boolean hasSource(@Nullable JsonNode body) {
        return body != null && body.hasNonNull("source");
    }
}
