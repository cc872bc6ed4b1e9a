package org.needlepoint.frontdoor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An owner closes a day on which visits are booked. It is the first Thursday after the tests' clock.
@IntegrationTest
class ClosingADayIT {
    private static final String DAY = "2026-12-03";
    private static final String NINE = "2026-12-03T14:00:00Z";
    private static final String THREE = "2026-12-03T20:00:00Z";

    @Autowired
    Clinic clinics;

    @Autowired
    Owner owners;

    @Autowired
    Calendar calendar;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor owner;

    @BeforeEach
    void openAPractice() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
        owner = owners.signedIn(clinic, port, Role.OWNER);
    }

    private String path(String rest) {
        return "/p/" + clinic.slug() + "/settings" + rest;
    }

    private Visitor.Answer close(String... more) {
        var fields = new ArrayList<>(List.of(
                "whose", "practice", "kind", "closed", "first", DAY, "labelEn", "Staff day", "labelEs", "Día interno"));
        fields.addAll(List.of(more));
        owner.get(path("/exceptions"));
        return owner.post(path("/exceptions"), fields.toArray(String[]::new));
    }

    private Appointment visit(AppointmentId id) {
        return clinic.in(() -> calendar.find(clinic.id(), id)).orElseThrow();
    }

    private String page(String rest) {
        return owner.get(path(rest)).body();
    }

    @Test
    void is_saved_at_once_where_nothing_is_booked_and_shown_everywhere() {
        assertThat(close().location()).endsWith("/settings/exceptions");
        assertThat(page("/exceptions")).contains("Staff day", "Thursday, December 3, 2026", "Closed all day");
        var guest = new Visitor(port);
        assertThat(guest.get("/p/" + clinic.slug()).body())
                .contains("Staff day")
                .contains("\"opens\":\"00:00\",\"closes\":\"00:00\"");
        assertThat(guest.get("/p/" + clinic.slug() + "/hours.json").body())
                .contains("specialOpeningHoursSpecification", "\"validFrom\" : \"2026-12-03\"");
        assertThat(guest.get("/p/" + clinic.slug() + "/hours.csv").body()).contains("2026-12-03: x");
        assertThat(new String(
                        owner.download(path("/door-sign.pdf")), 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    @Test
    void shows_each_visit_first_and_saves_nothing_before_each_has_its_choice() {
        var ana = owners.booked(clinic, "Ana Ruiz", NINE);
        owners.booked(clinic, "Bo Lind", THREE);
        var review = close();
        assertThat(review.status()).isEqualTo(422);
        assertThat(review.body()).contains("2 booked visits would no longer fit", "Ana Ruiz", "Bo Lind", "Staff day");
        assertThat(page("/exceptions")).doesNotContain("Staff day");
        var half = close("reviewed", "yes", "visit-" + ana, "keep");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("Choose what to do about this visit");
        assertThat(page("/exceptions")).doesNotContain("Staff day");
    }

    @Test
    void does_what_was_chosen_and_keeps_the_rest_on_the_list_until_it_is_settled() {
        var ana = owners.booked(clinic, "Ana Ruiz", NINE);
        var bo = owners.booked(clinic, "Bo Lind", THREE);
        var saved = close("reviewed", "yes", "visit-" + ana, "cancel", "visit-" + bo, "keep");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.location()).endsWith("/settings/conflicts");
        assertThat(visit(ana).status()).isEqualTo(Appointment.Status.CANCELLED);
        assertThat(visit(bo).status()).isEqualTo(Appointment.Status.BOOKED);
        assertThat(page("/conflicts"))
                .contains("Bo Lind", "1 visit kept on purpose", "Staff day: closed.")
                .doesNotContain("Ana Ruiz");

        owner.post(path("/conflicts/" + bo + "/choice"), "choice", "call");
        assertThat(page("/conflicts")).contains("1 visit to settle", "To be called");
        owner.post(
                path("/conflicts/" + bo + "/cancellation"),
                "version",
                "" + visit(bo).version());
        assertThat(visit(bo).status()).isEqualTo(Appointment.Status.CANCELLED);
        assertThat(page("/conflicts")).contains("Nothing to settle").doesNotContain("Bo Lind");
    }

    @Test
    void lists_a_visit_until_it_is_moved_to_a_time_that_the_hours_hold() {
        var ana = owners.booked(clinic, "Ana Ruiz", NINE);
        close("reviewed", "yes", "others", "move");
        var times = owner.get("/p/" + clinic.slug() + "/appointments/" + ana + "/times?back=conflicts");
        assertThat(times.status()).isEqualTo(200);
        var opening = java.util.regex.Pattern.compile("name=\"opening\" value=\"([^\"]+2026-12-04[^\"]+)\"")
                .matcher(times.body());
        assertThat(opening.find()).isTrue();
        var moved = owner.post(
                "/p/" + clinic.slug() + "/appointments/" + ana + "/time",
                "version",
                "0",
                "opening",
                opening.group(1),
                "back",
                "conflicts");
        assertThat(moved.location()).endsWith("/settings/conflicts");
        assertThat(page("/conflicts")).contains("Nothing to settle");
    }

    @Test
    void for_some_hours_leaves_the_visits_outside_them_alone() {
        owners.booked(clinic, "Ana Ruiz", NINE);
        assertThat(close("opens", "12:00", "closes", "17:00").status()).isEqualTo(303);
        assertThat(new Visitor(port).get("/p/" + clinic.slug()).body()).contains("9:00 AM – 12:00 PM");
    }

    @Test
    void names_the_field_that_is_wrong_and_keeps_what_was_typed() {
        assertThat(close("opens", "17:00", "closes", "09:00").body())
                .contains("Enter a closing time after the opening time", "href=\"#closes\"", "value=\"Staff day\"");
        var backwards = close("last", "2026-12-01");
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.body()).contains("href=\"#last\"");
        assertThat(close("whose", "place:" + clinic.id()).body()).contains("href=\"#whose\"");
        close();
        assertThat(close().body()).contains("This is entered already");
    }

    @Test
    void can_be_changed_and_taken_back() {
        close();
        var id = clinic.in(() -> page("/exceptions")).replaceAll("(?s).*/exceptions/([0-9a-f-]{36})/removal.*", "$1");
        assertThat(page("/exceptions/" + id)).contains("value=\"Staff day\"", "value=\"2026-12-03\"");
        var changed = owner.post(
                path("/exceptions/" + id),
                "whose",
                "practice",
                "kind",
                "telehealth-only",
                "first",
                DAY,
                "labelEn",
                "Staff training");
        assertThat(changed.status()).isEqualTo(303);
        assertThat(page("/exceptions"))
                .contains("Staff training", "By phone and video only")
                .doesNotContain("Staff day");
        assertThat(owner.post(path("/exceptions/" + id + "/removal")).status()).isEqualTo(303);
        assertThat(page("/exceptions")).doesNotContain("Staff training");
        assertThat(owner.post(path("/exceptions/" + id + "/removal")).status()).isEqualTo(409);
    }

    @Test
    void is_not_changed_over_what_somebody_else_has_changed_since() {
        close();
        var id = page("/exceptions").replaceAll("(?s).*/exceptions/([0-9a-f-]{36})/removal.*", "$1");
        var seen = seen(page("/exceptions/" + id));
        assertThat(changed(id, seen, "Staff training").status()).isEqualTo(303);
        var second = changed(id, seen, "Staff party");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("changed this entry meanwhile", "Staff training", "value=\"Staff party\"");
        assertThat(page("/exceptions")).contains("Staff training").doesNotContain("Staff party");
        assertThat(changed(id, seen(second.body()), "Staff party").status()).isEqualTo(303);
        assertThat(page("/exceptions")).contains("Staff party").doesNotContain("Staff training");
    }

    private Visitor.Answer changed(String id, String seen, String label) {
        return owner.post(
                path("/exceptions/" + id),
                "seen",
                seen,
                "whose",
                "practice",
                "kind",
                "closed",
                "first",
                DAY,
                "labelEn",
                label);
    }

    private static String seen(String page) {
        return page.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]{8})\".*", "$1");
    }

    @Test
    void is_the_owners_word_and_the_desk_reads_it() {
        close();
        var desk = owners.signedIn(clinic, port, Role.FRONT_DESK);
        assertThat(desk.get(path("/exceptions")).body())
                .contains("Staff day")
                .doesNotContain("/removal", "Add days that differ");
        assertThat(desk.post(path("/exceptions"), "whose", "practice").status()).isEqualTo(403);
    }
}
