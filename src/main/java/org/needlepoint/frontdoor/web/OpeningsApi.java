package org.needlepoint.frontdoor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.web.BookingJson.OpeningLine;
import org.needlepoint.frontdoor.web.BookingJson.ServiceLine;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.FindOpenings.Search;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.Services;
import org.needlepoint.web.FieldProblem;
import org.needlepoint.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What can be booked, as JSON: services and openings. No sign-in; cookies are not read.
@RestController
@RequestMapping("/api/v1/p/{slug}")
class OpeningsApi {
    private static final String PROBLEM = "application/problem+json";

    private final Services services;
    private final FindOpenings findOpenings;
    private final MessageSource messages;

    OpeningsApi(Services services, FindOpenings findOpenings, MessageSource messages) {
        this.services = services;
        this.findOpenings = findOpenings;
        this.messages = messages;
    }

    @Operation(summary = "The services that can be booked")
    @Parameter(name = "slug", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = ServiceLine.class))))
    @GetMapping(path = "/services", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<ServiceLine>> services(Practice practice, Locale locale) {
        return ok(services.active(practice.id()).stream()
                .map(service -> new ServiceLine(
                        service.id().toString(),
                        service.name().in(locale),
                        service.minutes(),
                        service.modality().code(),
                        service.audience().code(),
                        service.price().cents(),
                        service.price().currency().getCurrencyCode()))
                .toList());
    }

    @Operation(summary = "Openings of a service between two local dates, both included, at most 92 days")
    @Parameter(name = "slug", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = OpeningLine.class))))
    @ApiResponse(responseCode = "422", description = "A field is at fault", content = @Content(mediaType = PROBLEM))
    @GetMapping(
            path = "/openings",
            produces = {MediaType.APPLICATION_JSON_VALUE, PROBLEM})
    ResponseEntity<?> openings(
            Practice practice,
            Locale locale,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String practitioner,
            @RequestParam(required = false) @Nullable String location) {
        var words = new ApiWords(messages, locale);
        var faults = new ArrayList<FieldProblem>();
        var wanted = parameter("service", service, BookingBody::uuid, "booking.flaw.unknown-service", words, faults);
        var first = parameter("from", from, BookingBody::date, "booking.flaw.not-a-date", words, faults);
        var last = parameter("to", to, BookingBody::date, "booking.flaw.not-a-date", words, faults);
        var who = optional("practitioner", practitioner, words, faults);
        var where = optional("location", location, words, faults);
        if (!faults.isEmpty() || wanted.isEmpty() || first.isEmpty() || last.isEmpty()) {
            return Problems.invalid(faults);
        }
        var wish = new FindOpenings.Wish(
                new ServiceId(wanted.get()),
                first.get(),
                last.get(),
                who.map(PractitionerId::new).orElse(null),
                where.orElse(null));
        return switch (findOpenings.find(practice.id(), wish)) {
            case Search.Found(var openings) -> ok(OpeningLine.of(openings));
            case Search.Unknown(var field) -> BookingRefusals.invalid(words, field, "booking.flaw.unknown-" + field);
            case Search.Backwards() -> BookingRefusals.invalid(words, "to", "booking.flaw.backwards");
            case Search.TooLong() ->
                BookingRefusals.invalid(words, "to", "booking.flaw.too-many-days", FindOpenings.MOST_DAYS);
        };
    }

    private static <T> Optional<T> parameter(
            String field,
            @Nullable String text,
            Function<String, Optional<T>> reading,
            String fault,
            ApiWords words,
            List<FieldProblem> faults) {
        if (text == null || text.isBlank()) {
            faults.add(new FieldProblem(field, words.say("booking.flaw.missing")));
            return Optional.empty();
        }
        var read = reading.apply(text);
        if (read.isEmpty()) {
            faults.add(new FieldProblem(field, words.say(fault)));
        }
        return read;
    }

    private static Optional<java.util.UUID> optional(
            String field, @Nullable String text, ApiWords words, List<FieldProblem> faults) {
        return text == null || text.isBlank()
                ? Optional.empty()
                : parameter(field, text, BookingBody::uuid, "booking.flaw.unknown-" + field, words, faults);
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
