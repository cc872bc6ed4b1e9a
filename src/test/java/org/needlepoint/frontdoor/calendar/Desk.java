package org.needlepoint.frontdoor.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignInKey;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Audience;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Place;
import org.needlepoint.scheduling.PlaceAppointment;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.RoomId;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.ServicePlan;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.WeeklyHours;
import org.needlepoint.scheduling.WorkingHours;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.stereotype.Component;

/// A clinic with two practitioners and two rooms, whose desk is signed in.
@Component
class Desk {
    static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final PracticeFixture practices;
    private final Practitioners practitioners;
    private final Services services;
    private final WeeklyHours hours;
    private final Rooms rooms;
    private final Accounts accounts;
    private final SignIns signIns;
    private final PlaceAppointment placeAppointment;
    private final BookedVisits bookedVisits;

    Desk(
            PracticeFixture practices,
            Practitioners practitioners,
            Services services,
            WeeklyHours hours,
            Rooms rooms,
            Accounts accounts,
            SignIns signIns,
            PlaceAppointment placeAppointment,
            BookedVisits bookedVisits) {
        this.practices = practices;
        this.practitioners = practitioners;
        this.services = services;
        this.hours = hours;
        this.rooms = rooms;
        this.accounts = accounts;
        this.signIns = signIns;
        this.placeAppointment = placeAppointment;
        this.bookedVisits = bookedVisits;
    }

    record Opened(
            PracticeFixture.Opened practice,
            PractitionerId maya,
            PractitionerId robin,
            RoomId blue,
            RoomId green,
            ServiceId needling,
            UUID account,
            UUID accountOfMaya) {
        String path(String rest) {
            return "/p/" + practice.slug() + rest;
        }
    }

    Opened open() {
        var practice = practices.open("America/New_York");
        return practices.in(practice.id(), () -> {
            var own = account(practice.id(), Role.PRACTITIONER);
            var maya = practitioner(practice, "Maya Okafor", own, 1);
            var robin = practitioner(practice, "Robin Hale", null, 2);
            var blue = rooms.add(practice.id(), practice.location(), "Blue room", 1);
            var green = rooms.add(practice.id(), practice.location(), "Green room", 2);
            var needling = services.add(
                    practice.id(), plan(Segment.handsOn(15), Segment.needlesIn(20), Segment.handsOn(10)), Actor.SYSTEM);
            services.offer(practice.id(), new Offer(needling, maya, practice.location()));
            services.offer(practice.id(), new Offer(needling, robin, practice.location()));
            return new Opened(
                    practice, maya, robin, blue, green, needling, account(practice.id(), Role.FRONT_DESK), own);
        });
    }

    UUID account(PracticeId practice, Role role) {
        return accounts.create(
                        practice,
                        Actor.SYSTEM,
                        new Accounts.NewAccount(
                                role.code() + "@example.org",
                                "Otis Brandt",
                                "a long pass phrase",
                                "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                                Set.of(role)))
                .value();
    }

    /// A token for a browser of the desk's.
    String signIn(Opened clinic) {
        return signIn(clinic, clinic.account());
    }

    void signOut(Opened clinic, String token) {
        practices.in(clinic.practice().id(), () -> {
            signIns.end(clinic.practice().id(), SignInKey.of(token));
            return token;
        });
    }

    /// The same for the practitioner Maya's own browser.
    String signInMaya(Opened clinic) {
        return signIn(clinic, clinic.accountOfMaya());
    }

    private String signIn(Opened clinic, UUID account) {
        return practices.in(
                clinic.practice().id(),
                () -> signIns.startStaff(clinic.practice().id(), new AccountId(account)));
    }

    private PractitionerId practitioner(
            PracticeFixture.Opened practice, String name, @Nullable UUID account, int position) {
        var id = practitioners.add(
                practice.id(),
                new Practitioners.Joining(
                        name,
                        "PT",
                        Profession.PHYSICAL_THERAPIST,
                        List.of("en"),
                        new Texts("Treats.", "Trata."),
                        null,
                        account,
                        position),
                Actor.SYSTEM);
        for (var day : DayOfWeek.values()) {
            hours.add(practice.id(), worked(id, practice, day, "09:00", "12:30"));
            hours.add(practice.id(), worked(id, practice, day, "13:30", position == 1 ? "18:00" : "17:00"));
        }
        return id;
    }

    private static WorkingHours worked(
            PractitionerId who, PracticeFixture.Opened practice, DayOfWeek day, String opens, String closes) {
        return new WorkingHours(
                who,
                practice.location(),
                day,
                LocalTime.parse(opens),
                LocalTime.parse(closes),
                LocalDate.of(2026, 1, 1),
                null);
    }

    private static ServicePlan plan(Segment... segments) {
        return new ServicePlan(
                new Texts("Dry needling", "Punción seca"),
                new Texts("A visit.", "Una visita."),
                List.of(segments),
                Modality.IN_PERSON,
                Audience.BOTH,
                true,
                new Money(9500, Currency.getInstance("USD")),
                15,
                60,
                120,
                24,
                1);
    }

    /// Books somebody on Thursday with Maya for a service that lasts 42 minutes.
    Appointment bookedForAnOddTime(Opened clinic, String name, String time) {
        var practice = clinic.practice();
        var odd = practices.in(practice.id(), () -> {
            var id = services.add(
                    practice.id(), plan(Segment.handsOn(6), Segment.needlesIn(30), Segment.handsOn(6)), Actor.SYSTEM);
            services.offer(practice.id(), new Offer(id, clinic.maya(), practice.location()));
            return id;
        });
        var start = THURSDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
        var who = new Who.Guest(
                new Demographics(name, LocalDate.of(1984, 2, 29), "+14105550123", "ana@example.org", Locale.ENGLISH));
        var placement = org.needlepoint.database.PracticeScope.in(
                practice.id(),
                () -> placeAppointment.book(
                        practice.id(), odd, who, Place.at(clinic.maya(), practice.location(), start), Actor.SYSTEM));
        return ((Placement.Placed) placement).appointment();
    }

    /// The token of a visit's link.
    String link(Opened clinic, Appointment visit) {
        return practices.in(
                clinic.practice().id(),
                () -> bookedVisits.link(clinic.practice().id(), visit));
    }

    /// Books somebody on Thursday.
    Appointment booked(Opened clinic, String name, PractitionerId with, String time, @Nullable Integer minutes) {
        var who = new Demographics(name, LocalDate.of(1984, 2, 29), "+14105550123", "ana@example.org", Locale.ENGLISH);
        return booked(clinic, who, with, time, minutes);
    }

    /// The same with another way to reach them.
    Appointment booked(
            Opened clinic, Demographics somebody, PractitionerId with, String time, @Nullable Integer minutes) {
        var start = THURSDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
        var place = new Place(with, clinic.practice().location(), start, minutes, null, null, false);
        var who = new Who.Guest(somebody);
        var placement = org.needlepoint.database.PracticeScope.in(
                clinic.practice().id(),
                () -> placeAppointment.book(clinic.practice().id(), clinic.needling(), who, place, Actor.SYSTEM));
        return ((Placement.Placed) placement).appointment();
    }
}
