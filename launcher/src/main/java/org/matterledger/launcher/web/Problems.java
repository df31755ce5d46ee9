package org.matterledger.launcher.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.NotAllowed;
import org.matterledger.command.Refused;
import org.matterledger.launcher.store.LedgerUnavailable;
import org.matterledger.launcher.store.RefusedRequest;
import org.matterledger.launcher.store.Views;
import org.matterledger.query.Positions;
import org.matterledger.query.rest.NotShown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns whatever went wrong into a problem document (RFC 9457). A rule's refusal names the rule and its sentence; a
 * malformed request hears of every fault; anything unforeseen says nothing but a number that the log has too.
 */
final class Problems {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RULE = "urn:matterledger:rule:";
    private static final String PROBLEM = "urn:matterledger:problem:";

    /** The problem document, with the status and headers that belong to it. */
    Answered of(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused(refused);
            case Malformed malformed -> malformed(malformed.faults());
            case org.matterledger.query.rest.Malformed query ->
                malformed(query.faults().entrySet().stream()
                        .map(fault -> new Fault("query " + fault.getKey(), fault.getValue()))
                        .toList());
            case Positions.BeyondHead ignored ->
                malformed(List.of(new Fault("header " + MinPosition.HEADER, "lies beyond the ledger's end")));
            case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch);
            case MissingRequestHeaderException missing ->
                malformed(List.of(new Fault("header " + missing.getHeaderName(), "is missing")));
            case InvalidParameterException ignored ->
                malformed(List.of(new Fault("query", "holds what is no percent-encoded UTF-8")));
            case BodyCutOff ignored -> malformed(List.of(new Fault("", "could not be read to its end")));
            case BodyTooLarge large ->
                problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large", large)
                        .with("limit", large.limit());
            case RefusedRequest.KeyReused reused ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "The key was used for another request", reused);
            case RefusedRequest.InFlight inFlight ->
                problem(HttpStatus.CONFLICT, "in-flight", "The first request is still under way", inFlight)
                        .retry();
            case RefusedRequest.StaleVersion stale ->
                problem(HttpStatus.PRECONDITION_FAILED, "stale-version", "The thing has changed meanwhile", stale)
                        .header(HttpHeaders.ETAG, "\"" + stale.version() + "\"");
            case RefusedRequest.Unknown ignored -> unknown();
            case org.matterledger.command.rest.Unknown ignored -> unknown();
            case org.matterledger.query.rest.Unknown ignored -> unknown();
            case Views.NoSuchView ignored -> unknown();
            case NotAllowed notAllowed ->
                problem(HttpStatus.FORBIDDEN, "not-allowed", "The caller may not do this", notAllowed);
            case NotShown notShown ->
                problem(HttpStatus.FORBIDDEN, "not-allowed", "The caller may not see this", notShown);
            case LedgerUnavailable unavailable -> busy(unavailable);
            case Positions.NotYetVisible ignored -> notYetVisible();
            case DataAccessResourceFailureException ignored -> busy(null);
            case TransientDataAccessException ignored -> busy(null);
            case ErrorResponse known -> known(known);
            default -> unforeseen(failure);
        };
    }

    /** A problem that has only a status, from outside of Spring. */
    Answered of(HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return unknown();
        }
        var known = HttpStatus.resolve(status.value());
        return new Answered(status, "http", known == null ? "Refused" : known.getReasonPhrase(), null);
    }

    private static Answered refused(Refused refused) {
        var answer = new Answered(
                HttpStatus.CONFLICT, URI.create(RULE + refused.rule()), String.valueOf(refused.getMessage()));
        refused.facts().forEach(answer::with);
        return refused.repeated() ? answer.header(REPLAYED, "true") : answer;
    }

    private static Answered malformed(List<Fault> faults) {
        return new Answered(HttpStatus.BAD_REQUEST, "malformed", "The request is malformed", null)
                .with("faults", faults);
    }

    /** An id in the path that can't be one names nothing; in the query it is a mistake. */
    private static Answered mismatched(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? unknown()
                : malformed(List.of(new Fault("query " + mismatch.getName(), "is not of the form that is asked for")));
    }

    private static Answered unknown() {
        return new Answered(HttpStatus.NOT_FOUND, "unknown", "There is no such thing", null);
    }

    private static Answered busy(@Nullable Throwable cause) {
        return new Answered(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The ledger can't answer now",
                        cause == null ? "Repeat the request with the same key." : cause.getMessage())
                .retry();
    }

    private static Answered notYetVisible() {
        return new Answered(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-yet-visible",
                        "The views have not come that far yet",
                        "Ask again; nothing is lost.")
                .retry();
    }

    private static Answered problem(HttpStatus status, String type, String title, Throwable cause) {
        return new Answered(status, type, title, cause.getMessage());
    }

    private Answered known(ErrorResponse known) {
        var answer = of(known.getStatusCode());
        known.getHeaders().forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
        return answer;
    }

    private static Answered unforeseen(Throwable failure) {
        var incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, failure);
        return new Answered(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "incident",
                        "Something went wrong here",
                        "The log has it under this incident's number. Repeat the request with the same key.")
                .with("incident", incident);
    }

    /** A problem document with its headers, open for more of both. */
    static final class Answered {

        private final HttpHeaders headers = new HttpHeaders();
        private final ProblemDetail body;

        Answered(HttpStatusCode status, String type, String title, @Nullable String detail) {
            this(status, URI.create(PROBLEM + type), title);
            body.setDetail(detail);
        }

        Answered(HttpStatusCode status, URI type, String title) {
            body = ProblemDetail.forStatus(status);
            body.setType(type);
            body.setTitle(title);
        }

        Answered with(String name, Object value) {
            body.setProperty(name, value);
            return this;
        }

        Answered header(String name, String value) {
            headers.add(name, value);
            return this;
        }

        Answered retry() {
            return header(HttpHeaders.RETRY_AFTER, "1");
        }

        ProblemDetail getBody() {
            return body;
        }

        ResponseEntity<ProblemDetail> response() {
            return ResponseEntity.status(body.getStatus())
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body);
        }

        /** What a page says about it. */
        Map<String, Object> page() {
            return Map.of("status", body.getStatus(), "title", String.valueOf(body.getTitle()));
        }
    }
}
