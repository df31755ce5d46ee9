package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request's body, read once.
 *
 * @param tree nothing where the body is no JSON
 */
record Body(@Nullable JsonNode tree) {

    /** Enough for every single request that the API describes; whoever sends more sends something else. */
    static final int LIMIT = 256 * 1024;

    /** For up to 500 items. */
    static final int BATCH_LIMIT = 4 * 1024 * 1024;

    private static final String READ = Body.class.getName();
    private static final StrictJson JSON = new StrictJson();

    /** The body, with its faults; those are added only at the first reading. */
    static Body of(HttpServletRequest request, Faults faults) {
        if (request.getAttribute(READ) instanceof Body read) {
            return read;
        }
        var body = new Body(JSON.read(bytes(request), faults));
        request.setAttribute(READ, body);
        return body;
    }

    /** What the fingerprint is made of. */
    byte[] canonical() {
        return tree == null ? new byte[0] : CanonicalJson.bytes(tree);
    }

    private static byte[] bytes(HttpServletRequest request) {
        var limit = request.getRequestURI().endsWith("/batch") ? BATCH_LIMIT : LIMIT;
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLarge(limit);
        }
        try {
            var bytes = request.getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new BodyTooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new BodyCutOff(e);
        }
    }
}
