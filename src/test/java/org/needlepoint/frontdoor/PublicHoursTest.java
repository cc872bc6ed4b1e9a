package org.needlepoint.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closure.Kind;
import org.needlepoint.scheduling.OpenHours;
import org.needlepoint.scheduling.Stretch;
import org.needlepoint.scheduling.Timetable;
import org.needlepoint.scheduling.WorkingHours;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;

/// What the world is told of the hours: always what can be counted on, never more.
class PublicHoursTest {
    /// A Wednesday.
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 24);
    private static final UUID HERE = new UUID(1, 1);
    private static final UUID THERE = new UUID(1, 2);
    private static final PractitionerId MAYA = new PractitionerId(new UUID(2, 1));
    private static final PractitionerId OMAR = new PractitionerId(new UUID(2, 2));
    private static final Texts LABEL = new Texts("Christmas Eve", "Nochebuena");

    private final List<WorkingHours> weekly = new ArrayList<>();
    private final List<OpenHours> places = new ArrayList<>();
    private final List<Closure> closures = new ArrayList<>();

    private void works(PractitionerId who, UUID where, String opens, String closes) {
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                weekly.add(new WorkingHours(
                        who,
                        where,
                        day,
                        LocalTime.parse(opens),
                        LocalTime.parse(closes),
                        LocalDate.of(2026, 1, 1),
                        null));
            }
        }
    }

    private void differs(Kind kind, @Nullable PractitionerId who, @Nullable UUID where, String... times) {
        closures.add(new Closure(
                new UUID(3, closures.size()),
                kind,
                who,
                where,
                THURSDAY,
                THURSDAY,
                times.length == 0 ? null : LocalTime.parse(times[0]),
                times.length == 0 ? null : LocalTime.parse(times[1]),
                LABEL));
    }

    private List<PublicHours> hours(UUID... locations) {
        return PublicHours.of(practice(locations), new Timetable(weekly, places, closures), TODAY);
    }

    private static Practice practice(UUID... locations) {
        return new Practice(
                new PracticeId(new UUID(0, 1)),
                "riverbend",
                "Riverbend, Inc.",
                ZoneId.of("America/New_York"),
                "US",
                Currency.getInstance("USD"),
                LABEL,
                LABEL,
                null,
                false,
                Arrays.stream(locations).map(PublicHoursTest::place).toList());
    }

    private static Practice.Location place(UUID id) {
        return new Practice.Location(
                id,
                "Main Street",
                "1 Main Street",
                "Townville",
                "MD",
                "20000",
                LABEL,
                List.of(),
                ZoneId.of("America/New_York"),
                List.of(new Practice.Phone(LABEL, "+13015550141")));
    }

    private static String words(List<Stretch> stretches) {
        return stretches.stream()
                .map(each -> each.opens() + "-" + each.closes())
                .collect(Collectors.joining(" "));
    }

    /// The days that differ at the first place, as "date in person | remote".
    private List<String> special() {
        return hours(HERE).getFirst().special().stream()
                .map(each -> each.first() + " " + words(each.hours().inPerson()) + " | "
                        + words(each.hours().remote()))
                .toList();
    }

    @Test
    void are_those_in_which_somebody_treats() {
        works(MAYA, HERE, "08:00", "12:00");
        works(OMAR, HERE, "11:00", "18:00");
        var week = hours(HERE).getFirst().week();
        assertThat(words(week.getFirst().stretches())).isEqualTo("08:00-18:00");
        assertThat(week.getLast().stretches()).isEmpty();
    }

    @Test
    void are_the_places_own_where_it_has_any() {
        works(MAYA, HERE, "09:00", "12:00");
        places.add(new OpenHours(
                HERE, DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 0), LocalDate.of(2026, 1, 1), null));
        var week = hours(HERE).getFirst().week();
        assertThat(words(week.getFirst().stretches())).isEqualTo("08:00-17:00");
        assertThat(week.get(1).stretches()).isEmpty();
    }

    @Test
    void are_two_stretches_on_a_day_that_is_closed_in_between() {
        works(MAYA, HERE, "09:00", "17:00");
        differs(Kind.CLOSED, null, null, "12:00", "14:00");
        assertThat(special()).containsExactly("2026-12-24 09:00-12:00 14:00-17:00 | 09:00-12:00 14:00-17:00");
    }

    @Test
    void are_shorter_where_a_day_ends_early_and_none_on_a_holiday() {
        works(MAYA, HERE, "09:00", "17:00");
        differs(Kind.CLOSED, null, null, "12:00", "17:00");
        assertThat(special()).containsExactly("2026-12-24 09:00-12:00 | 09:00-12:00");
        closures.clear();
        differs(Kind.CLOSED, null, null);
        assertThat(special()).containsExactly("2026-12-24  | ");
    }

    @Test
    void say_when_only_phone_and_video_take_place() {
        works(MAYA, HERE, "09:00", "17:00");
        differs(Kind.TELEHEALTH_ONLY, null, null);
        assertThat(special()).containsExactly("2026-12-24  | 09:00-17:00");
    }

    @Test
    void are_none_on_a_day_on_which_everybody_is_away_and_tell_nobody_why() {
        works(MAYA, HERE, "09:00", "17:00");
        differs(Kind.CLOSED, MAYA, null);
        assertThat(special()).containsExactly("2026-12-24  | ");
        assertThat(hours(HERE).getFirst().special().getFirst().label()).isNull();
        works(OMAR, HERE, "09:00", "17:00");
        assertThat(special()).isEmpty();
    }

    @Test
    void of_a_closed_place_leave_the_others_open() {
        works(MAYA, HERE, "09:00", "17:00");
        works(OMAR, THERE, "09:00", "17:00");
        differs(Kind.CLOSED, null, HERE);
        assertThat(hours(HERE, THERE).getFirst().special()).hasSize(1);
        assertThat(hours(HERE, THERE).getLast().special()).isEmpty();
    }

    @Test
    void join_days_in_a_row_that_say_the_same() {
        works(MAYA, HERE, "09:00", "17:00");
        closures.add(new Closure(
                new UUID(3, 9), Kind.CLOSED, null, null, THURSDAY, THURSDAY.plusDays(8), null, null, LABEL));
        var special = hours(HERE).getFirst().special();
        assertThat(special).hasSize(1);
        assertThat(special.getFirst().last()).isEqualTo(THURSDAY.plusDays(8));
    }

    @Test
    void go_to_listing_sites_as_a_row_for_each_place() {
        works(MAYA, HERE, "09:00", "17:00");
        works(MAYA, HERE, "18:00", "20:00");
        differs(Kind.CLOSED, null, null, "12:00", "14:00");
        closures.add(new Closure(
                new UUID(3, 9),
                Kind.CLOSED,
                null,
                null,
                THURSDAY.plusDays(1),
                THURSDAY.plusDays(1),
                null,
                null,
                LABEL));
        var sheet =
                ListingSheet.of(practice(HERE), "https://x.example/p/riverbend", hours(HERE), _ -> "(301) 555-0141");
        var lines = sheet.split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("Store code,Business name,").endsWith("Saturday hours,Special hours");
        assertThat(lines[1])
                .startsWith(
                        "riverbend-00000001,\"Riverbend, Inc.\",1 Main Street,Townville,MD,US,20000,(301) 555-0141,")
                .contains(",x,\"09:00-17:00, 18:00-20:00\",")
                .endsWith(
                        "\"2026-12-24: 09:00-12:00, 2026-12-24: 14:00-17:00, 2026-12-24: 18:00-20:00, 2026-12-25: x\"");
    }
}
