package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.needlepoint.documents.Letterhead;
import org.needlepoint.documents.Pdf;
import org.needlepoint.documents.Sheet;
import org.needlepoint.frontdoor.PublicHours;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Timetables;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the outside world gets of the hours, and the sign for the door.
@Controller
class PublishingPages {
    private static final Locale SPANISH = Locale.of("es");

    private final Timetables timetables;
    private final DoorSign doorSign;
    private final Pdf pdf;
    private final Clock clock;

    PublishingPages(Timetables timetables, DoorSign doorSign, Pdf pdf, Clock clock) {
        this.timetables = timetables;
        this.doorSign = doorSign;
        this.pdf = pdf;
        this.clock = clock;
    }

    @GetMapping("/p/{slug}/settings/publishing")
    ModelAndView page(Practice practice) {
        return new ModelAndView("settings/publishing", "practice", practice);
    }

    @GetMapping("/p/{slug}/settings/door-sign.pdf")
    ResponseEntity<byte[]> sign(Practice practice, @RequestParam(defaultValue = "both") String language) {
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var hours = PublicHours.of(practice, timetables.from(practice.id(), today), today);
        var languages = switch (language) {
            case "en" -> List.of(Locale.ENGLISH);
            case "es" -> List.of(SPANISH);
            default -> List.of(Locale.ENGLISH, SPANISH);
        };
        var sheets = languages.stream()
                .flatMap(each ->
                        hours.stream().map(place -> doorSign.of(practice, place, hours.size() > 1, today, each)))
                .map(Sheet::of)
                .toList();
        var file = pdf.of(
                new Letterhead(practice.name(), "", practice.country(), practice.zone()),
                languages.getFirst(),
                sheets,
                Pdf.Print.LARGE);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("door-sign.pdf")
                                .build()
                                .toString())
                .body(file);
    }
}
