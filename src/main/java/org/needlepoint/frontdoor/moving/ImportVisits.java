package org.needlepoint.frontdoor.moving;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.moving.Finding.Problem;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.PatientSearch;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Attempts;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Obstacle;
import org.needlepoint.scheduling.PlaceAppointment;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.series.BookedSeries;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;

/// Books the future visits of a list (rule F7). The dry run is the import itself, rolled back: what it finds is
/// what the import will find. Patients are not told: they know of their visits.
@Service
public class ImportVisits {
    private static final int VISITS_COMPARED = 200;

    private final PlaceAppointment placeAppointment;
    private final Patients patients;
    private final Calendar calendar;
    private final Services services;
    private final Practitioners practitioners;
    private final BookedSeries told;
    private final Attempts attempts;
    private final Clock clock;

    ImportVisits(
            PlaceAppointment placeAppointment,
            Patients patients,
            Calendar calendar,
            Services services,
            Practitioners practitioners,
            BookedSeries told,
            Attempts attempts,
            Clock clock) {
        this.placeAppointment = placeAppointment;
        this.patients = patients;
        this.calendar = calendar;
        this.services = services;
        this.practitioners = practitioners;
        this.told = told;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// A row and what became of it.
    public record Line(VisitList.Row row, Finding finding) {}

    /// What the import would do, row by row. Nothing is kept. Call it outside a transaction.
    ///
    /// @param reader the language in which the new patients will be written to
    public List<Line> tried(Practice practice, VisitList list, Locale reader, Actor actor) {
        return attempts.run(transaction -> {
            var lines = each(practice, list, reader, actor);
            transaction.setRollbackOnly();
            return lines;
        });
    }

    /// Books the good rows, all of them or, should the database fail, none. Call it outside a transaction.
    public List<Line> done(Practice practice, VisitList list, Locale reader, Actor actor) {
        return attempts.run(_ -> each(practice, list, reader, actor));
    }

    private List<Line> each(Practice practice, VisitList list, Locale reader, Actor actor) {
        var read = new ReadVisit(
                practice,
                services.active(practice.id()),
                practitioners.active(practice.id()),
                services.offers(practice.id()),
                clock.instant(),
                reader);
        var lines = new ArrayList<Line>();
        for (var row : list.rows()) {
            lines.add(new Line(
                    row,
                    switch (read.read(row)) {
                        case ReadVisit.Reading.Wrong(var problems) -> new Finding.Wrong(problems);
                        case ReadVisit.Reading.Visit visit -> book(practice, visit, actor);
                    }));
        }
        return List.copyOf(lines);
    }

    private Finding book(Practice practice, ReadVisit.Reading.Visit visit, Actor actor) {
        var known = known(practice, visit.who());
        var here = known.flatMap(patient -> at(practice.id(), patient.id(), visit.start()));
        if (here.isPresent()) {
            return new Finding.AlreadyHere(here.get());
        }
        var who = known.map(Patient::id)
                .map(BookAppointment.Who.Known::new)
                .<BookAppointment.Who>map(each -> each)
                .orElseGet(() -> new BookAppointment.Who.Guest(visit.who()));
        var placement = placeAppointment.book(practice.id(), visit.service(), who, visit.place(), actor);
        return switch (placement) {
            case Placement.Placed(var appointment) -> placed(practice, appointment, known.isEmpty(), false, actor);
            case Placement.OutsideHours _ -> beyondHours(practice, visit, who, actor);
            case Placement.InTheWay taken -> collides(taken);
            case Placement.NotOffered(var field) -> notOffered(field);
            case Placement.NotMovable _, Placement.ChangedMeanwhile _ ->
                throw new IllegalStateException("a new visit was refused as if it were there");
        };
    }

    /// A visit that was promised outside the hours of today stays promised; the report says so.
    private Finding beyondHours(
            Practice practice, ReadVisit.Reading.Visit visit, BookAppointment.Who who, Actor actor) {
        var placement = placeAppointment.book(
                practice.id(), visit.service(), who, visit.place().beyond(), actor);
        return switch (placement) {
            case Placement.Placed(var appointment) ->
                placed(practice, appointment, who instanceof BookAppointment.Who.Guest, true, actor);
            case Placement.InTheWay taken -> collides(taken);
            case Placement.NotOffered(var field) -> notOffered(field);
            case Placement.OutsideHours _, Placement.NotMovable _, Placement.ChangedMeanwhile _ ->
                throw new IllegalStateException("a new visit beyond all hours was refused for its hours");
        };
    }

    private Finding placed(
            Practice practice, Appointment appointment, boolean newHere, boolean beyondHours, Actor actor) {
        if (newHere) {
            patients.confirm(practice.id(), appointment.patient(), actor);
        }
        told.noteKnown(practice.id(), appointment.id(), appointment.version());
        return new Finding.Good(appointment, beyondHours);
    }

    private static Finding collides(Placement.InTheWay taken) {
        boolean own = taken.obstacles().stream().anyMatch(each -> each.kind() == Obstacle.Kind.PATIENT);
        return new Finding.Collides(Problem.of(Column.TIME, own ? "moving.collides.patient" : "moving.collides.taken"));
    }

    private static Finding notOffered(String field) {
        return new Finding.Wrong(List.of(
                Problem.of(Column.TIME, field.equals("start") ? "moving.wrong.fiveMinutes" : "moving.wrong.offered")));
    }

    /// The chart of the person: the same name and birth date, and the same telephone or e-mail.
    private Optional<Patient> known(Practice practice, Demographics who) {
        return Stream.of(who.email(), who.phone())
                .flatMap(contact -> Optional.ofNullable(contact).stream())
                .flatMap(contact -> switch (patients.search(practice.id(), contact, practice.country())) {
                    case PatientSearch.Matches matches -> matches.patients().stream();
                    case PatientSearch.TooVague _ -> Stream.empty();
                })
                .filter(patient -> patient.demographics().birthDate().equals(who.birthDate()))
                .filter(patient -> Column.plain(patient.demographics().name()).equals(Column.plain(who.name())))
                .findFirst();
    }

    /// A cancelled one counts: the list is older than the cancellation.
    private Optional<Appointment> at(PracticeId practice, PatientId patient, Instant start) {
        return calendar.ofPatients(practice, List.of(patient), VISITS_COMPARED).stream()
                .filter(visit -> visit.startsAt().equals(start))
                .findFirst();
    }
}
