package org.needlepoint.scheduling.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.scheduling.hours.PastedHours.Flaw;
import org.needlepoint.scheduling.hours.PastedHours.Reading;

/// Hours as people write them on a card, in a mail, on a door.
class PastingHoursTest {
    /// The week read, as `MON 08:00-17:00`, stretch by stretch.
    private static String week(String text) {
        return switch (PastedHours.read(text)) {
            case Reading.Week(var hours) ->
                hours.stream()
                        .map(each -> each.weekday().name().substring(0, 3) + " " + each.opens() + "-" + each.closes())
                        .collect(Collectors.joining(", "));
            case Reading.Flawed(var flaws) -> flaws.toString();
        };
    }

    private static List<Flaw.Kind> flaws(String text) {
        return switch (PastedHours.read(text)) {
            case Reading.Week _ -> List.of();
            case Reading.Flawed(var flaws) -> flaws.stream().map(Flaw::kind).toList();
        };
    }

    @Test
    void takes_days_from_to_and_hours_without_am_or_pm() {
        assertThat(week("Mon-Fri 8-5; Sat 8-1"))
                .isEqualTo("MON 08:00-17:00, TUE 08:00-17:00, WED 08:00-17:00, THU 08:00-17:00, FRI 08:00-17:00, "
                        + "SAT 08:00-13:00");
    }

    @Test
    void takes_commas_between_days_as_well_as_between_groups() {
        assertThat(week("Mon–Thu 7–7, Fri 7–5, Sat 8–1"))
                .isEqualTo("MON 07:00-19:00, TUE 07:00-19:00, WED 07:00-19:00, THU 07:00-19:00, FRI 07:00-17:00, "
                        + "SAT 08:00-13:00");
        assertThat(week("Mon, Wed 9-12")).isEqualTo("MON 09:00-12:00, WED 09:00-12:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Monday 9:00 am - 5:30 pm            | MON 09:00-17:30
            Tue 9am to noon, 1-5                | TUE 09:00-12:00, TUE 13:00-17:00
            Wed 06:30-14:00                     | WED 06:30-14:00
            thurs 13:15 to 18.45                | THU 13:15-18:45
            Sat-Mon 10-2                        | MON 10:00-14:00, SAT 10:00-14:00, SUN 10:00-14:00
            Fridays 8-12 and 1-6                | FRI 08:00-12:00, FRI 13:00-18:00
            Fri 8-12 Sun closed                 | FRI 08:00-12:00
            Lunes a miércoles de 9 a 17         | MON 09:00-17:00, TUE 09:00-17:00, WED 09:00-17:00
            sáb 8 a 13; dom cerrado             | SAT 08:00-13:00
            Mon 11 a.m. - 7 p.m.                | MON 11:00-19:00
            Sun 12-4                            | SUN 12:00-16:00
            """)
    void understands(String text, String week) {
        assertThat(week(text)).isEqualTo(week);
    }

    @Test
    void refuses_what_crosses_midnight_or_ends_before_it_begins() {
        assertThat(flaws("Mon 6pm-2am")).containsExactly(Flaw.Kind.ENDS_BEFORE_IT_BEGINS);
        assertThat(flaws("Mon 17:00-09:00")).containsExactly(Flaw.Kind.ENDS_BEFORE_IT_BEGINS);
        assertThat(flaws("Mon 8-24")).containsExactly(Flaw.Kind.ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void refuses_hours_that_overlap_and_those_given_twice() {
        assertThat(flaws("Mon-Wed 8-12; Tue 11-3")).containsExactly(Flaw.Kind.OVERLAPS);
        assertThat(flaws("Mon 8-12; Mon 8-12")).containsExactly(Flaw.Kind.OVERLAPS);
    }

    @Test
    void names_what_it_does_not_understand() {
        assertThat(PastedHours.read("Mon 8-5 maybe"))
                .isEqualTo(new Reading.Flawed(List.of(new Flaw(Flaw.Kind.NOT_UNDERSTOOD, "maybe"))));
        assertThat(flaws("Mon 8:75-9")).contains(Flaw.Kind.NOT_UNDERSTOOD);
        assertThat(flaws("8-5")).containsExactly(Flaw.Kind.NO_DAY);
        assertThat(flaws("Mon 8")).containsExactly(Flaw.Kind.NO_END);
        assertThat(flaws("Mon")).containsExactly(Flaw.Kind.NO_TIMES);
        assertThat(flaws(" ")).containsExactly(Flaw.Kind.NOTHING);
    }
}
