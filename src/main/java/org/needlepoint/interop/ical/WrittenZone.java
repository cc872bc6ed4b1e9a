package org.needlepoint.interop.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/// A zone's rules as a calendar file carries them (RFC 5545, 3.6.5). They are Java's own, with which every visit was
/// booked: a program that reads the file sees the time that was promised, even where its own rules are older.
///
/// Where the clock changes on the nth or last weekday of a month, it is said as a yearly rule, which is all that some
/// programs understand; where it does not, or the rules changed lately, each change of the years in question stands for
/// itself.
final class WrittenZone {
    private static final LocalDateTime FROM_THE_START = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    /// Weekdays and leap years come round again after 28 years.
    private static final int CYCLE = 28;

    private WrittenZone() {}

    /// The rules of a zone that hold between two instants, and a year around them.
    static VTimeZone of(ZoneId zone, Instant first, Instant last) {
        return new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances(zone, first, last)));
    }

    private static List<Observance> observances(ZoneId zone, Instant first, Instant last) {
        var rules = zone.getRules();
        int year = first.atZone(zone).getYear() - 1;
        if (yearly(rules, year)) {
            var found = rules.getTransitionRules().stream()
                    .map(rule -> recurring(zone, rule, year))
                    .flatMap(Optional::stream)
                    .toList();
            if (found.size() == rules.getTransitionRules().size()) {
                return found;
            }
        }
        return changes(zone, Year.of(year).atDay(1).atStartOfDay(zone).toInstant(), last);
    }

    /// Whether the rules that hold for good hold since before a year.
    private static boolean yearly(ZoneRules rules, int year) {
        var once = rules.getTransitions();
        return !rules.getTransitionRules().isEmpty()
                && (once.isEmpty() || once.getLast().getDateTimeBefore().getYear() < year);
    }

    private static Optional<Observance> recurring(ZoneId zone, ZoneOffsetTransitionRule rule, int year) {
        var cycle = IntStream.range(year, year + CYCLE)
                .mapToObj(each -> rule.createTransition(each).getDateTimeBefore())
                .toList();
        var change = rule.createTransition(year);
        return NthWeekday.of(cycle).map(nth -> {
            var properties = new ArrayList<>(properties(change));
            properties.add(new RRule<LocalDateTime>(nth.rule()));
            return observance(zone, change.getInstant(), properties);
        });
    }

    /// What holds at the beginning, said as if it had always held, and each change after that.
    private static List<Observance> changes(ZoneId zone, Instant first, Instant last) {
        var rules = zone.getRules();
        var offset = rules.getOffset(first);
        var found = new ArrayList<Observance>();
        found.add(observance(zone, first, List.of(new DtStart<>(FROM_THE_START), from(offset), to(offset))));
        var change = rules.nextTransition(first);
        while (change != null && !change.getInstant().isAfter(last)) {
            found.add(observance(zone, change.getInstant(), properties(change)));
            change = rules.nextTransition(change.getInstant());
        }
        return found;
    }

    private static List<Property> properties(ZoneOffsetTransition change) {
        return List.of(
                new DtStart<>(change.getDateTimeBefore()), from(change.getOffsetBefore()), to(change.getOffsetAfter()));
    }

    private static Observance observance(ZoneId zone, Instant at, List<Property> properties) {
        var list = new PropertyList(properties).add(new TzName(NAME.format(at.atZone(zone))));
        return zone.getRules().isDaylightSavings(at) ? new Daylight(list) : new Standard(list);
    }

    private static TzOffsetFrom from(ZoneOffset offset) {
        return new TzOffsetFrom(offset);
    }

    private static TzOffsetTo to(ZoneOffset offset) {
        return new TzOffsetTo(offset);
    }
}
