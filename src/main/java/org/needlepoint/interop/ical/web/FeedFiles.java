package org.needlepoint.interop.ical.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.needlepoint.interop.ical.WriteFeed;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A practitioner's calendar for programs that ask again and again: what has not changed is not sent again.
@Controller
class FeedFiles {
    static final String PATH = "/p/{slug}/feeds/{token}.ics";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    /// A program may keep what it got, and asks each time whether it still holds.
    private static final String ASK_AGAIN = "private, no-cache";

    private final WriteFeed writeFeed;

    FeedFiles(WriteFeed writeFeed) {
        this.writeFeed = writeFeed;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> file(
            Practice practice, @PathVariable String token, HttpServletResponse response, Locale locale) {
        var file = writeFeed.at(practice, token, locale).orElseThrow(NotFound::new);
        response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        return ResponseEntity.ok().contentType(CALENDAR).eTag(tag(file)).body(file);
    }

    private static String tag(byte[] file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
