package org.needlepoint.frontdoor.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.stereotype.Component;

/// Signs staff in for tests of the settings, and books visits that get in the way of a change.
@Component
class Owner {
    private final Accounts accounts;
    private final SignIns signIns;
    private final Patients patients;
    private final BookAppointment bookAppointment;
    private final PracticeFixture practices;

    Owner(
            Accounts accounts,
            SignIns signIns,
            Patients patients,
            BookAppointment bookAppointment,
            PracticeFixture practices) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.patients = patients;
        this.bookAppointment = bookAppointment;
        this.practices = practices;
    }

    Visitor signedIn(Clinic.Opened clinic, int port, Role role) {
        var token = practices.in(clinic.id(), () -> {
            var account = accounts.create(
                    clinic.id(),
                    Actor.SYSTEM,
                    new Accounts.NewAccount(
                            role.code() + "-" + UUID.randomUUID() + "@example.org",
                            "Otis Brandt",
                            "a long pass phrase",
                            "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                            Set.of(role)));
            return signIns.startStaff(clinic.id(), account);
        });
        return new Visitor(port).with("np", token);
    }

    AppointmentId booked(Clinic.Opened clinic, String name, String start) {
        var read = new DemographicsForm(name, "1980-02-03", null, "somebody@example.org")
                .read(LocalDate.of(2026, 12, 2), "US", Locale.ENGLISH);
        return clinic.in(() -> {
            var patient = patients.register(
                    clinic.id(), ((DemographicsForm.Reading.Valid) read).demographics(), Actor.SYSTEM);
            var wish = new BookAppointment.Wish(
                    clinic.service(), clinic.practitioner(), clinic.location(), Instant.parse(start));
            var booking = bookAppointment.now(
                    clinic.id(), wish, new BookAppointment.Who.Known(patient), PainReport.NONE, Actor.SYSTEM);
            return ((Booking.Booked) booking).appointment().id();
        });
    }
}
