package org.needlepoint.web.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Turns what controllers and filters throw into an answer. What is our fault is logged once, with the reference
/// that the page shows. Messages of exceptions are not logged: they quote what people typed and what the database
/// holds.
@Component
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String RETRY_SECONDS = "5";
    private static final int FRAMES = 25;

    private final ErrorAnswers answers;

    private record Verdict(HttpStatus status, @Nullable String detail) {}

    Failures(ErrorAnswers answers) {
        this.answers = answers;
    }

    /// Refusals of the guard go on to the guard.
    @ExceptionHandler
    @Nullable
    Object handle(HttpServletRequest request, HttpServletResponse response, Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (response.isCommitted()) {
            throw failure;
        }
        if (verdict(failure).status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer(request, request.getRequestURI(), failure);
    }

    Object answer(HttpServletRequest request, String path, Exception failure) {
        var verdict = verdict(failure);
        if (verdict.status().is5xxServerError()) {
            LOG.error("request {} failed: {}", RequestLog.referenceOf(request), withoutMessages(failure));
        }
        return answers.answer(request, path, verdict.status(), verdict.detail());
    }

    private static Verdict verdict(Exception failure) {
        return switch (failure) {
            case NotFound _ -> new Verdict(HttpStatus.NOT_FOUND, "There is nothing here.");
            case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case ConcurrencyFailureException _ -> conflict();
            case DuplicateKeyException _ -> conflict();
            case ErrorResponse response -> refused(response);
            default ->
                new Verdict(
                        isDatabaseGone(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
                        isDatabaseGone(failure)
                                ? "The records cannot be reached right now. Try again shortly."
                                : "Something went wrong on our side.");
        };
    }

    private static Verdict conflict() {
        return new Verdict(HttpStatus.CONFLICT, "Somebody else changed this at the same moment. Read it again.");
    }

    /// A malformed id in a path is an address that does not exist.
    private static Verdict mismatched(MethodArgumentTypeMismatchException mismatch) {
        var parameter = mismatch.getParameter();
        return parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                ? new Verdict(HttpStatus.NOT_FOUND, "There is nothing here.")
                : new Verdict(HttpStatus.BAD_REQUEST, "Parameter '%s' is not valid.".formatted(mismatch.getName()));
    }

    private static Verdict unreadable(HttpMessageNotReadableException failure) {
        if (failure.getRootCause() instanceof BodyLimit.BodyTooLarge) {
            return new Verdict(HttpStatus.CONTENT_TOO_LARGE, "The body is too large.");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException databind
                    && !databind.getPath().isEmpty()) {
                return new Verdict(
                        HttpStatus.BAD_REQUEST, "Member '%s' is not of the right kind.".formatted(pathOf(databind)));
            }
            if (cause instanceof JacksonException json) {
                var at = json.getLocation();
                return new Verdict(
                        HttpStatus.BAD_REQUEST,
                        at == null || at.getLineNr() < 1
                                ? "The body is not valid JSON."
                                : "The body is not valid JSON: line %d, column %d."
                                        .formatted(at.getLineNr(), at.getColumnNr()));
            }
        }
        return new Verdict(HttpStatus.BAD_REQUEST, "The body is missing or cannot be read.");
    }

    private static String pathOf(DatabindException failure) {
        return failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static Verdict refused(ErrorResponse response) {
        HttpStatusCode code = response.getStatusCode();
        var status = HttpStatus.resolve(code.value());
        return status == null
                ? new Verdict(HttpStatus.INTERNAL_SERVER_ERROR, null)
                : new Verdict(
                        status,
                        status.is5xxServerError() ? null : response.getBody().getDetail());
    }

    private static boolean isDatabaseGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessResourceException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof QueryTimeoutException
                    || (cause instanceof SQLException sql && isConnectionLost(sql))) {
                return true;
            }
        }
        return false;
    }

    /// Class 08: connection exception; 57P: the server stops or starts; 53300: too many connections (PostgreSQL,
    /// appendix A).
    private static boolean isConnectionLost(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    /// Which exceptions, where, and the database's error code.
    private static String withoutMessages(Throwable failure) {
        var text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause == failure ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                text.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
            var frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                text.append("\n    at ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
