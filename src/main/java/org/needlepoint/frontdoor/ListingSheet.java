package org.needlepoint.frontdoor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Stretch;

/// The hours of a practice's places as a sheet for listing sites: columns and cells as Google Business Profile's bulk
/// upload reads them (support.google.com/business/answer/3370250 and 6303076). Columns that we cannot fill are left
/// out; an empty one would delete what stands there.
public final class ListingSheet {
    private static final String CLOSED = "x";
    private static final int LONGEST_CODE = 59;
    private static final List<DayOfWeek> WEEK = List.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY);
    private static final List<String> HEADINGS = List.of(
            "Store code",
            "Business name",
            "Address line 1",
            "Locality",
            "Administrative area",
            "Country / Region",
            "Postal code",
            "Primary phone",
            "Website",
            "Sunday hours",
            "Monday hours",
            "Tuesday hours",
            "Wednesday hours",
            "Thursday hours",
            "Friday hours",
            "Saturday hours",
            "Special hours");

    private ListingSheet() {}

    /// The sheet as CSV (RFC 4180), one row for each place.
    ///
    /// @param phone writes a number in E.164 as people of the country do
    public static String of(Practice practice, String url, List<PublicHours> hours, UnaryOperator<String> phone) {
        return Stream.concat(Stream.of(HEADINGS), hours.stream().map(place -> row(practice, url, place, phone)))
                .map(row -> row.stream().map(ListingSheet::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<String> row(Practice practice, String url, PublicHours hours, UnaryOperator<String> phone) {
        var place = hours.place();
        var cells = new ArrayList<String>();
        cells.add(code(practice, place));
        cells.add(practice.name());
        cells.add(place.street());
        cells.add(place.city());
        cells.add(place.region());
        cells.add(practice.country());
        cells.add(place.postalCode());
        cells.add(place.phones().stream()
                .findFirst()
                .map(each -> phone.apply(each.number()))
                .orElse(""));
        cells.add(url);
        for (var weekday : WEEK) {
            var stretches = hours.week().get(weekday.getValue() - 1).stretches();
            cells.add(
                    stretches.isEmpty()
                            ? CLOSED
                            : stretches.stream().map(ListingSheet::range).collect(Collectors.joining(", ")));
        }
        cells.add(hours.special().stream().flatMap(ListingSheet::special).collect(Collectors.joining(", ")));
        return cells;
    }

    /// The same for the same place as long as it exists.
    private static String code(Practice practice, Practice.Location place) {
        var id = place.id().toString();
        var code = practice.slug() + "-" + id.substring(id.length() - 8);
        return code.substring(Math.max(0, code.length() - LONGEST_CODE));
    }

    /// Each day by itself, and each stretch of a day by itself. A day on which nobody can come is closed.
    private static Stream<String> special(PublicHours.Special special) {
        return special.first()
                .datesUntil(special.last().plusDays(1))
                .flatMap(day -> special(day, special.hours().inPerson()));
    }

    private static Stream<String> special(LocalDate day, List<Stretch> stretches) {
        return stretches.isEmpty()
                ? Stream.of(day + ": " + CLOSED)
                : stretches.stream().map(stretch -> day + ": " + range(stretch));
    }

    private static String range(Stretch stretch) {
        return stretch.opens() + "-" + stretch.closes();
    }

    private static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
