package org.needlepoint.frontdoor.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.series.BookedSeries;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Future visits from a list (rule F7). It is Wednesday, December 2, 2026; the clinic works Monday to Friday from 9 to
/// 17.
@IntegrationTest
class MovingInIT {
    private static final String HEADERS = "Name,Birth date,Phone,Email,Date,Time,Service\n";
    private static final String ANA = "Ana Ruiz,1988-03-04,,ana@example.org,12/7/2026,9:00 AM,Visit\n";
    private static final String LEO = "Leo Park,1971-11-30,202-555-0143,,2026-12-07,9:30,visit\n";
    private static final String HALF_WRONG = HEADERS
            + ANA
            + "Bad Date,1990-02-30,202-555-0144,,2026-12-07,10:00,Visit\n"
            + LEO
            + "No Contact,1990-01-01,,,2026-12-07,10:30,Visit\n"
            + "Late Comer,1990-01-01,202-555-0145,,2026-11-30,10:00,Visit\n"
            + "Same Time,1990-01-01,202-555-0146,,2026-12-07,9:30,Visit\n"
            + "Odd Service,1990-01-01,202-555-0147,,2026-12-07,11:00,Massage\n"
            + "On Sunday,1990-01-01,202-555-0148,,2026-12-06,11:00,Visit\n";

    @Autowired
    Clinic clinics;

    @Autowired
    Calendar calendar;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @Autowired
    BookedSeries told;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor desk;

    @BeforeEach
    void openClinic() {
        clinic = clinics.byPhone("America/New_York");
        desk = new Visitor(port).with("np", practices.in(clinic.id(), () -> {
            var account = accounts.create(
                    clinic.id(),
                    Actor.SYSTEM,
                    new Accounts.NewAccount(
                            "moving-" + UUID.randomUUID() + "@example.org",
                            "Otis Brandt",
                            "a long pass phrase",
                            "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                            Set.of(Role.FRONT_DESK)));
            return signIns.startStaff(clinic.id(), account);
        }));
    }

    private Visitor.Answer post(String act, String list) {
        return desk.post("/p/" + clinic.slug() + "/settings/import" + act, "list", list);
    }

    private List<String> booked() {
        return clinic
                .in(() -> calendar.days(clinic.id(), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)))
                .stream()
                .map(line -> line.appointment().localStart() + " " + line.patient())
                .toList();
    }

    @Test
    void is_tried_first_row_by_row_and_books_nothing() {
        var page = post("", HALF_WRONG);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "3 rows can be booked",
                        "4 rows need another look",
                        "1 row collides",
                        "Monday, December 7, 2026",
                        "&quot;Massage&quot; is no service here. Use one of: Visit",
                        "This has passed",
                        "Outside the practitioner&#39;s hours",
                        "Somebody else has that time",
                        "Import 3 visits");
        assertThat(booked()).isEmpty();
    }

    @Test
    void books_the_good_rows_and_leaves_the_others() {
        var page = post("/visits", HALF_WRONG);
        assertThat(page.body()).contains("3 visits are booked", "Download the rows to mend");
        assertThat(booked())
                .containsExactly(
                        "2026-12-06T11:00 On Sunday", "2026-12-07T09:00 Ana Ruiz", "2026-12-07T09:30 Leo Park");
        assertThat(desk.get("/p/" + clinic.slug() + "/patients?q=ana+ru").body())
                .contains("Ana Ruiz");
    }

    @Test
    void keeps_the_surnames_of_a_list_that_has_them_in_a_column_of_their_own() {
        var list = """
            Fecha;Hora;Nombre;Apellidos;Fecha de nacimiento;Correo;Servicio
            2026-12-07;9:00;José;Núñez Soto;1988-03-04;jose@example.org;Visit
            """;
        assertThat(post("", list).body()).contains(">José Núñez Soto</td>");
        post("/visits", list);
        assertThat(booked()).containsExactly("2026-12-07T09:00 José Núñez Soto");
    }

    @Test
    void brought_twice_books_nothing_twice() {
        post("/visits", HEADERS + ANA + LEO);
        var again = post("/visits", HEADERS + LEO + ANA + ANA);
        assertThat(again.body()).contains("No visit was booked", "3 visits are here already");
        assertThat(booked()).hasSize(2);
    }

    @Test
    void puts_further_visits_of_a_person_into_the_same_chart() {
        post("/visits", HEADERS + ANA + ANA.replace("12/7/2026", "12/14/2026").replace("Ana Ruiz", "ANA RUIZ"));
        assertThat(booked()).containsExactly("2026-12-07T09:00 Ana Ruiz", "2026-12-14T09:00 Ana Ruiz");
    }

    @Test
    void gives_the_other_rows_back_with_what_is_wrong_to_be_mended_and_brought_again() {
        post("/visits", HALF_WRONG);
        var file = post("/wrong.csv", HALF_WRONG);
        assertThat(file.header("content-type")).startsWith("text/csv");
        assertThat(file.body().lines())
                .hasSize(6)
                .first()
                .isEqualTo("\uFEFFName,Birth date,Phone,Email,Date,Time,Service,Problem");
        assertThat(file.body()).contains("Odd Service", "Massage").doesNotContain("Ana Ruiz", "Leo Park");
        assertThat(post("/visits", file.body().replace("Massage", "Visit")).body())
                .contains("1 visit is booked");
    }

    @Test
    void gives_names_back_as_a_spreadsheet_reads_them() {
        var list = HEADERS + "José Núñez,1990-01-01,202-555-0147,,2026-12-07,11:00,Massage\n";
        var file = post("/wrong.csv", list);
        assertThat(file.body()).startsWith("\uFEFF").contains("José Núñez");
        post("/visits", file.body().replace("Massage", "Visit"));
        assertThat(booked()).containsExactly("2026-12-07T11:00 José Núñez");
    }

    @Test
    void writes_to_no_patient() {
        post("/visits", HEADERS + ANA);
        var visit = clinic.in(() -> calendar.days(clinic.id(), LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 7)))
                .getFirst()
                .appointment();
        assertThat(clinic.in(() -> told.isToldWithAnother(clinic.id(), visit.id(), visit.version())))
                .isTrue();
    }

    @Test
    void says_what_a_list_lacks_and_keeps_it() {
        var page = post("", "Name,Date\nAna,12/7/2026\n");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("The line of headers lacks: Birth date, Phone, Service", "Ana,12/7/2026");
        assertThat(post("", " ").body()).contains("Paste a list with a line of headers");
    }
}
