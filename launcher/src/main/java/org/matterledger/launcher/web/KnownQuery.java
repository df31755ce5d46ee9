package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.matterledger.query.rest.PageAsked;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an address may ask. A name that nobody reads is a mistake: a filter that was misspelt would show everything, and one
 * that was given twice half of what was meant. Pages are lenient: links to them are kept for years.
 */
final class KnownQuery {

    private final Map<Method, Map<String, Boolean>> severalByName = new ConcurrentHashMap<>();

    /** Names each parameter of the query that the method doesn't read, or reads only once. */
    void check(Method method, Class<?> controller, HttpServletRequest request, Faults faults) {
        var query = request.getQueryString();
        if (query == null || !AnnotatedElementUtils.hasAnnotation(controller, RestController.class)) {
            return;
        }
        var known = severalByName.computeIfAbsent(method, KnownQuery::read);
        counted(query).forEach((name, times) -> {
            if (!known.containsKey(name)) {
                faults.add("query " + name, "is not known here");
            } else if (times > 1 && Boolean.FALSE.equals(known.get(name))) {
                faults.add("query " + name, "is given " + times + " times; once is enough");
            }
        });
    }

    private static Map<String, Integer> counted(String query) {
        var counted = new LinkedHashMap<String, Integer>();
        for (var part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                var equals = part.indexOf('=');
                counted.merge(equals < 0 ? part : part.substring(0, equals), 1, Integer::sum);
            }
        }
        return counted;
    }

    /** The names that a method reads, and whether each may come several times. */
    private static Map<String, Boolean> read(Method method) {
        var names = new HashMap<String, Boolean>(Map.of(MinPosition.PARAMETER, false));
        for (var parameter : method.getParameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null) {
                names.put(name(asked, parameter), several(parameter.getType()));
            } else if (parameter.getType() == PageAsked.class) {
                PagePart.NAMES.forEach(name -> names.put(name, false));
            }
        }
        return names;
    }

    private static String name(RequestParam asked, Parameter parameter) {
        return Stream.of(asked.name(), asked.value())
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElseGet(parameter::getName);
    }

    private static boolean several(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
