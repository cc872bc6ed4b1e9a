package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.entitlement.Licence;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.PracticeRules;
import org.needlepoint.credentials.entitlement.Proposal;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.credentials.entitlement.Requirements;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sets up what can be booked, in small words, through the same doors as everybody else.
@Component
public class Clinic {
    public static final LocalDate ALWAYS = LocalDate.of(2026, 1, 1);
    public static final Jurisdiction MARYLAND = new Jurisdiction("US-MD");

    private final PracticeFixture practices;
    private final Practitioners practitioners;
    private final Services services;
    private final WeeklyHours hours;
    private final Rooms rooms;
    private final PracticeRules rules;
    private final QualificationRecords qualifications;
    private final JdbcClient jdbc;

    Clinic(
            PracticeFixture practices,
            Practitioners practitioners,
            Services services,
            WeeklyHours hours,
            Rooms rooms,
            PracticeRules rules,
            QualificationRecords qualifications,
            JdbcClient jdbc) {
        this.practices = practices;
        this.practitioners = practitioners;
        this.services = services;
        this.hours = hours;
        this.rooms = rooms;
        this.rules = rules;
        this.qualifications = qualifications;
        this.jdbc = jdbc;
    }

    /// A practice with one location and one practitioner, who works Monday to Friday from 9 to 17 and offers one
    /// service.
    public record Opened(
            PracticeId id,
            String slug,
            UUID location,
            PractitionerId practitioner,
            ServiceId service,
            @Nullable RoomId room) {
        /// Does something in the practice's scope.
        public <T> T in(Supplier<T> work) {
            return PracticeScope.in(id, work::get);
        }

        BookAppointment.Wish at(java.time.Instant start) {
            return new BookAppointment.Wish(service, practitioner, location, start);
        }
    }

    /// Such a practice with a service by phone of 30 minutes, on the half hour.
    public Opened byPhone(String zone) {
        return open(zone, Plans.phone(30, 30), false);
    }

    /// Such a practice with one room and a service of needling in person.
    public Opened inPerson(String zone, Segment... segments) {
        return open(zone, Plans.needling(30, segments), true);
    }

    /// Such a practice with a service of one's own.
    public Opened open(String zone, ServicePlan plan, boolean withRoom) {
        var practice = practices.open(zone);
        return PracticeScope.in(practice.id(), () -> {
            var practitioner = practitioner(practice.id(), practice.location());
            entitled(practice.id(), practitioner);
            var service = services.add(practice.id(), plan, Actor.SYSTEM);
            services.offer(practice.id(), new Offer(service, practitioner, practice.location()));
            var room = withRoom ? rooms.add(practice.id(), practice.location(), "Room 1", 1) : null;
            return new Opened(practice.id(), practice.slug(), practice.location(), practitioner, service, room);
        });
    }

    /// A practice that is open on one day: as many practitioners, from 8 to 18, as rooms, and half an hour for each
    /// visit, in person, without needles left in.
    public Opened withPairs(String zone, LocalDate day, int pairs) {
        var practice = practices.open(zone);
        return PracticeScope.in(practice.id(), () -> {
            var service = services.add(practice.id(), Plans.needling(30, Segment.handsOn(30)), Actor.SYSTEM);
            for (int i = 1; i <= pairs; i++) {
                var practitioner = joining(practice.id());
                hours.add(
                        practice.id(),
                        new WorkingHours(
                                practitioner,
                                practice.location(),
                                day.getDayOfWeek(),
                                LocalTime.of(8, 0),
                                LocalTime.of(18, 0),
                                day,
                                day));
                services.offer(practice.id(), new Offer(service, practitioner, practice.location()));
                rooms.add(practice.id(), practice.location(), "Room " + i, i);
            }
            var anyone = services.offers(practice.id()).getFirst().practitioner();
            return new Opened(practice.id(), practice.slug(), practice.location(), anyone, service, null);
        });
    }

    /// One more practitioner who works Monday to Friday from 9 to 17; call it in the practice's scope.
    public PractitionerId practitioner(PracticeId practice, UUID location) {
        var id = joining(practice);
        for (var day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            hours.add(
                    practice,
                    new WorkingHours(id, location, day, LocalTime.of(9, 0), LocalTime.of(17, 0), ALWAYS, null));
        }
        return id;
    }

    /// Lets a physical therapist needle: a rule for Maryland that asks nothing, and a licence; call it in the
    /// practice's
    /// scope.
    public void entitled(PracticeId practice, PractitionerId practitioner) {
        rules.confirm(
                practice,
                new PracticeRule(
                        MARYLAND,
                        Profession.PHYSICAL_THERAPIST,
                        true,
                        Requirements.NONE,
                        Proposal.Standing.PERMITTED,
                        "https://board.example.org/rule",
                        null,
                        ALWAYS,
                        ALWAYS.plusYears(2)),
                Actor.SYSTEM);
        qualifications.note(
                practice,
                new Licence(practitioner, MARYLAND, "R-1", ALWAYS.minusYears(5), null, ALWAYS.plusYears(2)),
                Actor.SYSTEM);
    }

    /// Lets a practitioner sign in with an account; call it in the practice's scope.
    public void signsInAs(PracticeId practice, PractitionerId practitioner, UUID account) {
        practices.in(
                practice,
                () -> jdbc.sql("""
                        update credentials.practitioner
                           set account_id = :account
                         where practice_id = :practice
                           and id = :id
                        """)
                        .param("account", account)
                        .param("practice", practice.value())
                        .param("id", practitioner.value())
                        .update());
    }

    /// The account with which a practitioner signs in, one of their own where they had none; call it in the practice's
    /// scope.
    public UUID accountOf(PracticeId practice, PractitionerId practitioner) {
        var before = practitioners.find(practice, practitioner).orElseThrow().account();
        if (before != null) {
            return before;
        }
        var account = UUID.randomUUID();
        signsInAs(practice, practitioner, account);
        return account;
    }

    private PractitionerId joining(PracticeId practice) {
        return practitioners.add(
                practice,
                new Practitioners.Joining(
                        "Robin Hale",
                        "PT, DPT",
                        Profession.PHYSICAL_THERAPIST,
                        List.of("en"),
                        new Texts("Treats.", "Trata."),
                        null,
                        null,
                        1),
                Actor.SYSTEM);
    }

    /// Lets a practitioner offer the clinic's service too; call it in the practice's scope.
    public void offerAlso(Opened clinic, PractitionerId practitioner) {
        services.offer(clinic.id(), new Offer(clinic.service(), practitioner, clinic.location()));
    }

    /// Plans of services.
    public static final class Plans {
        private Plans() {}

        public static ServicePlan phone(int minutes, int grid) {
            return plan(List.of(Segment.handsOn(minutes)), Modality.PHONE, Audience.BOTH, false, grid);
        }

        public static ServicePlan needling(int grid, Segment... segments) {
            return plan(List.of(segments), Modality.IN_PERSON, Audience.BOTH, true, grid);
        }

        public static ServicePlan plan(
                List<Segment> segments, Modality modality, Audience audience, boolean needling, int grid) {
            return new ServicePlan(
                    new Texts("Visit", "Visita"),
                    new Texts("A visit.", "Una visita."),
                    segments,
                    modality,
                    audience,
                    needling,
                    new Money(9500, Currency.getInstance("USD")),
                    grid,
                    60,
                    120,
                    24,
                    1);
        }
    }
}
