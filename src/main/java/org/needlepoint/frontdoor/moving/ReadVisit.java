package org.needlepoint.frontdoor.moving;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.frontdoor.moving.Finding.Problem;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Place;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.ServiceId;

/// Reads a row with the practice's own services, practitioners and locations beside it.
///
/// @param now   visits before this have been
/// @param reader the language in which the list is imported; messages to the patients go out in it
record ReadVisit(
        Practice practice,
        List<Service> services,
        List<Practitioner> people,
        List<Offer> offers,
        Instant now,
        Locale reader) {
    /// What came of it.
    sealed interface Reading {
        /// A visit that could be booked.
        record Visit(Demographics who, ServiceId service, Instant start, Place place) implements Reading {}

        /// Some cells cannot be used, in the order of the columns.
        record Wrong(List<Problem> problems) implements Reading {}
    }

    Reading read(VisitList.Row row) {
        var problems = new ArrayList<Problem>();
        var who = person(row, problems);
        var service = service(row, problems);
        var offer = service.flatMap(found -> offer(row, found, problems));
        var local = local(row, problems);
        var start = offer.flatMap(found -> local.flatMap(time -> start(time, zone(found.location()), problems)));
        var minutes = minutes(row, problems);
        if (who.isEmpty() || offer.isEmpty() || start.isEmpty() || !problems.isEmpty()) {
            return new Reading.Wrong(List.copyOf(problems));
        }
        var place = Place.at(offer.get().practitioner(), offer.get().location(), start.get());
        return new Reading.Visit(
                who.get(),
                offer.get().service(),
                start.get(),
                minutes.map(place::lasting).orElse(place));
    }

    /// The length where it is said; else as long as the service.
    private static Optional<Integer> minutes(VisitList.Row row, List<Problem> problems) {
        var written = row.in(Column.MINUTES).replaceFirst("\\s*min.*$", "");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int minutes = written.matches("\\d{1,3}") ? Integer.parseInt(written) : 0;
        if (minutes < Place.STEP_MINUTES || minutes > 480 || minutes % Place.STEP_MINUTES != 0) {
            problems.add(Problem.of(Column.MINUTES, "moving.wrong.minutes", row.in(Column.MINUTES)));
            return Optional.empty();
        }
        return Optional.of(minutes);
    }

    private Optional<Demographics> person(VisitList.Row row, List<Problem> problems) {
        var born = row.in(Column.BIRTH_DATE);
        var form = new DemographicsForm(
                row.name(),
                WrittenTimes.date(born, practice.country())
                        .map(LocalDate::toString)
                        .orElse(born),
                row.in(Column.PHONE),
                row.in(Column.EMAIL));
        var today = LocalDate.ofInstant(now, practice.zone());
        return switch (form.read(today, practice.country(), reader)) {
            case DemographicsForm.Reading.Valid(var demographics) -> Optional.of(demographics);
            case DemographicsForm.Reading.Invalid(var flaws) -> {
                flaws.forEach(flaw -> problems.add(Problem.of(column(flaw.field()), flaw.messageKey())));
                yield Optional.empty();
            }
        };
    }

    private static Column column(String field) {
        return switch (field) {
            case "birthDate" -> Column.BIRTH_DATE;
            case "phone" -> Column.PHONE;
            case "email" -> Column.EMAIL;
            default -> Column.NAME;
        };
    }

    private Optional<Service> service(VisitList.Row row, List<Problem> problems) {
        var named = named(
                services,
                row.in(Column.SERVICE),
                service -> Stream.of(
                        service.name().in(Locale.ENGLISH), service.name().in(Locale.of("es"))));
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        problems.add(
                Problem.of(Column.SERVICE, "moving.wrong.service", row.in(Column.SERVICE), all(services, this::name)));
        return Optional.empty();
    }

    private String name(Service service) {
        return service.name().in(reader);
    }

    /// Who offers the service where: the one named, or the only one there is.
    private Optional<Offer> offer(VisitList.Row row, Service service, List<Problem> problems) {
        var offered = offers.stream()
                .filter(offer -> offer.service().equals(service.id()))
                .filter(offer -> people.stream().anyMatch(person -> person.id().equals(offer.practitioner())))
                .toList();
        var by = wanted(
                offered,
                row.in(Column.PRACTITIONER),
                offer -> practitioner(offer).stream().flatMap(person -> Stream.of(person.name(), person.titledName())));
        if (by.stream().map(Offer::practitioner).distinct().count() != 1) {
            problems.add(Problem.of(
                    Column.PRACTITIONER,
                    "moving.wrong.practitioner",
                    row.in(Column.PRACTITIONER),
                    all(
                            offered,
                            offer -> practitioner(offer).map(Practitioner::name).orElse(""))));
            return Optional.empty();
        }
        var at = wanted(
                by, row.in(Column.LOCATION), offer -> location(offer).stream().map(Practice.Location::name));
        if (at.size() != 1) {
            problems.add(Problem.of(
                    Column.LOCATION,
                    "moving.wrong.location",
                    row.in(Column.LOCATION),
                    all(
                            by,
                            offer ->
                                    location(offer).map(Practice.Location::name).orElse(""))));
            return Optional.empty();
        }
        return Optional.of(at.getFirst());
    }

    private Optional<Practitioner> practitioner(Offer offer) {
        return people.stream()
                .filter(person -> person.id().equals(offer.practitioner()))
                .findFirst();
    }

    private Optional<Practice.Location> location(Offer offer) {
        return practice.locations().stream()
                .filter(each -> each.id().equals(offer.location()))
                .findFirst();
    }

    private static <T> List<T> wanted(List<T> all, String words, Function<T, Stream<String>> names) {
        return words.isBlank() ? all : named(all, words, names);
    }

    private static <T> List<T> named(List<T> all, String words, Function<T, Stream<String>> names) {
        var wanted = Column.plain(words);
        Predicate<String> same = name -> Column.plain(name).equals(wanted);
        return all.stream().filter(each -> names.apply(each).anyMatch(same)).toList();
    }

    private static <T> String all(List<T> offered, Function<T, String> name) {
        return offered.stream()
                .map(name)
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Optional<LocalDateTime> local(VisitList.Row row, List<Problem> problems) {
        if (!row.in(Column.START).isEmpty()) {
            var both = WrittenTimes.both(row.in(Column.START), practice.country());
            if (both.isEmpty()) {
                problems.add(Problem.of(Column.START, "moving.wrong.start", row.in(Column.START)));
            }
            return both;
        }
        var day = WrittenTimes.date(row.in(Column.DATE), practice.country());
        var time = WrittenTimes.time(row.in(Column.TIME));
        if (day.isEmpty()) {
            problems.add(Problem.of(Column.DATE, "moving.wrong.date", row.in(Column.DATE)));
        }
        if (time.isEmpty()) {
            problems.add(Problem.of(Column.TIME, "moving.wrong.time", row.in(Column.TIME)));
        }
        return day.flatMap(date -> time.map(date::atTime));
    }

    /// Of two equal local times the first; a time that the clocks leap over is none.
    private Optional<Instant> start(LocalDateTime local, ZoneId zone, List<Problem> problems) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            problems.add(Problem.of(Column.TIME, "moving.wrong.leapt"));
            return Optional.empty();
        }
        var start = local.atZone(zone).toInstant();
        if (!start.isAfter(now)) {
            problems.add(Problem.of(Column.DATE, "moving.wrong.past"));
            return Optional.empty();
        }
        return Optional.of(start);
    }

    private ZoneId zone(UUID location) {
        return practice.locations().stream()
                .filter(each -> each.id().equals(location))
                .findFirst()
                .map(Practice.Location::zone)
                .orElse(practice.zone());
    }
}
