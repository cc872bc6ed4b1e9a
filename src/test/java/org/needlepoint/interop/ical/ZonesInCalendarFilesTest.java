package org.needlepoint.interop.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The zone rules inside a calendar file, read by a calendar program that trusts nothing else.
class ZonesInCalendarFilesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

    private static CalendarFile.Event visit(ZoneId zone, Instant start) {
        return new CalendarFile.Event(
                "x", 0, FROM, start, start.plus(Duration.ofHours(1)), zone, "Busy", "", "", null, null, false);
    }

    /// Reads the file with its own zone rules only: under a name that no program knows.
    private static VTimeZone read(ZoneId zone, Instant... visits) throws Exception {
        var file = new String(
                CalendarFile.feed(
                        "x", List.of(visits).stream().map(at -> visit(zone, at)).toList()),
                UTF_8);
        return new CalendarBuilder()
                .build(new StringReader(file.replace(zone.getId(), "Nowhere/At_All")))
                .<VTimeZone>getComponent(Component.VTIMEZONE)
                .orElseThrow();
    }

    /// As RFC 5545 says it: the observance whose onset is the latest that is not after the moment.
    private static ZoneOffset offset(VTimeZone rules, Instant at) {
        return rules.getObservances().stream()
                .flatMap(each -> onsets(each).map(onset -> Map.entry(onset, each)))
                .filter(each -> !each.getKey().isAfter(at))
                .max(Map.Entry.comparingByKey())
                .orElseThrow(() -> new AssertionError("no rule holds at " + at))
                .getValue()
                .<TzOffsetTo>getProperty(Property.TZOFFSETTO)
                .orElseThrow()
                .getOffset();
    }

    private static Stream<Instant> onsets(Observance observance) {
        var first = observance
                .<DtStart<LocalDateTime>>getProperty(Property.DTSTART)
                .orElseThrow()
                .getDate();
        var before = observance
                .<TzOffsetFrom>getProperty(Property.TZOFFSETFROM)
                .orElseThrow()
                .getOffset();
        return observance
                .<RRule<LocalDateTime>>getProperty(Property.RRULE)
                .map(rule -> rule.getRecur().getDates(first, LocalDateTime.of(2040, 1, 1, 0, 0)))
                .orElse(List.of(first))
                .stream()
                .map(local -> local.toInstant(before));
    }

    /// The seconds beside each change of ten years, and a summer's and a winter's day of each year.
    private static List<Instant> moments(ZoneId zone) {
        var moments = new ArrayList<Instant>();
        for (int year = 2026; year < 2036; year++) {
            moments.add(Instant.parse(year + "-01-15T12:00:00Z"));
            moments.add(Instant.parse(year + "-07-15T12:00:00Z"));
        }
        var change = zone.getRules().nextTransition(FROM);
        while (change != null && change.getInstant().isBefore(TO)) {
            moments.add(change.getInstant().minusSeconds(1));
            moments.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return moments;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "America/Chicago",
                "America/Phoenix",
                "America/Santiago",
                "America/Nuuk",
                "Europe/Dublin",
                "Europe/Madrid",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Gaza",
                "Asia/Kolkata",
                "Asia/Tehran",
                "Australia/Lord_Howe",
                "Australia/Sydney",
                "Pacific/Chatham",
                "Pacific/Apia",
                "UTC"
            })
    void agree_with_the_application_at_every_change_of_ten_years(String name) throws Exception {
        var zone = ZoneId.of(name);
        var rules = read(zone, FROM, TO);
        for (var at : moments(zone)) {
            assertThat(offset(rules, at))
                    .as("%s at %s", zone, at)
                    .isEqualTo(zone.getRules().getOffset(at));
        }
    }

    @Test
    void agree_at_the_time_of_a_single_visit_in_any_zone_of_the_world() throws Exception {
        for (var name : zones()) {
            var zone = ZoneId.of(name);
            for (var at : List.of(Instant.parse("2026-12-07T12:00:00Z"), Instant.parse("2027-06-30T12:00:00Z"))) {
                assertThat(offset(read(zone, at), at))
                        .as("%s at %s", zone, at)
                        .isEqualTo(zone.getRules().getOffset(at));
            }
        }
    }

    /// Java's own: the library that reads the file adds some of its making.
    private static Set<String> zones() {
        var zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        zones.retainAll(Set.of(TimeZone.getAvailableIDs()));
        return zones;
    }

    @Test
    void are_one_yearly_rule_each_for_summer_and_winter_where_the_zone_has_them() throws Exception {
        assertThat(read(ZoneId.of("America/New_York"), FROM).getObservances())
                .extracting(
                        Observance::getName,
                        each -> each.getProperty(Property.RRULE)
                                .map(Property::getValue)
                                .orElse("none"))
                .containsExactlyInAnyOrder(
                        tuple("DAYLIGHT", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
                        tuple("STANDARD", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"));
    }

    @Test
    void stand_once_for_each_zone_of_a_feed() {
        var file = new String(
                CalendarFile.feed(
                        "x",
                        List.of(
                                visit(ZoneId.of("America/New_York"), FROM),
                                visit(ZoneId.of("America/New_York"), TO),
                                visit(ZoneId.of("America/Chicago"), FROM))),
                UTF_8);
        assertThat(file.split("BEGIN:VTIMEZONE", -1)).hasSize(3);
    }
}
