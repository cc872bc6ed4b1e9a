package org.needlepoint.scheduling;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.credentials.HeldCredential;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;

/// When a service can be booked.
class FindingOpeningsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final UUID HERE = new UUID(1, 1);
    private static final UUID THERE = new UUID(1, 2);
    private static final PractitionerId ROBIN = new PractitionerId(new UUID(2, 1));
    private static final PractitionerId SAM = new PractitionerId(new UUID(2, 2));
    private static final UUID PATIENT = new UUID(3, 1);
    private static final RoomId ROOM_1 = new RoomId(new UUID(4, 1));
    private static final RoomId ROOM_2 = new RoomId(new UUID(4, 2));
    private static final Equipment TABLE_1 = equipment(1, Equipment.Kind.TABLE);
    private static final Equipment TABLE_2 = equipment(2, Equipment.Kind.TABLE);
    private static final Equipment ULTRASOUND = equipment(3, Equipment.Kind.ULTRASOUND);
    private static final String COURSE = "dry-needling-course";
    private static final ServiceId SERVICE = new ServiceId(new UUID(5, 1));
    private static final Texts LABEL = new Texts("Holiday", "Feriado");
    private static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);
    /// A Monday.
    private static final LocalDate DAY = LocalDate.of(2026, 12, 7);

    /// A question that grows by small words. Without them: Robin works Mondays 9 to 12 in New York, offers a service by
    /// phone of 30 minutes on the half hour, and it is a week before.
    private static final class Ask {
        List<Segment> segments = List.of(Segment.handsOn(30));
        Modality modality = Modality.PHONE;
        Audience audience = Audience.BOTH;
        int grid = 30;
        int notice = 0;
        int horizon = 60;
        ZoneId zone = NEW_YORK;
        LocalDate from = DAY;
        LocalDate to = DAY;
        Instant now = DAY.minusDays(7).atStartOfDay(NEW_YORK).toInstant();
        List<Offer> offers = List.of(new Offer(SERVICE, ROBIN, HERE));
        List<RoomId> rooms = List.of();
        List<Equipment> equipment = List.of();
        Demands demands = Demands.NONE;
        List<OpenHours> openHours = new ArrayList<>();
        List<HeldCredential> held = new ArrayList<>();
        List<WorkingHours> hours = new ArrayList<>(List.of(works(ROBIN, MONDAY, "09:00", "12:00")));
        List<ServiceWindow> windows = new ArrayList<>();
        List<Closure> closures = new ArrayList<>();
        Map<UUID, Spans> busy = new HashMap<>();

        Ask busy(UUID resource, String start, String end) {
            busy.merge(
                    resource,
                    Spans.of(
                            LocalDateTime.parse(start).atZone(zone).toEpochSecond(),
                            LocalDateTime.parse(end).atZone(zone).toEpochSecond()),
                    Spans::plus);
            return this;
        }

        Openings.Question question() {
            var service = new Service(
                    SERVICE,
                    LABEL,
                    LABEL,
                    segments,
                    modality,
                    audience,
                    false,
                    new Money(0, java.util.Currency.getInstance("USD")),
                    grid,
                    notice,
                    horizon,
                    24,
                    1,
                    demands,
                    true,
                    0);
            return new Openings.Question(
                    service,
                    offers,
                    hours,
                    openHours,
                    windows,
                    closures,
                    Map.of(HERE, zone, THERE, ZoneId.of("America/Chicago")),
                    rooms.isEmpty() ? Map.of() : Map.of(HERE, rooms),
                    equipment.isEmpty() ? Map.of() : Map.of(HERE, equipment),
                    held,
                    busy,
                    PATIENT,
                    from,
                    to,
                    now,
                    notice);
        }

        /// The openings as "date time" with offset.
        List<String> openings() {
            return Openings.of(question()).stream()
                    .map(slot -> slot.in(zone).start().toOffsetDateTime().toString())
                    .toList();
        }

        List<String> times() {
            return openings().stream().map(start -> start.substring(11, 16)).toList();
        }
    }

    private static Equipment equipment(int number, Equipment.Kind kind) {
        return new Equipment(new EquipmentId(new UUID(6, number)), HERE, kind, "No. " + number, number);
    }

    private static Demands buffers(int before, int after) {
        return new Demands(before, after, Set.of(), null, List.of(), false);
    }

    private static Closure days(Closure.Kind kind, String from, String to) {
        return new Closure(
                new UUID(9, 1), kind, null, null, DAY, DAY, LocalTime.parse(from), LocalTime.parse(to), LABEL);
    }

    private static WorkingHours works(PractitionerId who, DayOfWeek day, String opens, String closes) {
        return new WorkingHours(who, HERE, day, LocalTime.parse(opens), LocalTime.parse(closes), ALWAYS, null);
    }

    private static Closure closed(LocalDate day) {
        return new Closure(new UUID(9, 1), Closure.Kind.CLOSED, null, null, day, day, null, null, LABEL);
    }

    private static Closure closed(String from, String to) {
        return new Closure(
                new UUID(9, 1),
                Closure.Kind.CLOSED,
                null,
                null,
                DAY,
                DAY,
                LocalTime.parse(from),
                LocalTime.parse(to),
                LABEL);
    }

    @Test
    void follows_the_grid_from_the_beginning_of_the_hours_to_the_last_visit_that_fits() {
        assertThat(new Ask().times()).containsExactly("09:00", "09:30", "10:00", "10:30", "11:00", "11:30");
    }

    @Test
    void leaves_out_what_is_taken_and_lets_visits_touch() {
        assertThat(new Ask()
                        .busy(ROBIN.value(), "2026-12-07T09:30", "2026-12-07T10:15")
                        .times())
                .containsExactly("09:00", "10:30", "11:00", "11:30");
    }

    @Test
    void leaves_out_times_at_which_the_patient_is_elsewhere() {
        assertThat(new Ask()
                        .busy(PATIENT, "2026-12-07T09:30", "2026-12-07T10:00")
                        .times())
                .doesNotContain("09:30")
                .hasSize(5);
    }

    @Test
    void ends_phone_consults_with_a_start_at_ten_past_five_on_mondays_to_wednesdays() {
        var ask = new Ask();
        ask.segments = List.of(Segment.handsOn(20));
        ask.audience = Audience.NEW;
        ask.grid = 10;
        ask.to = DAY.plusDays(6);
        ask.hours = new ArrayList<>();
        for (var day : DayOfWeek.values()) {
            ask.hours.add(works(ROBIN, day, "06:00", "20:00"));
        }
        for (var day : List.of(MONDAY, TUESDAY, WEDNESDAY)) {
            ask.windows.add(new ServiceWindow(SERVICE, Audience.NEW, day, LocalTime.of(7, 0), LocalTime.of(17, 30)));
        }
        assertThat(ask.times()).first().isEqualTo("07:00");
        assertThat(ask.times()).last().isEqualTo("17:10");
        assertThat(ask.openings().stream().map(start -> start.substring(0, 10)).distinct())
                .containsExactly("2026-12-07", "2026-12-08", "2026-12-09");
    }

    @Test
    void keeps_windows_for_returning_patients_from_a_service_for_new_ones() {
        var ask = new Ask();
        ask.audience = Audience.NEW;
        ask.windows.add(
                new ServiceWindow(SERVICE, Audience.RETURNING, MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 0)));
        ask.windows.add(new ServiceWindow(SERVICE, Audience.BOTH, MONDAY, LocalTime.of(11, 0), LocalTime.of(12, 0)));
        assertThat(ask.times()).containsExactly("11:00", "11:30");
    }

    @Test
    void frees_the_practitioner_while_needles_are_in() {
        var ask = new Ask();
        ask.segments = List.of(Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
        ask.modality = Modality.IN_PERSON;
        ask.rooms = List.of(ROOM_1, ROOM_2);
        ask.grid = 10;
        ask.hours = new ArrayList<>(List.of(works(ROBIN, MONDAY, "09:00", "10:00")));
        ask.busy(ROBIN.value(), "2026-12-07T09:00", "2026-12-07T09:10")
                .busy(ROBIN.value(), "2026-12-07T09:25", "2026-12-07T09:30")
                .busy(ROOM_1.value(), "2026-12-07T09:00", "2026-12-07T09:30");
        var slots = Openings.of(ask.question());
        assertThat(ask.times()).containsExactly("09:10", "09:30");
        assertThat(slots.getFirst().room()).isEqualTo(ROOM_2);
        assertThat(slots.getLast().room()).isEqualTo(ROOM_1);
    }

    @Test
    void needs_a_room_for_the_whole_visit() {
        var ask = new Ask();
        ask.segments = List.of(Segment.handsOn(10), Segment.needlesIn(40), Segment.handsOn(10));
        ask.modality = Modality.IN_PERSON;
        ask.rooms = List.of(ROOM_1);
        ask.busy(ROOM_1.value(), "2026-12-07T09:20", "2026-12-07T09:40");
        assertThat(ask.times()).containsExactly("10:00", "10:30", "11:00");
    }

    @Test
    void is_closed_on_a_holiday() {
        var ask = new Ask();
        ask.closures.add(closed(DAY));
        assertThat(ask.times()).isEmpty();
    }

    @Test
    void is_closed_for_some_hours_without_shifting_the_grid() {
        var ask = new Ask();
        ask.closures.add(closed("09:40", "10:20"));
        assertThat(ask.times()).containsExactly("09:00", "10:30", "11:00", "11:30");
    }

    @Test
    void is_cut_down_to_the_practices_holiday_hours() {
        var ask = new Ask();
        ask.closures.add(new Closure(
                new UUID(9, 1),
                Closure.Kind.OTHER_HOURS,
                null,
                null,
                DAY,
                DAY,
                LocalTime.of(10, 0),
                LocalTime.of(20, 0),
                LABEL));
        assertThat(ask.times()).containsExactly("10:00", "10:30", "11:00", "11:30");
    }

    @Test
    void lets_a_practitioner_work_other_hours_on_a_day_off() {
        var ask = new Ask();
        ask.hours = new ArrayList<>();
        ask.closures.add(new Closure(
                new UUID(9, 1),
                Closure.Kind.OTHER_HOURS,
                ROBIN,
                HERE,
                DAY,
                DAY,
                LocalTime.of(13, 0),
                LocalTime.of(14, 0),
                LABEL));
        assertThat(ask.times()).containsExactly("13:00", "13:30");
    }

    @Test
    void keeps_the_practitioner_free_before_and_after_a_visit_with_buffers() {
        var ask = new Ask();
        ask.demands = buffers(10, 5);
        ask.busy(ROBIN.value(), "2026-12-07T10:30", "2026-12-07T11:00");
        assertThat(ask.times()).containsExactly("09:00", "09:30", "11:30");
    }

    @Test
    void lets_buffers_reach_beyond_the_hours_but_not_the_visit() {
        var ask = new Ask();
        ask.demands = buffers(15, 15);
        assertThat(ask.times()).first().isEqualTo("09:00");
        assertThat(ask.times()).last().isEqualTo("11:30");
    }

    @Test
    void keeps_the_room_free_in_the_buffers_too_and_the_patient_not() {
        var ask = new Ask();
        ask.modality = Modality.IN_PERSON;
        ask.rooms = List.of(ROOM_1);
        ask.demands = buffers(0, 10);
        ask.busy(ROOM_1.value(), "2026-12-07T10:00", "2026-12-07T10:05");
        ask.busy(PATIENT, "2026-12-07T11:30", "2026-12-07T12:00");
        assertThat(ask.times()).containsExactly("09:00", "10:30", "11:00");
    }

    @Test
    void takes_a_free_piece_of_each_kind_of_equipment_that_the_service_needs() {
        var ask = new Ask();
        ask.modality = Modality.IN_PERSON;
        ask.equipment = List.of(TABLE_1, ULTRASOUND, TABLE_2);
        ask.demands =
                new Demands(0, 0, Set.of(), null, List.of(Equipment.Kind.ULTRASOUND, Equipment.Kind.TABLE), false);
        ask.busy(TABLE_1.id().value(), "2026-12-07T09:00", "2026-12-07T09:30");
        ask.busy(ULTRASOUND.id().value(), "2026-12-07T10:00", "2026-12-07T11:00");
        assertThat(ask.times()).containsExactly("09:00", "09:30", "11:00", "11:30");
        assertThat(Openings.of(ask.question()))
                .first()
                .satisfies(slot -> assertThat(slot.equipment()).containsExactly(TABLE_2.id(), ULTRASOUND.id()));
    }

    @Test
    void offers_nothing_where_the_equipment_is_missing() {
        var ask = new Ask();
        ask.modality = Modality.IN_PERSON;
        ask.demands = new Demands(0, 0, Set.of(), null, List.of(Equipment.Kind.ULTRASOUND), false);
        assertThat(ask.times()).isEmpty();
    }

    @Test
    void offers_a_service_that_asks_for_a_course_only_on_days_on_which_the_practitioner_holds_it() {
        var ask = new Ask();
        ask.to = DAY.plusDays(21);
        ask.demands = new Demands(0, 0, Set.of(), COURSE, List.of(), false);
        ask.held.add(new HeldCredential(ROBIN, COURSE, DAY.plusDays(1), DAY.plusDays(14)));
        ask.held.add(new HeldCredential(ROBIN, "another-course", ALWAYS, null));
        ask.held.add(new HeldCredential(SAM, COURSE, ALWAYS, null));
        assertThat(ask.openings().stream().map(start -> start.substring(0, 10)).distinct())
                .containsExactly("2026-12-14", "2026-12-21");
    }

    @Test
    void is_cut_down_to_the_hours_of_the_location() {
        var ask = new Ask();
        ask.openHours.add(new OpenHours(HERE, MONDAY, LocalTime.of(10, 0), LocalTime.of(11, 0), ALWAYS, null));
        assertThat(ask.times()).containsExactly("10:00", "10:30");
    }

    @Test
    void is_closed_on_weekdays_on_which_the_location_has_no_hours() {
        var ask = new Ask();
        ask.openHours.add(new OpenHours(HERE, TUESDAY, LocalTime.of(10, 0), LocalTime.of(11, 0), ALWAYS, null));
        assertThat(ask.times()).isEmpty();
    }

    @Test
    void follows_the_locations_holiday_hours_rather_than_its_weekly_ones() {
        var ask = new Ask();
        ask.openHours.add(new OpenHours(HERE, MONDAY, LocalTime.of(10, 0), LocalTime.of(11, 0), ALWAYS, null));
        ask.closures.add(days(Closure.Kind.OTHER_HOURS, "09:30", "12:00"));
        assertThat(ask.times()).containsExactly("09:30", "10:00", "10:30", "11:00", "11:30");
    }

    @ParameterizedTest
    @CsvSource({"PHONE, 6", "VIDEO, 6", "IN_PERSON, 4"})
    void has_phone_and_video_visits_only_while_telehealth_only_is_on(Modality modality, int times) {
        var ask = new Ask();
        ask.modality = modality;
        ask.closures.add(days(Closure.Kind.TELEHEALTH_ONLY, "09:00", "10:00"));
        assertThat(ask.times()).hasSize(times);
    }

    @Test
    void leaves_the_fewest_gaps_when_asked_to() {
        var ask = new Ask();
        ask.segments = List.of(Segment.handsOn(60));
        ask.demands = new Demands(0, 0, Set.of(), null, List.of(), true);
        assertThat(ask.times()).containsExactly("09:00", "10:00", "11:00");
        ask.busy(ROBIN.value(), "2026-12-07T10:30", "2026-12-07T11:00");
        assertThat(ask.times())
                .as("a gap cannot be helped before half past ten")
                .containsExactly("11:00");
    }

    @Test
    void offers_what_there_is_on_a_day_on_which_every_start_leaves_a_gap() {
        var ask = new Ask();
        ask.segments = List.of(Segment.handsOn(60));
        ask.demands = new Demands(0, 0, Set.of(), null, List.of(), true);
        ask.busy(ROBIN.value(), "2026-12-07T10:30", "2026-12-07T12:00");
        assertThat(ask.times()).containsExactly("09:00", "09:30");
    }

    @Test
    void joins_hours_that_touch() {
        var ask = new Ask();
        ask.hours.add(works(ROBIN, MONDAY, "12:00", "13:00"));
        ask.segments = List.of(Segment.handsOn(120));
        assertThat(ask.times()).contains("11:00");
    }

    @Test
    void keeps_notice_and_horizon() {
        var ask = new Ask();
        ask.now = DAY.atTime(9, 0).atZone(NEW_YORK).toInstant();
        ask.notice = 60;
        ask.to = DAY.plusDays(28);
        ask.horizon = 14;
        assertThat(ask.openings())
                .startsWith("2026-12-07T10:00-05:00")
                .endsWith("2026-12-21T11:30-05:00")
                .hasSize(4 + 6 + 6);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2027-03-14, -05:00, -04:00",
        "America/Chicago, 2027-03-14, -06:00, -05:00",
    })
    void offers_no_time_that_the_clock_skips_in_spring(ZoneId zone, LocalDate sunday, String before, String after) {
        var ask = changeOfClocks(zone, sunday);
        assertThat(ask.openings())
                .containsExactly(
                        sunday + "T00:30" + before,
                        sunday + "T01:00" + before,
                        sunday + "T01:30" + before,
                        sunday + "T03:00" + after,
                        sunday + "T03:30" + after,
                        sunday + "T13:00" + after,
                        sunday + "T13:30" + after);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-11-01, -04:00, -05:00",
        "America/Chicago, 2026-11-01, -05:00, -06:00",
    })
    void offers_a_time_that_comes_twice_in_autumn_once(ZoneId zone, LocalDate sunday, String before, String after) {
        var ask = changeOfClocks(zone, sunday);
        assertThat(ask.openings())
                .containsExactly(
                        sunday + "T00:30" + before,
                        sunday + "T01:00" + before,
                        sunday + "T01:30" + before,
                        sunday + "T02:00" + after,
                        sunday + "T02:30" + after,
                        sunday + "T03:00" + after,
                        sunday + "T03:30" + after,
                        sunday + "T13:00" + after,
                        sunday + "T13:30" + after);
    }

    private static Ask changeOfClocks(ZoneId zone, LocalDate sunday) {
        var ask = new Ask();
        ask.zone = zone;
        ask.from = sunday;
        ask.to = sunday;
        ask.now = sunday.minusDays(7).atStartOfDay(zone).toInstant();
        ask.hours = new ArrayList<>(
                List.of(works(ROBIN, SUNDAY, "00:30", "04:00"), works(ROBIN, SUNDAY, "13:00", "14:00")));
        return ask;
    }

    @Test
    void agrees_with_looking_at_every_minute() {
        var seed = Long.getLong("needlepoint.seed", System.nanoTime());
        System.out.println("needlepoint.seed=" + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int cases = Integer.getInteger("needlepoint.cases", 200);
        int found = 0;
        for (int i = 0; i < cases; i++) {
            var question = anything(random).question();
            var slots = Openings.of(question);
            found += slots.size();
            assertThat(slots)
                    .as("case %d of seed %d: %s", i, seed, question)
                    .isEqualTo(new MinuteByMinute(question).openings());
        }
        assertThat(found).as("most cases should have openings").isGreaterThan(cases * 2);
    }

    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Chicago",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "America/St_Johns",
            "Pacific/Apia");
    /// Days with a change of clocks somewhere above, and others; Apia had no 30 December 2011.
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2027, 3, 14),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2027, 4, 4),
            LocalDate.of(2026, 10, 4),
            LocalDate.of(2011, 12, 30),
            LocalDate.of(2026, 12, 7));

    private static Ask anything(RandomGenerator random) {
        var ask = new Ask();
        ask.zone = ZoneId.of(pick(random, ZONES));
        var around = pick(random, DAYS);
        ask.from = around.minusDays(random.nextInt(3));
        ask.to = ask.from.plusDays(random.nextInt(4));
        ask.now = around.atStartOfDay(ask.zone)
                .toInstant()
                .minusSeconds(random.nextInt(5) * 43_200L - random.nextInt(43_200));
        ask.horizon = 1 + random.nextInt(6);
        ask.notice = random.nextInt(4) * 45;
        ask.grid = 5 * (1 + random.nextInt(12));
        ask.audience = pick(random, List.of(Audience.values()));
        ask.modality = pick(random, List.of(Modality.values()));
        ask.segments = random.nextBoolean()
                ? List.of(Segment.handsOn(5 + random.nextInt(90)))
                : List.of(
                        Segment.handsOn(5 + random.nextInt(15)),
                        Segment.needlesIn(5 + random.nextInt(30)),
                        Segment.handsOn(5 + random.nextInt(15)));
        ask.offers = random.nextBoolean()
                ? List.of(new Offer(SERVICE, ROBIN, HERE))
                : List.of(
                        new Offer(SERVICE, ROBIN, HERE),
                        new Offer(SERVICE, SAM, HERE),
                        new Offer(SERVICE, ROBIN, THERE));
        ask.rooms = random.nextInt(3) == 0 ? List.of() : List.of(ROOM_1, ROOM_2).subList(0, 1 + random.nextInt(2));
        ask.hours = new ArrayList<>();
        for (int i = random.nextInt(24); i >= 0; i--) {
            var span = span(random);
            ask.hours.add(new WorkingHours(
                    pick(random, List.of(ROBIN, SAM)),
                    pick(random, List.of(HERE, THERE)),
                    pick(random, List.of(DayOfWeek.values())),
                    span[0],
                    span[1],
                    random.nextInt(4) == 0 ? around : ALWAYS,
                    random.nextInt(4) == 0 ? around : null));
        }
        for (int i = random.nextInt(3) == 0 ? random.nextInt(12) : 0; i > 0; i--) {
            var span = span(random);
            ask.windows.add(new ServiceWindow(
                    SERVICE,
                    pick(random, List.of(Audience.values())),
                    pick(random, List.of(DayOfWeek.values())),
                    span[0],
                    span[1]));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            ask.closures.add(closure(random, around));
        }
        for (int i = random.nextInt(4) == 0 ? random.nextInt(12) : 0; i > 0; i--) {
            var span = span(random);
            ask.openHours.add(new OpenHours(
                    pick(random, List.of(HERE, THERE)),
                    pick(random, List.of(DayOfWeek.values())),
                    span[0],
                    span[1],
                    random.nextInt(4) == 0 ? around : ALWAYS,
                    random.nextInt(4) == 0 ? around : null));
        }
        ask.demands = demands(random);
        ask.equipment = List.of(TABLE_1, TABLE_2, ULTRASOUND).subList(0, random.nextInt(4));
        for (int i = random.nextInt(3); i > 0; i--) {
            ask.held.add(new HeldCredential(
                    pick(random, List.of(ROBIN, SAM)), COURSE, random.nextBoolean() ? around : ALWAYS, null));
        }
        for (int i = random.nextInt(14); i > 0; i--) {
            var resource = pick(
                    random,
                    List.of(
                            ROBIN.value(),
                            SAM.value(),
                            PATIENT,
                            ROOM_1.value(),
                            ROOM_2.value(),
                            TABLE_1.id().value(),
                            ULTRASOUND.id().value()));
            long start = around.atStartOfDay(ask.zone).toEpochSecond() + (random.nextInt(2 * 1440) - 720) * 60L;
            ask.busy.merge(resource, Spans.of(start, start + (1 + random.nextInt(180)) * 60L), Spans::plus);
        }
        return ask;
    }

    private static Demands demands(RandomGenerator random) {
        boolean buffers = random.nextInt(3) == 0;
        return new Demands(
                buffers ? 5 * random.nextInt(5) : 0,
                buffers ? 5 * random.nextInt(5) : 0,
                Set.of(),
                random.nextInt(8) == 0 ? COURSE : null,
                random.nextInt(5) == 0 ? List.of(Equipment.Kind.TABLE, Equipment.Kind.ULTRASOUND) : List.of(),
                random.nextInt(3) == 0);
    }

    private static Closure closure(RandomGenerator random, LocalDate around) {
        var first = around.plusDays(random.nextInt(5) - 2);
        var kind = pick(random, List.of(Closure.Kind.values()));
        var span = span(random);
        boolean allDay = kind != Closure.Kind.OTHER_HOURS && random.nextBoolean();
        var who = random.nextInt(3) == 0 ? ROBIN : null;
        var where = (who != null && kind == Closure.Kind.OTHER_HOURS) || random.nextBoolean() ? HERE : null;
        return new Closure(
                UUID.randomUUID(),
                kind,
                who,
                where,
                first,
                first.plusDays(random.nextInt(2)),
                allDay ? null : span[0],
                allDay ? null : span[1],
                LABEL);
    }

    private static LocalTime[] span(RandomGenerator random) {
        int opens = random.nextInt(285);
        int closes = opens + 1 + random.nextInt(Math.min(120, 287 - opens));
        return new LocalTime[] {LocalTime.ofSecondOfDay(opens * 300L), LocalTime.ofSecondOfDay(closes * 300L)};
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
