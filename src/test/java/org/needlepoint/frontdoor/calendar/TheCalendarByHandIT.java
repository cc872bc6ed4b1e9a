package org.needlepoint.frontdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The calendar without a script: everything the grid does is a form.
@IntegrationTest
class TheCalendarByHandIT {
    @Autowired
    Desk desks;

    @Autowired
    MovableClock clock;

    @Autowired
    Clinic clinics;

    @Autowired
    PracticeFixture practices;

    @Autowired
    SignIns signIns;

    @LocalServerPort
    int port;

    private Desk.Opened clinic;
    private Visitor desk;

    @BeforeEach
    void open() {
        clock.set(MovableClock.START);
        clinic = desks.open();
        desk = new Visitor(port).with("np", desks.signIn(clinic));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    private Visitor.Answer day() {
        return desk.get(clinic.path("/calendar?day=" + Desk.THURSDAY));
    }

    private Visitor.Answer place(Appointment visit, String... fields) {
        desk.get(clinic.path("/calendar/visits/" + visit.id()));
        var all = new String[fields.length + 2];
        all[0] = "version";
        all[1] = String.valueOf(visit.version());
        System.arraycopy(fields, 0, all, 2, fields.length);
        return desk.post(clinic.path("/calendar/visits/" + visit.id() + "/place"), all);
    }

    @Test
    void shows_each_practitioners_day_with_hours_visits_and_rooms() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var page = day();
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("Maya Okafor", "Robin Hale", "9:00 AM – 12:30 PM, 1:30 PM – 6:00 PM", "Ana Ruiz")
                .contains("Dry needling · Blue room");
    }

    @Test
    void shows_rooms_locations_and_weeks_too() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        for (var query : new String[] {"&by=room", "&by=location", "&view=week", "&view=week&by=room"}) {
            var page = desk.get(clinic.path("/calendar?day=" + Desk.THURSDAY + query));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).as(query).contains("Ana Ruiz");
        }
    }

    @Test
    void says_of_rooms_and_places_that_they_are_closed_and_of_people_that_they_do_not_work() {
        var beforeTheyWorked = "/calendar?day=2025-12-04&by=";
        assertThat(desk.get(clinic.path(beforeTheyWorked + "practitioner")).body())
                .contains("Does not work on this day");
        for (var by : List.of("room", "location")) {
            assertThat(desk.get(clinic.path(beforeTheyWorked + by)).body())
                    .contains("Closed on this day")
                    .doesNotContain("Does not work");
        }
    }

    @Test
    void leads_to_the_rooms_where_there_are_none_yet() {
        var small = clinics.byPhone("America/New_York");
        var itsDesk = new Visitor(port)
                .with(
                        "np",
                        practices.in(
                                small.id(),
                                () -> signIns.startStaff(
                                        small.id(), new AccountId(desks.account(small.id(), Role.FRONT_DESK)))));
        for (var query : List.of("?by=room", "?by=room&view=week")) {
            var page = itsDesk.get("/p/" + small.slug() + "/calendar" + query);
            assertThat(page.body()).contains("No rooms yet", "/settings/rooms").doesNotContain("id=\"cal-grid\"");
        }
    }

    @Test
    void moves_a_visit_says_so_and_undoes_it() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var moved = place(visit, "time", "10:05", "practitioner", clinic.robin().toString());
        assertThat(moved.status()).as(moved.body()).isEqualTo(303);
        var page = desk.get(moved.location().replaceFirst("^https?://[^/]+", ""));
        assertThat(page.body()).contains("Ana Ruiz is booked for Thursday, December 3 at 10:05 AM now.", "Undo");
        var undone = desk.post(clinic.path("/calendar/visits/" + visit.id() + "/undo"), "version", "1");
        assertThat(undone.status()).isEqualTo(303);
        assertThat(day().body()).contains("data-start=\"2026-12-03T09:00\"").doesNotContain("T10:05");
    }

    @Test
    void refuses_with_the_reason_keeps_what_was_typed_and_offers_an_overlap_on_purpose() {
        desks.booked(clinic, "Bo Lind", clinic.robin(), "10:00", null);
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var refused =
                place(visit, "time", "10:05", "practitioner", clinic.robin().toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Robin Hale is taken from 10:00 AM to 10:15 AM by the visit of Bo Lind.")
                .contains("value=\"10:05\"");
        var onPurpose = place(
                visit,
                "time",
                "10:05",
                "practitioner",
                clinic.robin().toString(),
                "role",
                "fitted-in",
                "why",
                "acute pain");
        assertThat(onPurpose.status()).isEqualTo(303);
        assertThat(day().body()).contains("Seen in between: acute pain");
    }

    @Test
    void says_on_the_calendar_why_a_drag_was_refused_whose_place_cannot_be() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var refused = place(visit, "date", "2027-03-14", "time", "02:30", "from", "grid", "day", "2027-03-14");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"cal-list\"", "Enter a time that the clock shows on that day")
                .contains("data-address=\"" + clinic.path("/calendar?day=2027-03-14&amp;view=day&amp;by=practitioner"));
    }

    @Test
    void moves_and_shortens_a_visit_that_lasts_as_long_as_its_service_though_that_is_not_by_fives() {
        var visit = desks.bookedForAnOddTime(clinic, "Ana Ruiz", "09:00");
        var form = desk.get(clinic.path("/calendar/visits/" + visit.id()));
        assertThat(form.body()).contains("value=\"42\"");
        assertThat(place(visit, "time", "10:00", "minutes", "42").status()).isEqualTo(303);
        assertThat(day().body()).contains("data-start=\"2026-12-03T10:00\"", "data-end=\"2026-12-03T10:42\"");
        desk.get(clinic.path("/calendar/visits/" + visit.id()));
        var late = desk.post(
                clinic.path("/calendar/visits/" + visit.id() + "/place"),
                "version",
                "1",
                "time",
                "10:10",
                "minutes",
                "32");
        assertThat(late.status()).isEqualTo(303);
        assertThat(day().body()).contains("data-start=\"2026-12-03T10:10\"", "data-end=\"2026-12-03T10:42\"");
    }

    @Test
    void says_one_oclock_as_spanish_does() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        assertThat(saidAfterMovingTo(visit, 0, "13:30"))
                .contains("Ana Ruiz tiene ahora su cita el jueves 3 de diciembre a la 1:30 p.");
        assertThat(saidAfterMovingTo(visit, 1, "14:00")).contains("a las 2:00 p.");
    }

    private String saidAfterMovingTo(Appointment visit, int version, String time) {
        desk.get(clinic.path("/calendar/visits/" + visit.id()));
        var moved = desk.post(
                clinic.path("/calendar/visits/" + visit.id() + "/place"), "version", "" + version, "time", time);
        return desk.get(moved.location().replaceFirst("^https?://[^/]+", ""), "Accept-Language", "es")
                .body();
    }

    @Test
    void names_the_field_that_needs_another_look() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var refused = place(visit, "time", "noonish", "minutes", "7");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("noonish", "Enter 5 to 480 minutes, by fives.");
    }

    @Test
    void shortens_the_visit_of_somebody_late_and_books_somebody_again_who_did_not_come() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var page = desk.get(clinic.path("/calendar/visits/" + visit.id()));
        assertThat(page.body()).contains("15 minutes late, 30 remain", "value=\"09:15\"");
        place(visit, "time", "09:15", "minutes", "30");
        assertThat(day().body()).contains("data-start=\"2026-12-03T09:15\"", "data-end=\"2026-12-03T09:45\"");
        clock.set(Desk.THURSDAY
                .atTime(9, 40)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant());
        desk = new Visitor(port).with("np", desks.signIn(clinic));
        desk.get(clinic.path("/calendar/visits/" + visit.id()));
        desk.post(clinic.path("/calendar/visits/" + visit.id() + "/state"), "version", "1", "state", "no-show");
        var missed = desk.get(clinic.path("/calendar/visits/" + visit.id()));
        assertThat(missed.body()).contains("calendar/new?patient=" + visit.patient());
        var undone = desk.post(clinic.path("/calendar/visits/" + visit.id() + "/undo"), "version", "2");
        assertThat(undone.status()).isEqualTo(303);
        assertThat(day().body()).contains("data-state=\"booked\"");
    }

    @Test
    void lets_a_practitioner_take_back_where_a_visit_stands_and_nothing_else() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var path = clinic.path("/calendar/visits/" + visit.id());
        var practitioner = new Visitor(port).with("np", desks.signInMaya(clinic));
        practitioner.get(clinic.path("/calendar"));
        assertThat(practitioner.post(path + "/undo", "version", "0").status()).isEqualTo(409);
        place(visit, "time", "10:05");
        assertThat(practitioner.post(path + "/undo", "version", "1").status()).isEqualTo(409);
        var arrived =
                practitioner.post(path + "/state", "version", "1", "state", "arrived", "day", Desk.THURSDAY.toString());
        assertThat(practitioner
                        .get(arrived.location().replaceFirst("^https?://[^/]+", ""))
                        .body())
                .contains("Ana Ruiz: Arrived.", path + "/undo");
        assertThat(practitioner.post(path + "/undo", "version", "2").status()).isEqualTo(303);
        assertThat(day().body()).contains("data-start=\"2026-12-03T10:05\"", "data-state=\"booked\"");
    }

    @Test
    void cancels_and_undoes_that() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        desk.get(clinic.path("/calendar/visits/" + visit.id()));
        var cancelled = desk.post(
                clinic.path("/calendar/visits/" + visit.id() + "/cancellation"),
                "version",
                "0",
                "reason",
                "weather",
                "day",
                Desk.THURSDAY.toString());
        assertThat(cancelled.status()).isEqualTo(303);
        assertThat(day().body()).contains("data-gone=\"true\"");
        desk.post(clinic.path("/calendar/visits/" + visit.id() + "/undo"), "version", "1");
        assertThat(day().body()).doesNotContain("data-gone=\"true\"").contains("Ana Ruiz");
    }

    @Test
    void books_somebody_who_was_found_by_a_few_letters_once_however_often_it_is_sent() {
        var known =
                desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null).patient();
        var found = desk.get(clinic.path("/calendar/patients?q=ana+ru"));
        assertThat(found.body()).contains("Ana Ruiz", known.toString());
        var form = desk.get(clinic.path("/calendar/new?patient=" + known + "&time=14:20"));
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        for (int times = 0; times < 2; times++) {
            var booked = desk.post(
                    clinic.path("/calendar/visits"),
                    "key",
                    "0190a0a0-0000-7000-8000-000000000001",
                    "patient",
                    known.toString(),
                    "service",
                    clinic.needling().toString(),
                    "date",
                    Desk.THURSDAY.toString(),
                    "time",
                    "14:20",
                    "minutes",
                    "",
                    "practitioner",
                    clinic.robin().toString());
            assertThat(booked.status()).as(booked.body()).isEqualTo(303);
        }
        assertThat(day().body().split("data-start=\"2026-12-03T14:20\"")).hasSize(2);
    }

    @Test
    void books_another_time_with_a_form_that_was_sent_before_once_it_has_said_so() {
        var known =
                desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null).patient();
        var key = "0190a0a0-0000-7000-8000-000000000003";
        assertThat(book("key", key, "patient", known.toString(), "time", "14:20")
                        .status())
                .isEqualTo(303);
        var another = book("key", key, "patient", known.toString(), "time", "15:40");
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.body())
                .contains("This form was sent before with another time.", "value=\"15:40\"")
                .doesNotContain(key);
        var fresh = another.body().replaceFirst("(?s).*name=\"key\" value=\"([0-9a-f-]{36})\".*", "$1");
        assertThat(book("key", fresh, "patient", known.toString(), "time", "15:40")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void keeps_all_that_was_typed_while_somebody_on_record_is_looked_for_and_picked() {
        var known =
                desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null).patient();
        var typed = new String[] {
            "key",
            "0190a0a0-0000-7000-8000-000000000004",
            "time",
            "14:20",
            "minutes",
            "25",
            "beyond",
            "yes",
            "role",
            "fitted-in",
            "why",
            "acute pain",
            "name",
            "Ann"
        };
        var found = book(with(typed, "q", "ana ru", "find", "yes"));
        assertThat(found.status()).isEqualTo(200);
        var picked = book(with(typed, "q", "ana ru", "pick", known.toString()));
        for (var page : List.of(found, picked)) {
            assertThat(page.body())
                    .contains("Ana Ruiz", known.toString(), "value=\"14:20\"", "value=\"25\"", "value=\"acute pain\"")
                    .contains("name=\"beyond\" value=\"yes\" checked")
                    .containsPattern("value=\"fitted-in\"[^>]*checked");
        }
        assertThat(found.body()).contains("value=\"Ann\"");
        var nobody = book(with(typed, "patient", known.toString(), "pick", ""));
        assertThat(nobody.body())
                .contains("Somebody new", "value=\"acute pain\"")
                .doesNotContain(known.toString());
        assertThat(book("key", typed[1], "q", "ana ru").body()).contains("Ana Ruiz");
        assertThat(day().body()).doesNotContain("T14:20");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    private Visitor.Answer book(String... fields) {
        desk.get(clinic.path("/calendar/new"));
        return desk.post(
                clinic.path("/calendar/visits"),
                with(
                        new String[] {
                            "service", clinic.needling().toString(),
                            "date", Desk.THURSDAY.toString(),
                            "practitioner", clinic.robin().toString()
                        },
                        fields));
    }

    @Test
    void books_somebody_who_has_no_telephone() {
        assertThat(desk.get(clinic.path("/calendar/new")).body()).contains("Phone or e-mail");
        var gil = new String[] {
            "name", "Gil Amos", "birthDate-year", "1984", "birthDate-month", "2", "birthDate-day", "29"
        };
        var key = "0190a0a0-0000-7000-8000-000000000005";
        var booked = book(with(gil, "key", key, "time", "14:20", "contact", "gil@example.org"));
        assertThat(booked.status()).as(booked.body()).isEqualTo(303);
        var wrong = book(with(gil, "key", key, "time", "15:20", "contact", "gil@example"));
        assertThat(wrong.body()).contains("href=\"#contact\"", "value=\"gil@example\"");
    }

    @Test
    void asks_again_for_what_is_missing_of_somebody_new() {
        desk.get(clinic.path("/calendar/new"));
        var refused = desk.post(
                clinic.path("/calendar/visits"),
                "key",
                "0190a0a0-0000-7000-8000-000000000002",
                "name",
                "Gil Amos",
                "service",
                clinic.needling().toString(),
                "date",
                "2026-12-03",
                "time",
                "",
                "practitioner",
                clinic.robin().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Gil Amos", "Enter a time that the clock shows");
    }

    @Test
    void books_a_walk_in_with_whoever_is_free_now_and_marks_them_as_arrived() {
        var booked = walkIn("Gil Amos");
        assertThat(booked.status()).as(booked.body()).isEqualTo(303);
        var page = desk.get(booked.location().replaceFirst("^https?://[^/]+", ""));
        assertThat(page.body()).contains("Gil Amos is booked for 10:00 AM and marked as arrived.");
        assertThat(walkIn("Hal Berg").status()).isEqualTo(303);
        var third = walkIn("Ida Cole");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.body())
                .contains("Nobody is free within a quarter of an hour", "Ida Cole", " with Maya Okafor");
    }

    @Test
    void books_a_walk_in_once_however_often_it_is_sent() {
        var key = UUID.randomUUID();
        var first = walkIn("Gil Amos", "gil@example.org", key);
        assertThat(first.status()).as(first.body()).isEqualTo(303);
        assertThat(walkIn("Gil Amos", "gil@example.org", key).location()).isEqualTo(first.location());
        var other = walkIn("Hal Berg", "hal@example.org", key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("Hal Berg").doesNotContain(key.toString());
        assertThat(walkIn("Hal Berg").status()).isEqualTo(303);
    }

    @Test
    void takes_a_walk_in_into_the_time_of_somebody_who_did_not_come_and_keeps_both_in_the_list() {
        var missed = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", 60);
        desks.booked(clinic, "Bo Lind", clinic.robin(), "09:00", 120);
        clock.set(Desk.THURSDAY
                .atTime(9, 20)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant());
        desk = new Visitor(port).with("np", desks.signIn(clinic));
        assertThat(walkIn("Gil Amos").status()).as("nobody is free").isEqualTo(409);
        desk.post(clinic.path("/calendar/visits/" + missed.id() + "/state"), "version", "0", "state", "no-show");
        assertThat(walkIn("Gil Amos").status()).isEqualTo(303);
        assertThat(day().body())
                .contains("data-start=\"2026-12-03T09:00\" data-end=\"2026-12-03T10:00\"", "Did not come")
                .contains("data-start=\"2026-12-03T09:20\"", "Gil Amos");
        var refused = desk.post(clinic.path("/calendar/visits/" + missed.id() + "/undo"), "version", "1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Maya Okafor is taken from 9:20 AM to 9:35 AM by the visit of Gil Amos.");
        var arrived =
                desk.post(clinic.path("/appointments/" + missed.id() + "/state"), "version", "1", "state", "arrived");
        assertThat(arrived.status()).isEqualTo(409);
        assertThat(arrived.body()).contains("by the visit of Gil Amos.", "Did not come");
    }

    private Visitor.Answer walkIn(String name) {
        return walkIn(name, "410 555 0123", UUID.randomUUID());
    }

    private Visitor.Answer walkIn(String name, String contact, UUID key) {
        desk.get(clinic.path("/calendar/walk-in"));
        return desk.post(
                clinic.path("/calendar/walk-in"),
                "name",
                name,
                "birthDate-year",
                "1984",
                "birthDate-month",
                "2",
                "birthDate-day",
                "29",
                "contact",
                contact,
                "key",
                key.toString(),
                "service",
                clinic.needling().toString());
    }

    @Test
    void keeps_time_free_and_gives_it_back() {
        var added = block("12:30", "13:30");
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        assertThat(day().body()).contains("Team lunch", "data-kind=\"block\"");
        var again = block("13:00", "14:00");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("Maya Okafor is kept free from 12:30 PM to 1:30 PM.");
        assertThat(block("14:00", "13:00").status()).isEqualTo(409);
        removeBlock();
        assertThat(day().body()).doesNotContain("Team lunch");
    }

    /// The page that says so.
    private String removeBlock() {
        var id = day().body().replaceFirst("(?s).*blocks/([0-9a-f-]{36})/removal.*", "$1");
        var removed = desk.post(clinic.path("/calendar/blocks/" + id + "/removal"), "day", Desk.THURSDAY.toString());
        return desk.get(removed.location().replaceFirst("^https?://[^/]+", "")).body();
    }

    @Test
    void puts_a_removed_block_back_or_says_who_stands_there() {
        block("14:00", "15:00");
        var page = removeBlock();
        assertThat(page).contains("The time can be booked again.", "Undo").doesNotContain("Team lunch");
        var undo = page.replaceFirst("(?s).*(/calendar/blocks/[0-9a-f-]{36}/undo).*", "$1");
        var back = desk.post(clinic.path(undo), "version", "1", "day", Desk.THURSDAY.toString());
        assertThat(back.location()).contains("done=blocked");
        assertThat(day().body()).contains("Team lunch");
        removeBlock();
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "14:15", 30);
        var refused = desk.post(clinic.path(undo), "version", "3", "day", Desk.THURSDAY.toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Maya Okafor is taken from 2:15 PM to 2:45 PM by the visit of Ana Ruiz.")
                .doesNotContain("Team lunch");
    }

    @Test
    void blocks_a_day_until_midnight() {
        assertThat(block("00:00", "00:00").status()).isEqualTo(303);
        assertThat(day().body())
                .contains("data-start=\"2026-12-03T00:00\" data-end=\"2026-12-04T00:00\"", "Team lunch");
        assertThat(block("18:00", "19:00").status()).isEqualTo(409);
    }

    private Visitor.Answer block(String from, String to) {
        desk.get(clinic.path("/calendar/blocks/new"));
        return desk.post(
                clinic.path("/calendar/blocks"),
                "whom",
                "practitioner:" + clinic.maya(),
                "date",
                Desk.THURSDAY.toString(),
                "from",
                from,
                "to",
                to,
                "label",
                "Team lunch");
    }
}
