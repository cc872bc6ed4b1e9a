package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent.Emergency;
import org.needlepoint.charting.ledger.LedgerEvent.FeltFaint;
import org.needlepoint.charting.ledger.LedgerEvent.Recovered;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.charting.unwell.Arrival;
import org.needlepoint.charting.unwell.LookAfter;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Rules C5 and C8: somebody comes unwell, or feels faint.
@IntegrationTest
class RuleC5UnwellAndC8FaintIT {
    @Autowired
    Treatment treatment;

    @Autowired
    LookAfter lookAfter;

    @Autowired
    StartNeedling startNeedling;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    List<NotePart> noteParts;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    Patients patients;

    @Autowired
    AuditTrail audit;

    @Autowired
    MovableClock clock;

    @Autowired
    PracticeFixture practices;

    @LocalServerPort
    int port;

    private Room room;
    private Visitor staff;

    @BeforeEach
    void a_visit() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
        staff = new Visitor(port).with("np", room.signIn());
    }

    @AfterEach
    void the_clock_goes_back() {
        clock.set(MovableClock.START);
    }

    private String path(SessionId session) {
        return "/p/" + room.clinic().slug() + "/sessions/" + session;
    }

    private String unwell() {
        return "/p/" + room.clinic().slug() + "/appointments/" + room.visit() + "/unwell";
    }

    private String start() {
        return "/p/" + room.clinic().slug() + "/appointments/" + room.visit() + "/session";
    }

    private void arrivedUnwell(Arrival.Outcome outcome) {
        room.in(() -> {
            lookAfter.arrived(room.clinic().id(), room.visit(), "Fever since last night", "", outcome, room.by());
            return true;
        });
    }

    private Start start(@Nullable String aboutRedFlags, @Nullable String aboutArrival) {
        var words = new StartNeedling.Words(aboutRedFlags, null, aboutArrival, null);
        return room.in(() -> startNeedling.start(room.clinic().id(), room.visit(), words, room.by()));
    }

    private List<Acknowledgement> acknowledged() {
        return practices.in(
                room.clinic().id(), () -> acknowledgements.of(room.clinic().id(), room.patient(), MovableClock.START));
    }

    private String note() {
        return practices.in(
                room.clinic().id(),
                () -> noteParts.stream()
                        .flatMap(it ->
                                it.section(room.clinic().id(), room.visit(), room.patient(), Locale.ENGLISH).stream())
                        .map(NotePart.Section::text)
                        .reduce("", (a, b) -> a + "\n" + b));
    }

    @Test
    void the_bell_is_given_once_and_stands_in_the_note() {
        var session = treatment.open(room);
        assertThat(staff.get(path(session)).body()).contains("Lies down and has the bell");
        assertThat(staff.post(path(session) + "/bell").status()).isEqualTo(303);
        staff.post(path(session) + "/bell");
        assertThat(staff.get(path(session)).body())
                .contains("Has the bell")
                .doesNotContain("Lies down and has the bell");
        assertThat(note()).contains("The patient lay down and had a call bell.");
    }

    @Test
    void what_is_measured_after_a_faint_is_kept_with_it_and_told_with_the_minutes_to_recovery() {
        var session = treatment.open(room);
        var faint = EventId.next();
        treatment.append(room, session, List.of(Report.onPage(faint, clock.instant(), new FeltFaint())));
        staff.get(path(session));
        assertThat(staff.post(
                                path(session) + "/vitals",
                                "position",
                                "LEGS_RAISED",
                                "pressure",
                                "95/55",
                                "pulse",
                                "52",
                                "noDriving",
                                "yes")
                        .status())
                .isEqualTo(303);
        clock.advance(Duration.ofMinutes(12));
        treatment.append(
                room, session, List.of(Report.onPage(EventId.next(), clock.instant(), new Recovered(faint, null))));
        assertThat(room.in(() -> lookAfter.measured(room.clinic().id(), session)))
                .singleElement()
                .satisfies(it -> assertThat(it.of()).isEqualTo(faint));
        assertThat(note())
                .contains("Vital signs: lying with legs raised, 95/55 mmHg, pulse 52.")
                .contains("Told not to drive until well.")
                .contains("Well again after 12 minutes.");
    }

    @Test
    void what_is_measured_after_an_emergency_is_not_told_as_a_faint() {
        var session = treatment.open(room);
        treatment.append(room, session, new Emergency());
        staff.get(path(session));
        staff.post(path(session) + "/vitals", "position", "LYING", "pressure", "110/70", "pulse", "80");
        assertThat(note())
                .containsPattern("Vital signs: [^.]+, 110/70 mmHg, pulse 80\\.")
                .doesNotContain("feeling faint");
    }

    @Test
    void figures_that_cannot_be_are_asked_for_again_and_not_kept() {
        var session = treatment.open(room);
        treatment.append(room, session, new FeltFaint());
        staff.get(path(session));
        for (var pressure : List.of("55/95", "95", "abc", "400/90", "95/")) {
            var answer = staff.post(path(session) + "/vitals", "position", "LYING", "pressure", pressure);
            assertThat(answer.status()).as(pressure).isEqualTo(422);
            assertThat(answer.body()).contains("href=\"#vitals-pressure\"", "value=\"" + pressure + "\"");
        }
        assertThat(room.in(() -> lookAfter.measured(room.clinic().id(), session)))
                .isEmpty();
    }

    @Test
    void nothing_is_measured_where_nobody_felt_faint() {
        var session = treatment.open(room);
        staff.get(path(session));
        staff.post(path(session) + "/vitals", "position", "LYING", "pressure", "110/70");
        assertThat(room.in(() -> lookAfter.measured(room.clinic().id(), session)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_who_came_unwell_is_needled_without_a_word(Arrival.Outcome outcome) {
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.values());
        arrivedUnwell(outcome);
        assertThat(start(null, null))
                .isEqualTo(new Start.CameUnwell(new ArrivalCheck.Unwell("Fever since last night", outcome.code())));
        assertThat(acknowledged()).isEmpty();
        assertThat(start(null, "no fever now, spoke with her physician")).isInstanceOf(Start.Started.class);
        assertThat(acknowledged()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Acknowledgement.Kind.CAME_UNWELL);
            assertThat(it.reason()).isEqualTo("no fever now, spoke with her physician");
        });
    }

    @Test
    void a_word_about_red_flags_says_nothing_about_how_somebody_arrived() {
        room = treatment.room(
                new PainReport(List.of(new PainReport.Mark("scapula", Laterality.R, 6)), List.of(), "today"));
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.values());
        arrivedUnwell(Arrival.Outcome.WITHOUT_NEEDLES);
        assertThat(start(null, "well again")).isInstanceOf(Start.RedFlagsReported.class);
        assertThat(start("seen by the physician", null)).isInstanceOf(Start.CameUnwell.class);
        assertThat(start("seen by the physician", "well again")).isInstanceOf(Start.Started.class);
        assertThat(acknowledged())
                .extracting(Acknowledgement::kind)
                .containsExactlyInAnyOrder(Acknowledgement.Kind.RED_FLAGS, Acknowledgement.Kind.CAME_UNWELL);
    }

    @Test
    void the_page_that_starts_says_how_somebody_arrived_and_asks_for_a_word() {
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.values());
        arrivedUnwell(Arrival.Outcome.TO_PHYSICIAN);
        assertThat(staff.get(start()).body())
                .contains("The patient came unwell", "Reported on arrival: Fever since last night")
                .contains("Decided then: It ends, and they see a physician", "name=\"arrivalWord\"")
                .contains("Go on without needles");
        assertThat(staff.post(start(), "word", "about something else").status()).isEqualTo(422);
        var started = staff.post(start(), "word", "about something else", "arrivalWord", "well again");
        assertThat(started.status()).isEqualTo(302);
        assertThat(started.location()).as("addresses are kept by browsers").doesNotContain("?", "well");
    }

    @Test
    void somebody_who_comes_unwell_is_met_with_a_script_and_the_visit_goes_on() {
        assertThat(staff.get(unwell()).body())
                .contains("Call 911 now", "Let them sit or lie down", "Robin Hale", "Not yet clinically reviewed")
                .doesNotContain("letter.pdf");
        assertThat(staff.post(unwell(), "reported", "", "outcome", "").body())
                .contains("href=\"#reported\"", "href=\"#outcome\"");
        assertThat(staff.post(
                                unwell(),
                                "reported",
                                "Fever since last night",
                                "told",
                                "Robin Hale",
                                "outcome",
                                "to-physician")
                        .status())
                .isEqualTo(303);
        assertThat(staff.get(unwell()).body()).contains("Fever since last night", "letter.pdf");
        assertThat(staff.download(unwell() + "/letter.pdf")).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(note())
                .contains("Unwell on arrival; reported: Fever since last night")
                .contains("The visit ended, and the patient was asked to see a physician.");
    }

    @Test
    void whoever_reads_how_somebody_arrived_is_in_the_trail_of_the_chart_and_so_is_the_letter_of_a_guest() {
        var clinic = room.clinic();
        var visit = room.in(() -> {
            var wish = new BookAppointment.Wish(
                    clinic.service(),
                    clinic.practitioner(),
                    clinic.location(),
                    MovableClock.START.plus(Duration.ofHours(2)));
            var guest = new Who.Guest(
                    new Demographics("Ana Ruiz", LocalDate.of(1988, 3, 4), null, "ana@example.org", Locale.ENGLISH));
            var booked = ((Booking.Booked) bookAppointment.now(clinic.id(), wish, guest, PainReport.NONE, room.by()))
                    .appointment();
            patients.link(clinic.id(), booked.patient(), room.patient(), room.by());
            lookAfter.arrived(clinic.id(), booked.id(), "Fever", "", Arrival.Outcome.TO_PHYSICIAN, room.by());
            return booked.id();
        });
        var page = "/p/" + clinic.slug() + "/appointments/" + visit + "/unwell";
        assertThat(staff.get(page).status()).isEqualTo(200);
        staff.download(page + "/letter.pdf");
        assertThat(room.in(() -> audit.ofPatient(clinic.id(), room.patient().value(), 20)))
                .extracting(AuditTrail.Line::action, AuditTrail.Line::subject, AuditTrail.Line::subjectId)
                .contains(
                        tuple("viewed", "appointment", visit.value()),
                        tuple("printed", "unwell-letter", visit.value()));
    }
}
