package org.needlepoint.scheduling.series;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closures;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.springframework.transaction.annotation.Transactional;

/// Proposes the visits of a series to a patient.
@org.springframework.stereotype.Service
public class ProposeSeries {
    private static final int DAYS_AROUND = 7;
    private static final int MOST_VISITS_LOOKED_AT = 200;

    private final Services services;
    private final FindOpenings findOpenings;
    private final Calendar calendar;
    private final Closures closures;
    private final Patients patients;
    private final SamePerson samePerson;
    private final Practices practices;
    private final Clock clock;

    ProposeSeries(
            Services services,
            FindOpenings findOpenings,
            Calendar calendar,
            Closures closures,
            Patients patients,
            SamePerson samePerson,
            Practices practices,
            Clock clock) {
        this.services = services;
        this.findOpenings = findOpenings;
        this.calendar = calendar;
        this.closures = closures;
        this.patients = patients;
        this.samePerson = samePerson;
        this.practices = practices;
        this.clock = clock;
    }

    /// What is looked for.
    ///
    /// @param practitioner only theirs; null: anybody's
    /// @param location     only there; null: anywhere
    public record Wish(
            PatientId patient,
            ServiceId service,
            @Nullable PractitionerId practitioner,
            @Nullable UUID location,
            Rhythm rhythm) {}

    /// What came of it.
    public sealed interface Search {
        /// Every visit of the rhythm, checked.
        record Proposed(Proposal proposal) implements Search {}

        /// Refused: no such patient, service, practitioner or location here.
        record Unknown(String field) implements Search {}
    }

    /// Checks every visit of a rhythm against what is free for this patient.
    @Transactional(readOnly = true)
    public Search propose(PracticeId practice, Wish wish) {
        var patient = patients.find(practice, wish.patient());
        var service = services.find(practice, wish.service()).filter(Service::active);
        if (patient.isEmpty() || service.isEmpty()) {
            return new Search.Unknown(patient.isEmpty() ? "patient" : "service");
        }
        var days = wish.rhythm().days();
        var first = days.getFirst().minusDays(DAYS_AROUND);
        var last = days.getLast().plusDays(DAYS_AROUND);
        var zone = practices.find(practice).orElseThrow(NotFound::new).zone();
        var horizon = LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(service.get().horizonDays());
        var openings = new ArrayList<Opening>();
        for (var from = first; !from.isAfter(last); from = from.plusDays(FindOpenings.MOST_DAYS)) {
            var to = from.plusDays(FindOpenings.MOST_DAYS - 1L);
            var part = new FindOpenings.Wish(
                    wish.service(), from, to.isAfter(last) ? last : to, wish.practitioner(), wish.location());
            switch (findOpenings.find(practice, part)) {
                case FindOpenings.Search.Found(var found) -> openings.addAll(found);
                case FindOpenings.Search.Unknown(var field) -> {
                    return new Search.Unknown(field);
                }
                case FindOpenings.Search.Backwards _, FindOpenings.Search.TooLong _ ->
                    throw new IllegalStateException("the days were cut to what a search allows");
            }
        }
        var given = new Proposal.Calendar(
                openings,
                visits(practice, patient.get(), wish.service()),
                closed(practice, wish, first, last),
                horizon);
        return new Search.Proposed(Proposal.of(wish.rhythm(), given));
    }

    /// What the person has booked, under this chart or as a guest who was linked to it.
    private List<Proposal.Visit> visits(PracticeId practice, Patient patient, ServiceId service) {
        return calendar.ofPatients(practice, samePerson.of(practice, patient), MOST_VISITS_LOOKED_AT).stream()
                .filter(visit ->
                        visit.status() != Appointment.Status.CANCELLED && visit.status() != Appointment.Status.NO_SHOW)
                .map(visit -> new Proposal.Visit(
                        visit.startsAt(),
                        visit.endsAt(),
                        visit.localStart(),
                        visit.service().equals(service)))
                .toList();
    }

    /// The days on which everybody who could take the visits is away all day, with the words for it.
    private Map<LocalDate, Texts> closed(PracticeId practice, Wish wish, LocalDate first, LocalDate last) {
        var offers = services.offers(practice).stream()
                .filter(offer -> offer.service().equals(wish.service()))
                .filter(offer ->
                        wish.practitioner() == null || offer.practitioner().equals(wish.practitioner()))
                .filter(offer -> wish.location() == null || offer.location().equals(wish.location()))
                .toList();
        var wholeDays = closures.between(practice, first, last).stream()
                .filter(closure -> closure.kind() == Closure.Kind.CLOSED && closure.opens() == null)
                .toList();
        var closed = new HashMap<LocalDate, Texts>();
        for (var day : wish.rhythm().days()) {
            var why = offers.stream().map(offer -> away(offer, day, wholeDays)).toList();
            if (!why.isEmpty() && why.stream().allMatch(Optional::isPresent)) {
                why.getFirst().ifPresent(closure -> closed.put(day, closure.label()));
            }
        }
        return closed;
    }

    private static Optional<Closure> away(Offer offer, LocalDate day, List<Closure> wholeDays) {
        return wholeDays.stream()
                .filter(closure -> !day.isBefore(closure.firstDay()) && !day.isAfter(closure.lastDay()))
                .filter(closure ->
                        closure.practitioner() == null || closure.practitioner().equals(offer.practitioner()))
                .filter(closure ->
                        closure.location() == null || closure.location().equals(offer.location()))
                .findFirst();
    }
}
