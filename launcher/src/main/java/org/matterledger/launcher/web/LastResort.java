package org.matterledger.launcher.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what was refused before it came to any controller, by the server or its firewall. */
@Controller
final class LastResort implements ErrorController {

    private final Problems problems;

    LastResort(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object refused(HttpServletRequest request) {
        var status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Integer.class::cast)
                .filter(code -> code >= HttpStatus.BAD_REQUEST.value())
                .orElse(HttpStatus.NOT_FOUND.value());
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return ProblemAdvice.answer(problems.of(HttpStatusCode.valueOf(status)), path);
    }
}
