package org.needlepoint.interop.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/// A visit's calendar file, read back as a calendar reads it.
class CalendarFileTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final CalendarFile.Organizer HARBOR =
            new CalendarFile.Organizer("Harbor; \"A, B\"", "mailto:desk@harbor.example.org");

    private static CalendarFile.Event visit(int sequence, boolean cancelled) {
        return visit(sequence, cancelled, Instant.parse("2026-12-07T12:00:00Z"));
    }

    private static CalendarFile.Event visit(int sequence, boolean cancelled, Instant start) {
        return new CalendarFile.Event(
                "0193@needlepoint",
                sequence,
                Instant.parse("2026-12-02T15:00:00Z"),
                start,
                start.plus(Duration.ofMinutes(20)),
                NEW_YORK,
                "Appointment with Harbor; \"A, B\"\nX",
                "9 Ropewalk Lane, Baltimore",
                "Move or cancel: http://localhost/p/x/manage/y",
                "http://localhost/p/x/manage/y",
                HARBOR,
                cancelled);
    }

    private static Calendar read(byte[] file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElseThrow();
    }

    @Test
    void carries_local_time_and_the_rules_of_its_zone() throws Exception {
        var calendar = read(CalendarFile.of(visit(0, false)));
        assertThat(calendar.getComponent(Component.VTIMEZONE)).isPresent();
        assertThat(value(event(calendar), Property.DTSTART)).isEqualTo("20261207T070000");
        assertThat(value(event(calendar), Property.DTEND)).isEqualTo("20261207T072000");
        assertThat(new String(CalendarFile.of(visit(0, false)), UTF_8))
                .contains("DTSTART;TZID=America/New_York:20261207T070000");
    }

    @Test
    void keeps_its_uid_and_raises_its_sequence_when_the_visit_moves() throws Exception {
        var before = event(read(CalendarFile.of(visit(0, false))));
        var after = event(read(CalendarFile.of(visit(1, false))));
        assertThat(value(after, Property.UID)).isEqualTo(value(before, Property.UID));
        assertThat(value(after, Property.SEQUENCE)).isEqualTo("1");
    }

    @Test
    void asks_the_calendar_to_take_a_cancelled_visit_out() throws Exception {
        var cancelled = read(CalendarFile.of(visit(2, true)));
        assertThat(cancelled.getProperty(Property.METHOD).map(Property::getValue))
                .hasValue("CANCEL");
        assertThat(value(event(cancelled), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(event(cancelled), Property.SEQUENCE)).isEqualTo("2");
        assertThat(read(CalendarFile.of(visit(0, false)))
                        .getProperty(Property.METHOD)
                        .map(Property::getValue))
                .hasValue("PUBLISH");
    }

    @Test
    void names_who_publishes_it_as_the_rules_for_publishing_ask() throws Exception {
        for (boolean cancelled : new boolean[] {false, true}) {
            var calendar = read(CalendarFile.of(visit(2, cancelled)));
            assertThat(value(event(calendar), Property.ORGANIZER)).isEqualTo("mailto:desk@harbor.example.org");
            assertThat(calendar.validate().hasErrors()).isFalse();
        }
    }

    @Test
    void says_the_second_of_two_equal_local_times_in_universal_time() {
        var first = new String(CalendarFile.of(visit(0, false, Instant.parse("2026-11-01T05:30:00Z"))), UTF_8);
        var second = new String(CalendarFile.of(visit(0, false, Instant.parse("2026-11-01T06:30:00Z"))), UTF_8);
        assertThat(first).contains("DTSTART;TZID=America/New_York:20261101T013000");
        assertThat(second).contains("DTSTART:20261101T063000Z").contains("DTEND:20261101T065000Z");
    }

    @Test
    void writes_lines_that_end_and_fold_as_the_format_asks() {
        assertThat(new String(CalendarFile.of(visit(0, false)), UTF_8).split("\r\n", -1))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75))
                .noneMatch(line -> line.contains("\n"));
    }

    @Test
    void survives_quotes_commas_and_line_breaks_in_a_name() throws Exception {
        assertThat(value(event(read(CalendarFile.of(visit(0, false)))), Property.SUMMARY))
                .isEqualTo("Appointment with Harbor; \"A, B\"\nX");
    }
}
