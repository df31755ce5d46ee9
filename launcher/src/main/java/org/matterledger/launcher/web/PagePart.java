package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Which page of a list is asked for: {@code ?limit=} and {@code ?cursor=}. */
final class PagePart implements RequestPart {

    static final int LARGEST = 200;
    static final int USUAL = 50;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private final SignedCursor cursors;

    PagePart(SignedCursor cursors) {
        this.cursors = cursors;
    }

    @Override
    public boolean reads(MethodParameter parameter) {
        return parameter.getParameterType() == PageAsked.class;
    }

    @Override
    public Object read(MethodParameter parameter, HttpServletRequest request, Faults faults) {
        return new Asked(limit(request, faults), after(request, faults), request);
    }

    private static int limit(HttpServletRequest request, Faults faults) {
        var asked = request.getParameter("limit");
        if (asked == null) {
            return USUAL;
        }
        var limit = NUMBER.matcher(asked).matches() ? Integer.parseInt(asked) : 0;
        if (limit < 1 || limit > LARGEST) {
            faults.add("query limit", "must be a whole number from 1 to " + LARGEST);
        }
        return limit;
    }

    private Optional<List<String>> after(HttpServletRequest request, Faults faults) {
        @Nullable String cursor = request.getParameter("cursor");
        if (cursor == null) {
            return Optional.empty();
        }
        var place = cursors.read(list(request), cursor);
        if (place.isEmpty()) {
            faults.add("query cursor", "is not one that this list gave");
        }
        return place;
    }

    private static String list(HttpServletRequest request) {
        var source = request.getParameter("source");
        return request.getRequestURI() + (source == null ? "" : "?source=" + source);
    }

    private final class Asked implements PageAsked {

        private final int limit;
        private final Optional<List<String>> after;
        private final HttpServletRequest request;

        Asked(int limit, Optional<List<String>> after, HttpServletRequest request) {
            this.limit = limit;
            this.after = after;
            this.request = request;
        }

        @Override
        public int limit() {
            return limit;
        }

        @Override
        public Optional<List<String>> after() {
            return after;
        }

        @Override
        public <T> Page<T> page(List<T> rows, Function<T, List<String>> key) {
            if (rows.size() <= limit) {
                return new Page<>(rows, null);
            }
            var page = rows.subList(0, limit);
            return new Page<>(page, cursors.write(list(request), key.apply(page.getLast())));
        }

        @Override
        public <T> ResponseEntity<Page<T>> answer(List<T> rows, Function<T, List<String>> key) {
            var page = page(rows, key);
            return page.next() == null
                    ? ResponseEntity.ok(page)
                    : ResponseEntity.ok()
                            .header(HttpHeaders.LINK, "<" + link(page.next()) + ">; rel=\"next\"")
                            .body(page);
        }

        private String link(String next) {
            return UriComponentsBuilder.fromPath(request.getRequestURI())
                    .queryParam("limit", limit)
                    .queryParam("cursor", next)
                    .build()
                    .toString();
        }
    }
}
