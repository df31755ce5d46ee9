package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** What it reads. */
    static final Set<String> NAMES = Set.of("limit", "cursor");

    /** What says nothing about which rows are asked for: the page itself, and what a form says to the page it leads to. */
    private static final Set<String> OWN = Set.of("limit", "cursor", MinPosition.PARAMETER, FormSender.RECORDED);

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

    /** A list is what the path and every parameter but the page's own name: a cursor holds for no other selection. */
    private static String list(HttpServletRequest request) {
        return request.getRequestURI() + selection(request);
    }

    private static SortedMap<String, List<String>> selection(HttpServletRequest request) {
        var selection = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> selection.put(name, List.of(values)));
        selection.keySet().removeAll(OWN);
        return selection;
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
            var link = UriComponentsBuilder.fromPath(request.getRequestURI());
            selection(request).forEach(link::queryParam);
            return link.queryParam("limit", limit)
                    .queryParam("cursor", next)
                    .encode()
                    .build()
                    .toString();
        }
    }
}
