package org.needlepoint.frontdoor.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.web.Staff;
import org.needlepoint.identity.Role;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The front desk books a course of visits: asks, looks through them, books.
@IntegrationTest
class ASeriesAtTheDeskIT {
    private static final Pattern TICKED =
            Pattern.compile("type=\"checkbox\" name=\"visit\" id=\"visit-\\d+\" value=\"([^\"]+)\" checked");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @Autowired
    Clinic clinics;

    @Autowired
    Patients patients;

    @Autowired
    Staff staff;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private PatientId ana;
    private Visitor desk;

    @BeforeEach
    void signIn() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
        var who = new Demographics(
                "Ana Ruiz", LocalDate.of(1984, 2, 29), "+14105550123", "ana@example.org", Locale.ENGLISH);
        ana = practices.in(clinic.id(), () -> patients.register(clinic.id(), who, Actor.SYSTEM));
        desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
    }

    private String path(String rest) {
        return "/p/" + clinic.slug() + "/patients/" + ana + "/series" + rest;
    }

    /// Twice a week for three weeks, Tuesdays and Thursdays after 16:00.
    private Map<String, List<String>> wish() {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("service", List.of(clinic.service().toString()));
        fields.put("weekday", List.of("TUESDAY", "THURSDAY"));
        fields.put("first", List.of("2026-12-07"));
        fields.put("weeks", List.of("3"));
        fields.put("everyWeeks", List.of("1"));
        fields.put("earliest", List.of("16:00"));
        fields.put("latest", List.of("18:00"));
        fields.put("daysApart", List.of("2"));
        return fields;
    }

    private static String query(Map<String, List<String>> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + value.replace(":", "%3A"))));
        return "?" + String.join("&", pairs);
    }

    private Visitor.Answer propose() {
        var page = desk.get(path(query(wish())));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    private static List<String> ticked(Visitor.Answer page) {
        return TICKED.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Visitor.Answer book(List<String> visits, String key) {
        var fields = wish();
        fields.put("visit", visits);
        fields.put("key", List.of(key));
        return desk.postFields(path(""), fields);
    }

    private static String key(Visitor.Answer page) {
        var key = KEY.matcher(page.body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private long visits() {
        return count("scheduling.appointment");
    }

    private long count(String table) {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("select count(*) from " + table + " where practice_id = :practice")
                        .param("practice", clinic.id().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void is_asked_for_looked_through_and_booked_once_however_often_it_is_sent() {
        var page = propose();
        var chosen = ticked(page);
        assertThat(chosen).hasSize(6);
        var key = key(page);
        var booked = book(chosen, key);
        assertThat(booked.status()).isEqualTo(303);
        assertThat(book(chosen, key).location()).isEqualTo(booked.location());
        assertThat(visits()).isEqualTo(6);
        var series = desk.get(booked.location().replaceFirst("^https?://[^/]+", ""));
        assertThat(series.body()).contains("The visits are booked.", "Tuesday, December 8, 2026, 4:00");
    }

    @Test
    void books_nothing_when_one_is_gone_and_says_which() {
        var chosen = ticked(propose());
        assertThat(book(List.of(chosen.get(2)), UUID.randomUUID().toString()).status())
                .isEqualTo(303);
        var refused = book(chosen, UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Tuesday, December 15, 2026, 4:00").contains("No visit was booked");
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void keeps_what_was_left_out_when_it_comes_back() {
        var chosen = ticked(propose());
        book(List.of(chosen.get(2)), UUID.randomUUID().toString());
        var refused =
                book(List.of(chosen.get(0), chosen.get(2)), UUID.randomUUID().toString());
        assertThat(ticked(refused)).containsExactly(chosen.get(0));
    }

    @Test
    void names_every_field_that_cannot_be_read_and_keeps_what_was_typed() {
        var fields = wish();
        fields.remove("weekday");
        fields.put("weeks", List.of("53"));
        fields.put("earliest", List.of("late"));
        fields.put("first", List.of("2026-11-01"));
        var page = desk.get(path(query(fields)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("href=\"#weekday\"", "href=\"#weeks\"", "href=\"#earliest\"", "href=\"#first\"")
                .contains("value=\"53\"", "value=\"late\"");
    }

    @Test
    void says_when_the_days_themselves_lie_too_close() {
        var fields = wish();
        fields.put("daysApart", List.of("3"));
        var page = desk.get(path(query(fields)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("lie only 2 days apart, but you asked for 3");
    }

    @Test
    void asks_to_choose_at_least_one() {
        var page = book(List.of(""), UUID.randomUUID().toString());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Choose at least one visit.");
    }

    @Test
    void reaches_the_patient_as_one_message() {
        var page = propose();
        book(ticked(page), key(page));
        await().until(() -> waitingNews() == 0);
        assertThat(count("notifications.message")).isEqualTo(1);
    }

    private long waitingNews() {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        select count(*)
                          from platform.event_publication
                         where completion_date is null
                           and serialized_event like :practice
                        """)
                        .param("practice", "%" + clinic.id() + "%")
                        .query(Long.class)
                        .single());
    }

    @Test
    void cancels_the_rest_with_a_reason_once_it_was_asked_whether_to() {
        var page = propose();
        var series = book(ticked(page), key(page)).location().replaceFirst("^https?://[^/]+|\\?.*$", "");
        var path = series.replaceFirst("\\?.*$", "");
        assertThat(desk.post(path + "/cancellation").status()).isEqualTo(422);
        var asked = desk.post(path + "/cancellation", "reason", "patient-asked");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("Yes, cancel", "name=\"reason\" value=\"patient-asked\"");
        assertThat(desk.get(path).body()).contains("Cancel what lies ahead").doesNotContain("Cancelled");
        assertThat(desk.post(path + "/cancellation", "reason", "patient-asked", "sure", "yes")
                        .location())
                .endsWith("?done=cancelled");
        assertThat(desk.get(path).body()).contains("Cancelled").doesNotContain("Cancel what lies ahead");
    }

    @Test
    void of_another_patient_is_not_found() {
        var page = propose();
        var series = book(ticked(page), key(page)).location().replaceFirst("\\?.*$", "");
        var id = series.substring(series.lastIndexOf('/') + 1);
        var who = new Demographics("Ben Ortiz", LocalDate.of(1980, 1, 1), "+14105550124", null, Locale.ENGLISH);
        var ben = practices.in(clinic.id(), () -> patients.register(clinic.id(), who, Actor.SYSTEM));
        assertThat(desk.get("/p/" + clinic.slug() + "/patients/" + ben + "/series/" + id)
                        .status())
                .isEqualTo(404);
    }
}
