package org.needlepoint.interop.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/// A visit's calendar file, read back as a calendar reads it.
class CalendarFileTest {
    private static CalendarFile.Event visit(int sequence, boolean cancelled) {
        return new CalendarFile.Event(
                "0193@needlepoint",
                sequence,
                Instant.parse("2026-12-02T15:00:00Z"),
                LocalDateTime.parse("2026-12-07T07:00"),
                ZoneId.of("America/New_York"),
                Duration.ofMinutes(20),
                "Appointment with Harbor; \"A, B\"\nX",
                "9 Ropewalk Lane, Baltimore",
                "Move or cancel: http://localhost/p/x/manage/y",
                "http://localhost/p/x/manage/y",
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
        assertThat(new String(CalendarFile.of(visit(0, false)), java.nio.charset.StandardCharsets.UTF_8))
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
    void says_when_the_visit_is_cancelled() throws Exception {
        assertThat(value(event(read(CalendarFile.of(visit(2, true)))), Property.STATUS))
                .isEqualTo("CANCELLED");
    }

    @Test
    void survives_quotes_commas_and_line_breaks_in_a_name() throws Exception {
        assertThat(value(event(read(CalendarFile.of(visit(0, false)))), Property.SUMMARY))
                .isEqualTo("Appointment with Harbor; \"A, B\"\nX");
    }
}
