package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads all parts of a request before the controller gets the first, so that one answer names the faults of body, headers
 * and query together.
 */
final class RequestReader implements HandlerMethodArgumentResolver {

    private static final String READ = RequestReader.class.getName();

    private final List<RequestPart> parts;
    private final KnownQuery query = new KnownQuery();
    private final Map<Handler, List<Reading>> readings = new ConcurrentHashMap<>();

    RequestReader(List<RequestPart> parts) {
        this.parts = parts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parts.stream().anyMatch(part -> part.reads(parameter));
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return read(parameter, request).values().get(parameter.getParameterIndex());
    }

    private Read read(MethodParameter parameter, HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Read read) {
            return read;
        }
        var read = new Read(all(parameter, request));
        request.setAttribute(READ, read);
        return read;
    }

    private Map<Integer, Object> all(MethodParameter one, HttpServletRequest request) {
        var faults = new Faults();
        Map<Integer, Object> values = new HashMap<>();
        var handler = new Handler(one);
        query.check(handler.method(), handler.type(), request, faults);
        for (var reading : readings.computeIfAbsent(handler, this::readings)) {
            var value = reading.part().read(reading.parameter(), request, faults);
            if (value != null) {
                values.put(reading.parameter().getParameterIndex(), value);
            }
        }
        faults.throwIfAny();
        return values;
    }

    private List<Reading> readings(Handler handler) {
        return IntStream.range(0, handler.method().getParameterCount())
                .mapToObj(index -> new MethodParameter(handler.method(), index).withContainingClass(handler.type()))
                .flatMap(parameter ->
                        parts.stream().filter(part -> part.reads(parameter)).map(part -> new Reading(part, parameter)))
                .toList();
    }

    /** A controller's method. */
    private record Handler(Method method, Class<?> type) {

        Handler(MethodParameter one) {
            this(Objects.requireNonNull(one.getMethod()), one.getContainingClass());
        }
    }

    /** Which part reads a parameter. */
    private record Reading(RequestPart part, MethodParameter parameter) {}

    private record Read(Map<Integer, Object> values) {}
}
