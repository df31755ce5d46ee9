package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The one place where failures become answers: problem documents for programs, a page for people. */
@ControllerAdvice
final class ProblemAdvice {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    Object on(Throwable failure, HttpServletRequest request) {
        if (failure instanceof IOException) {
            return null;
        }
        return answer(problems.of(failure), request.getServletPath());
    }

    /** In the form that belongs to a path. */
    static Object answer(Problems.Answered problem, String path) {
        return Pages.at(path)
                ? new ModelAndView(
                        "problem",
                        problem.page(),
                        HttpStatusCode.valueOf(problem.getBody().getStatus()))
                : problem.response();
    }
}
