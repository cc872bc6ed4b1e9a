package org.needlepoint.anatomy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.needlepoint.anatomy.PainJson;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainReading.Drawing;
import org.needlepoint.anatomy.PainReading.FieldError;
import org.needlepoint.anatomy.PainReading.NotJson;
import org.needlepoint.anatomy.PainReading.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The pain locator as a web service. A drawing is answered and forgotten: it is neither stored nor logged.
@RestController
public class PainLocatorApi {

    /// Room for the largest allowed drawing, several times over.
    static final int LARGEST_BODY = 256 * 1024;

    private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);
    private static final HttpStatusCode TOO_LARGE = HttpStatusCode.valueOf(413);

    private final PainJson json;
    private final PainLocator locator;

    PainLocatorApi(PainJson json, PainLocator locator) {
        this.json = json;
        this.locator = locator;
    }

    /// Answers a drawing. The body is read by hand, so that the command and the service refuse the same
    /// things with the same words.
    ///
    /// @return the answer; 422 naming the fields at fault, 400 when the body is not a JSON object, 413 when
    /// it is too large
    @PostMapping(path = "/api/v1/pain-locator", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<?> locate(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return problem(TOO_LARGE, "A drawing has at most " + LARGEST_BODY + " bytes.", List.of());
        }
        return switch (json.read(body)) {
            case Drawing drawing ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(json.write(drawing, locator.locate(drawing.request())));
            case Refused(var _, var errors) -> problem(UNPROCESSABLE, "Some fields cannot be understood.", errors);
            case NotJson(var _, var message) -> problem(HttpStatus.BAD_REQUEST, message, List.of());
        };
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, String detail, List<FieldError> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }
}
