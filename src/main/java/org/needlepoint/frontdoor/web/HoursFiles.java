package org.needlepoint.frontdoor.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.needlepoint.frontdoor.ListingSheet;
import org.needlepoint.frontdoor.PublicHours;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.scheduling.Timetables;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// A practice's hours as files: for its own web site and search engines, and for listing sites.
@Controller
class HoursFiles {
    private static final MediaType JSON_LD = MediaType.valueOf("application/ld+json");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Timetables timetables;
    private final JsonLd jsonLd;
    private final PublicUrl publicUrl;
    private final Clock clock;

    HoursFiles(Timetables timetables, JsonLd jsonLd, PublicUrl publicUrl, Clock clock) {
        this.timetables = timetables;
        this.jsonLd = jsonLd;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /// schema.org's words, readable from any web site: hours are public.
    @GetMapping("/p/{slug}/hours.json")
    ResponseEntity<byte[]> json(Practice practice) {
        var written = jsonLd.hours(practice, url(practice), hours(practice));
        return ResponseEntity.ok()
                .contentType(JSON_LD)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(written.getBytes(StandardCharsets.UTF_8));
    }

    /// One row for each place.
    @GetMapping("/p/{slug}/hours.csv")
    ResponseEntity<byte[]> csv(Practice practice) {
        var words = Words.of(practice, Locale.ENGLISH);
        var written = ListingSheet.of(practice, url(practice), hours(practice), words::phone);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("hours.csv")
                                .build()
                                .toString())
                .body(written.getBytes(StandardCharsets.UTF_8));
    }

    private List<PublicHours> hours(Practice practice) {
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        return PublicHours.of(practice, timetables.from(practice.id(), today), today);
    }

    private String url(Practice practice) {
        return publicUrl.of("/p/" + practice.slug());
    }
}
