package org.needlepoint.frontdoor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.OutlineZones;
import org.needlepoint.anatomy.PainJson;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.web.BookingJson.AppointmentAnswer;
import org.needlepoint.frontdoor.web.BookingJson.AppointmentRequest;
import org.needlepoint.frontdoor.web.BookingJson.HoldAnswer;
import org.needlepoint.frontdoor.web.BookingJson.HoldRequest;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.DemographicsForm.Reading;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.BookingClients;
import org.needlepoint.scheduling.HoldId;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.HoldOpening.Holding;
import org.needlepoint.scheduling.Once;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Public booking as JSON: holds and appointments. No sign-in; cookies are not read.
@RestController
@RequestMapping("/api/v1/p/{slug}")
class BookingApi {
    private static final int LARGEST_BODY = 256 * 1024;
    private static final Duration MANAGED_AFTERWARDS = Duration.ofDays(7);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final String PROBLEM = "application/problem+json";

    private final HoldOpening holdOpening;
    private final BookAppointment bookAppointment;
    private final Once once;
    private final BookingClients clients;
    private final SignedLinks links;
    private final PublicUrl publicUrl;
    private final PainJson painJson;
    private final OutlineZones zones;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Clock clock;

    BookingApi(
            HoldOpening holdOpening,
            BookAppointment bookAppointment,
            Once once,
            BookingClients clients,
            SignedLinks links,
            PublicUrl publicUrl,
            Knowledge knowledge,
            OutlineZones zones,
            JsonMapper json,
            MessageSource messages,
            Clock clock) {
        this.holdOpening = holdOpening;
        this.bookAppointment = bookAppointment;
        this.once = once;
        this.clients = clients;
        this.links = links;
        this.publicUrl = publicUrl;
        this.painJson = new PainJson(knowledge, zones);
        this.zones = zones;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
    }

    @Operation(
            summary = "Keep an opening while the form is filled in",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = HoldRequest.class))))
    @Parameter(name = "slug", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HoldAnswer.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Taken; alternatives are the nearest openings",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "422", description = "A field is at fault", content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "429", description = "Too many holds at once", content = @Content(mediaType = PROBLEM))
    @PostMapping(
            path = "/holds",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, PROBLEM})
    ResponseEntity<?> hold(
            Practice practice,
            Locale locale,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var words = new ApiWords(messages, locale);
        return switch (read(request, words)) {
            case Received.Refused(var answer) -> answer;
            case Received.Read(var text, var node) -> {
                var body = new BookingBody(node, words);
                var service = new ServiceId(body.id("service", "booking.flaw.unknown-service"));
                var practitioner = new PractitionerId(body.id("practitioner", "booking.flaw.unknown-practitioner"));
                var location = body.id("location", "booking.flaw.unknown-location");
                var start = body.time("start");
                if (!body.isSound()) {
                    yield Problems.invalid(body.problems());
                }
                var client = clients.of(request.getRemoteAddr());
                yield answer(
                        practice,
                        key == null ? null : new Once.Request("POST holds", client, key, text),
                        words,
                        () -> holdOpening.hold(practice.id(), service, practitioner, location, start, client),
                        BookingApi::kept,
                        holding -> BookingRefusals.of(holding, words));
            }
        };
    }

    private static Optional<Object> kept(Holding holding) {
        return holding instanceof Holding.Held(var id, var expires, var opening)
                ? Optional.of(new HoldAnswer(
                        id.toString(), offset(expires, opening.start().getZone())))
                : Optional.empty();
    }

    @Operation(
            summary = "Turn a hold into an appointment",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AppointmentRequest.class))))
    @Parameter(name = "slug", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AppointmentAnswer.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Taken, or the hold is used; alternatives are the nearest openings",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "410", description = "The hold has expired", content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "422", description = "A field is at fault", content = @Content(mediaType = PROBLEM))
    @PostMapping(
            path = "/appointments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, PROBLEM})
    ResponseEntity<?> book(
            Practice practice,
            Locale locale,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var words = new ApiWords(messages, locale);
        return switch (read(request, words)) {
            case Received.Refused(var answer) -> answer;
            case Received.Read(var text, var node) -> {
                var body = new BookingBody(node, words);
                var hold = new HoldId(body.id("hold", "booking.flaw.unknown-hold"));
                var patient = patient(practice, locale, body);
                var pain = body.pain(painJson, zones);
                if (!body.isSound() || patient.isEmpty()) {
                    yield Problems.invalid(body.problems());
                }
                var who = new Who.Guest(patient.get());
                var client = clients.of(request.getRemoteAddr());
                yield answer(
                        practice,
                        key == null ? null : new Once.Request("POST appointments", client, key, text),
                        words,
                        () -> bookAppointment.fromHold(practice.id(), hold, who, pain, Actor.GUEST),
                        booking -> booked(practice, booking),
                        booking -> BookingRefusals.of(booking, practice.zone(), words));
            }
        };
    }

    private Optional<Demographics> patient(Practice practice, Locale locale, BookingBody body) {
        var form = body.patient();
        if (body.problems().stream().anyMatch(problem -> problem.field().startsWith("patient"))) {
            return Optional.empty();
        }
        return switch (form.read(LocalDate.ofInstant(clock.instant(), practice.zone()), practice.country(), locale)) {
            case Reading.Valid(var demographics) -> Optional.of(demographics);
            case Reading.Invalid(var flaws) -> {
                flaws.forEach(flaw -> body.fault("patient." + flaw.field(), flaw.messageKey()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Object> booked(Practice practice, Booking booking) {
        return booking instanceof Booking.Booked(var visit)
                ? Optional.of(new AppointmentAnswer(
                        visit.id().toString(), offset(visit.startsAt(), visit.zone()), manageLink(practice, visit)))
                : Optional.empty();
    }

    private String manageLink(Practice practice, Appointment visit) {
        var token = links.issue(
                practice.id(),
                SignedLinks.Purpose.MANAGE_APPOINTMENT,
                visit.id().value(),
                visit.endsAt().plus(MANAGED_AFTERWARDS));
        return publicUrl.of("/p/" + practice.slug() + "/manage/" + token);
    }

    /// Does the act, once for all repeats when the request carries a key.
    private <T> ResponseEntity<?> answer(
            Practice practice,
            Once.@Nullable Request repeat,
            ApiWords words,
            Supplier<T> act,
            Function<T, Optional<Object>> success,
            Function<T, ResponseEntity<ProblemDetail>> refusal) {
        if (repeat == null) {
            var result = act.get();
            return success.apply(result)
                    .<ResponseEntity<?>>map(body -> created(json.writeValueAsString(body)))
                    .orElseGet(() -> refusal.apply(result));
        }
        if (!KEY.matcher(repeat.key()).matches()) {
            return BookingRefusals.invalid(words, "Idempotency-Key", "booking.flaw.bad-key");
        }
        Function<T, Optional<Once.Answer>> keep = result -> success.apply(result)
                .map(body -> new Once.Answer(HttpStatus.CREATED.value(), json.writeValueAsString(body)));
        return switch (once.run(practice.id(), repeat, act, keep)) {
            case Once.Outcome.Repeated<T>(var kept) -> created(kept.body());
            case Once.Outcome.OtherBody<T>() -> BookingRefusals.invalid(words, "Idempotency-Key", "booking.key-reused");
            case Once.Outcome.Fresh<T>(var result) ->
                keep.apply(result)
                        .<ResponseEntity<?>>map(kept -> created(kept.body()))
                        .orElseGet(() -> refusal.apply(result));
        };
    }

    /// A body as it came.
    private sealed interface Received {
        record Read(String text, JsonNode node) implements Received {}

        record Refused(ResponseEntity<ProblemDetail> answer) implements Received {}
    }

    private Received read(HttpServletRequest request, ApiWords words) throws IOException {
        var bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            return new Received.Refused(
                    Problems.of(HttpStatus.CONTENT_TOO_LARGE, words.say("booking.too-large", LARGEST_BODY)));
        }
        try {
            var node = json.readTree(bytes);
            if (node.isObject()) {
                return new Received.Read(new String(bytes, StandardCharsets.UTF_8), node);
            }
        } catch (JacksonException e) {
            // said below, in the reader's language
        }
        return new Received.Refused(Problems.of(HttpStatus.BAD_REQUEST, words.say("booking.not-json")));
    }

    private static ResponseEntity<String> created(String body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static String offset(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).withFixedOffsetZone());
    }
}
