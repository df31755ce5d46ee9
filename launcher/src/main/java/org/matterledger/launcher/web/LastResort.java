package org.matterledger.launcher.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what was refused before it came to any controller, by the server or its firewall. */
@Controller
final class LastResort implements ErrorController {

    /** The fields of our forms into which people write; of no other field is anything shown again. */
    private static final List<String> TYPED =
            List.of("summary", "reason", "evidence", "nextContactBy", "promisedFor", "occurredAt");

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
        var problem = problems.of(HttpStatusCode.valueOf(status));
        return status == HttpStatus.FORBIDDEN.value() && Pages.at(path)
                ? tooLate(request, problem)
                : ProblemAdvice.answer(problem, path);
    }

    /** A form whose session has ended, or that is older than the present one: what was typed is shown, to be copied. */
    private static ModelAndView tooLate(HttpServletRequest request, Problems.Answered problem) {
        var model = new HashMap<String, Object>(problem.page());
        model.put("title", request.isRequestedSessionIdValid() ? "This page is too old" : "Your session has ended");
        model.put("late", true);
        model.put(
                "typed",
                TYPED.stream()
                        .map(request::getParameter)
                        .filter(text -> text != null && !text.isBlank())
                        .toList());
        return new ModelAndView("problem", model, HttpStatus.FORBIDDEN);
    }
}
