package org.needlepoint.scheduling.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.needlepoint.notifications.KeepQuiet;
import org.needlepoint.notifications.QuietHours;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what the rule of the waiting list needs.
@Component
class FindMatches {
    private static final int VISITS_LOOKED_AT = 200;

    private final WaitingRows wishes;
    private final OfferRows offers;
    private final FindOpenings findOpenings;
    private final Services services;
    private final Calendar calendar;
    private final Patients patients;
    private final KeepQuiet quiet;
    private final Clock clock;

    FindMatches(
            WaitingRows wishes,
            OfferRows offers,
            FindOpenings findOpenings,
            Services services,
            Calendar calendar,
            Patients patients,
            KeepQuiet quiet,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.findOpenings = findOpenings;
        this.services = services;
        this.calendar = calendar;
        this.patients = patients;
        this.quiet = quiet;
        this.clock = clock;
    }

    /// An opening for somebody, and how long it is kept for their answer.
    record Found(Wish wish, Opening opening, AnswerTime time) {}

    /// Who is offered what now; those who are being asked already are left alone.
    @Transactional(readOnly = true)
    public List<Found> round(PracticeId practice) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        var everybody = wishes.waiting(practice, today);
        var asked = offers.open(practice, everybody.stream().map(Wish::id).toList());
        var waiting =
                everybody.stream().filter(wish -> !asked.containsKey(wish.id())).toList();
        return waiting.isEmpty()
                ? List.of()
                : found(practice, waiting, services.active(practice), today, quiet.of(practice), now);
    }

    private List<Found> found(
            PracticeId practice,
            List<Wish> waiting,
            List<Service> offered,
            LocalDate today,
            QuietHours hours,
            Instant now) {
        var byId = new HashMap<ServiceId, Service>();
        offered.forEach(service -> byId.put(service.id(), service));
        var openings = openings(practice, waiting, byId, today);
        var before = offers.offered(practice, waiting.stream().map(Wish::id).toList());
        var candidates = waiting.stream()
                .map(wish -> new Matching.Candidate(
                        wish,
                        Optional.ofNullable(before.get(wish.id())).orElse(Set.of()),
                        busy(practice, wish.patient(), now)))
                .toList();
        var found = new ArrayList<Found>();
        Matching.of(
                        candidates,
                        service -> Optional.ofNullable(openings.get(service)).orElse(List.of()),
                        (wish, opening) -> time(wish, opening, byId, hours, now).isPresent())
                .forEach(match -> time(match.wish(), match.opening(), byId, hours, now)
                        .ifPresent(time -> found.add(new Found(match.wish(), match.opening(), time))));
        return List.copyOf(found);
    }

    private static Optional<AnswerTime> time(
            Wish wish, Opening opening, Map<ServiceId, Service> services, QuietHours hours, Instant now) {
        var ofService = Optional.ofNullable(services.get(wish.wanted().service()))
                .map(service -> Duration.ofMinutes(service.minimumNoticeMinutes()))
                .orElse(Duration.ZERO);
        var ofPatient = Duration.ofHours(wish.wanted().noticeHours());
        var notice = ofService.compareTo(ofPatient) > 0 ? ofService : ofPatient;
        var deadline = opening.start().toInstant().minus(notice);
        return AnswerTime.of(now.atZone(opening.start().getZone()), deadline, hours);
    }

    /// The openings of each service that somebody waits for, to the last day on which anybody would come.
    private Map<ServiceId, List<Opening>> openings(
            PracticeId practice, List<Wish> waiting, Map<ServiceId, Service> services, LocalDate today) {
        var openings = new HashMap<ServiceId, List<Opening>>();
        var last = new HashMap<ServiceId, LocalDate>();
        waiting.forEach(wish -> last.merge(
                wish.wanted().service(), wish.wanted().until(), (one, other) -> one.isAfter(other) ? one : other));
        last.forEach((service, until) -> {
            var offered = services.get(service);
            if (offered != null) {
                var horizon = today.plusDays(offered.horizonDays() + 2L);
                openings.put(service, openings(practice, service, today, until.isAfter(horizon) ? horizon : until));
            }
        });
        return openings;
    }

    private List<Opening> openings(PracticeId practice, ServiceId service, LocalDate first, LocalDate last) {
        var openings = new ArrayList<Opening>();
        for (var from = first; !from.isAfter(last); from = from.plusDays(FindOpenings.MOST_DAYS)) {
            var to = from.plusDays(FindOpenings.MOST_DAYS - 1L);
            var wish = new FindOpenings.Wish(service, from, to.isAfter(last) ? last : to, null, null);
            if (findOpenings.find(practice, wish) instanceof FindOpenings.Search.Found(var found)) {
                openings.addAll(found);
            }
        }
        openings.sort(Comparator.comparing(Opening::start));
        return openings;
    }

    /// When the person is elsewhere in this practice, under this chart or as a guest who was linked to it.
    private List<Matching.Span> busy(PracticeId practice, PatientId id, Instant now) {
        var everyName = patients.find(practice, id).stream()
                .flatMap(patient -> Stream.concat(
                        Stream.of(patient.id(), patient.chart()),
                        patients.linkedTo(practice, patient.chart()).stream().map(Patient::id)))
                .distinct()
                .toList();
        return calendar.ofPatients(practice, everyName, VISITS_LOOKED_AT).stream()
                .filter(visit -> visit.status() == Appointment.Status.BOOKED
                        && visit.startsAt().isAfter(now))
                .map(visit -> new Matching.Span(visit.startsAt(), visit.endsAt()))
                .toList();
    }
}
