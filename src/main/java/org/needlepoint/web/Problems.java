package org.needlepoint.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Answers of the JSON interface when something is wrong: `application/problem+json` (RFC 9457).
public final class Problems {
    private Problems() {}

    /// A problem without fields.
    public static ResponseEntity<ProblemDetail> of(HttpStatus status, String detail) {
        return answer(ProblemDetail.forStatusAndDetail(status, detail));
    }

    /// 422: fields are at fault, each named.
    public static ResponseEntity<ProblemDetail> invalid(List<FieldProblem> errors) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "Some fields need another look; each is named in errors.");
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    /// A problem prepared by the caller.
    public static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
