package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;

/** What a caller says about a request in its headers. */
final class CallerHeaders {

    static final String KEY = "Idempotency-Key";
    static final String EXPECTED = "If-Match";
    static final String ON_BEHALF_OF = "On-Behalf-Of";
    static final int KEY_LENGTH = 200;

    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

    private CallerHeaders() {}

    /** The caller's key; none where the header is absent or faulty. */
    static @Nullable String key(HttpServletRequest request, Faults faults) {
        var key = single(request, KEY, faults);
        return key == null || goodKey(key, "header " + KEY, faults) ? key : null;
    }

    static boolean goodKey(String key, String at, Faults faults) {
        var good = !key.isBlank() && key.length() <= KEY_LENGTH && Text.printable(key);
        if (!good) {
            faults.add(at, "must be 1 to %d printable ASCII characters".formatted(KEY_LENGTH));
        }
        return good;
    }

    /** The sequence that the caller believes to be the stream's last. */
    static @Nullable Long expectedVersion(HttpServletRequest request, Faults faults) {
        var header = single(request, EXPECTED, faults);
        if (header == null) {
            return null;
        }
        var etag = ETAG.matcher(header);
        if (!etag.matches()) {
            faults.add("header " + EXPECTED, "must be one ETag that the ledger gave, like \"4\"");
            return null;
        }
        return Long.valueOf(etag.group(1));
    }

    static @Nullable StaffId onBehalfOf(HttpServletRequest request, Faults faults) {
        var header = single(request, ON_BEHALF_OF, faults);
        return header == null
                ? null
                : (StaffId) Scalars.parsed(header, StaffId.class, "header " + ON_BEHALF_OF, faults);
    }

    private static @Nullable String single(HttpServletRequest request, String name, Faults faults) {
        var values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            faults.add("header " + name, "is given more than once");
            return null;
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
