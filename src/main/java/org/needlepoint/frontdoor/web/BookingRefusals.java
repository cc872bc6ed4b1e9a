package org.needlepoint.frontdoor.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.needlepoint.frontdoor.web.BookingJson.OpeningLine;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.HoldOpening.Holding;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.web.FieldProblem;
import org.needlepoint.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Refusals of the booking interface, each with its status and the facts that help to go on.
final class BookingRefusals {
    private BookingRefusals() {}

    static ResponseEntity<ProblemDetail> of(Holding holding, ApiWords words) {
        return switch (holding) {
            case Holding.Held _ -> throw new IllegalStateException("a hold is no refusal");
            case Holding.Taken(var alternatives) -> conflict(words.say("booking.taken"), alternatives);
            case Holding.TooSoon(var alternatives) -> conflict(words.say("booking.too-soon"), alternatives);
            case Holding.NotOffered(var field) -> notOffered(words, field);
            case Holding.TooMany(var most) ->
                Problems.of(HttpStatus.TOO_MANY_REQUESTS, words.say("booking.too-many-holds", most));
        };
    }

    static ResponseEntity<ProblemDetail> of(Booking booking, ZoneId zone, ApiWords words) {
        return switch (booking) {
            case Booking.Booked _ -> throw new IllegalStateException("a booking is no refusal");
            case Booking.Taken(var alternatives) -> conflict(words.say("booking.taken"), alternatives);
            case Booking.HoldUsed(var _, var alternatives) -> conflict(words.say("booking.hold-used"), alternatives);
            case Booking.HoldExpired(var at) ->
                Problems.of(HttpStatus.GONE, words.say("booking.hold-expired", clockTime(at, zone, words.locale())));
            case Booking.UnknownHold() -> invalid(words, "hold", "booking.flaw.unknown-hold");
            case Booking.PatientBusy() -> conflict(words.say("booking.taken"), List.of());
            case Booking.NotOffered(var field) -> notOffered(words, field);
        };
    }

    static ResponseEntity<ProblemDetail> invalid(ApiWords words, String field, String key, Object... arguments) {
        return Problems.invalid(List.of(new FieldProblem(field, words.say(key, arguments))));
    }

    private static ResponseEntity<ProblemDetail> notOffered(ApiWords words, String field) {
        return invalid(
                words, field, field.equals("start") ? "booking.flaw.not-offered" : "booking.flaw.unknown-" + field);
    }

    private static ResponseEntity<ProblemDetail> conflict(String detail, List<Opening> alternatives) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail);
        problem.setProperty("alternatives", OpeningLine.of(alternatives));
        return Problems.answer(problem);
    }

    private static String clockTime(Instant instant, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }
}
