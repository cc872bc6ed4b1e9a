package org.needlepoint.documents;

import java.time.ZoneId;

/// What stands on top of each printed page.
///
/// @param contact how to reach the practice, in one line
/// @param country ISO 3166 code; decides the size of the paper
/// @param zone    in which times are printed
public record Letterhead(String practice, String contact, String country, ZoneId zone) {
    boolean printsOnLetterPaper() {
        return switch (country) {
            case "US", "CA", "MX" -> true;
            default -> false;
        };
    }
}
