package org.matterledger.launcher.access;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks through everything that a server answers to, as nobody. */
final class OpenEndpoints {

    private OpenEndpoints() {}

    /** Method and path of whatever does not send nobody away. */
    static Set<String> of(ApplicationContext server, Browser nobody) {
        var open = new TreeSet<String>();
        server.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(endpoint -> {
                    var methods = endpoint.getMethodsCondition().getMethods();
                    for (var method : methods.isEmpty() ? Set.of(RequestMethod.values()) : methods) {
                        for (var path : endpoint.getPatternValues()) {
                            if (!sendsAway(nobody, method.name(), path.replaceAll("\\{[^}]*}", "x"))) {
                                open.add(method + " " + path);
                            }
                        }
                    }
                });
        return open;
    }

    private static boolean sendsAway(Browser nobody, String method, String path) {
        if (method.equals("TRACE")) {
            return true;
        }
        var answer = nobody.send(method, path);
        return switch (answer.statusCode()) {
            case 401 -> true;
            case 302 ->
                answer.headers()
                        .firstValue("Location")
                        .orElse("")
                        .replaceFirst("^http://[^/]+", "")
                        .equals("/sign-in");
            case 403 -> !method.equals("GET");
            default -> false;
        };
    }
}
