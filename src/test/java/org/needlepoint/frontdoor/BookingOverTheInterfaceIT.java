package org.needlepoint.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.BookingCalls.ANA;
import static org.needlepoint.frontdoor.BookingCalls.JSON;
import static org.needlepoint.frontdoor.BookingCalls.appointmentBody;
import static org.needlepoint.frontdoor.BookingCalls.holdBody;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.frontdoor.BookingCalls.Answer;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Booking by JSON, from the list of services to the appointment. It is Wednesday, 2 December 2026, 10:00 in New York.
@IntegrationTest
class BookingOverTheInterfaceIT {
    private static final String NINE = "2026-12-03T09:00:00-05:00";

    @LocalServerPort
    int port;

    @Autowired
    Clinic clinics;

    @Autowired
    PracticeFixture practices;

    @Autowired
    Calendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;
    private BookingCalls api;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
        api = new BookingCalls(port, clinic.slug());
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Answer holdAt(String start) {
        return api.post("/holds", holdBody(clinic.service(), clinic.practitioner(), clinic.location(), start));
    }

    private Answer book(String hold) {
        return api.post("/appointments", appointmentBody(hold, ANA));
    }

    private List<String> openingsOn(String day) {
        return api.get("/openings?service=%s&from=%s&to=%s".formatted(clinic.service(), day, day))
                .json()
                .valueStream()
                .map(opening -> opening.get("start").asString())
                .toList();
    }

    private long appointments() {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("select count(*) from scheduling.appointment where practice_id = :practice")
                        .param("practice", clinic.id().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void lists_the_services() {
        assertThat(api.get("/services").json()).isEqualTo(JSON.readTree("""
                [{"id":"%s","name":"Visit","minutes":30,"modality":"phone","for":"both","priceCents":9500,"currency":"USD"}]
                """.formatted(clinic.service())));
    }

    @Test
    void lists_openings_with_the_offset_of_the_location() {
        var openings = api.get("/openings?service=%s&from=2026-12-03&to=2026-12-04".formatted(clinic.service()));
        assertThat(openings.status()).isEqualTo(200);
        assertThat(openings.json()).hasSize(32);
        assertThat(openings.json().get(0))
                .isEqualTo(JSON.readTree("""
                {"start":"2026-12-03T09:00:00-05:00","end":"2026-12-03T09:30:00-05:00","practitioner":"%s","location":"%s"}
                """.formatted(clinic.practitioner(), clinic.location())));
    }

    @Test
    void keeps_the_minimum_notice() {
        assertThat(openingsOn("2026-12-02")).first().isEqualTo("2026-12-02T11:00:00-05:00");
    }

    @Test
    void a_hold_becomes_an_appointment_with_its_pain_marks_and_a_link_to_manage_it() {
        var hold = holdAt(NINE);
        assertThat(hold.status()).isEqualTo(201);
        assertThat(hold.json().get("expires").asString()).isEqualTo("2026-12-02T10:15:00-05:00");
        var booked = api.post("/appointments", """
                {"hold":"%s","patient":%s,"pain":{"marks":[{"zone":"neck-posterior","side":"R","intensity":6}]}}
                """.formatted(hold.id(), ANA));
        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.json().get("start").asString()).isEqualTo(NINE);
        assertThat(booked.json().get("manage").asString())
                .startsWith("http://")
                .contains("/p/" + clinic.slug() + "/manage/");
        var pain = clinic.in(() -> calendar.painOf(clinic.id(), new AppointmentId(UUID.fromString(booked.id()))));
        assertThat(pain)
                .isEqualTo(new PainReport(
                        List.of(new PainReport.Mark("neck-posterior", Laterality.R, 6)), List.of(), null));
        assertThat(openingsOn("2026-12-03")).doesNotContain(NINE).hasSize(15);
    }

    @Test
    void a_held_time_is_taken_and_the_answer_names_the_three_nearest_that_are_free() {
        holdAt(NINE);
        var refused = holdAt(NINE);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.json()
                        .get("alternatives")
                        .valueStream()
                        .map(opening -> opening.get("start").asString()))
                .containsExactly("2026-12-03T09:30:00-05:00", "2026-12-03T10:00:00-05:00", "2026-12-03T10:30:00-05:00");
    }

    @Test
    void an_expired_hold_is_gone_and_its_time_is_free_for_others() {
        var late = holdAt(NINE);
        clock.advance(HoldOpening.KEPT);
        assertThat(book(late.id()).status()).isEqualTo(410);
        assertThat(openingsOn("2026-12-03")).contains(NINE);
        var other = holdAt(NINE);
        assertThat(other.status()).isEqualTo(201);
        assertThat(book(late.id()).status()).isEqualTo(410);
        assertThat(book(other.id()).status()).isEqualTo(201);
    }

    @Test
    void the_same_form_twice_without_a_key_books_once() {
        var hold = holdAt(NINE);
        assertThat(book(hold.id()).status()).isEqualTo(201);
        var again = book(hold.id());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("alternatives")).hasSize(3);
        assertThat(appointments()).isEqualTo(1);
    }

    @Test
    void the_same_form_twice_with_a_key_gets_the_same_answer_twice() {
        var body = appointmentBody(holdAt(NINE).id(), ANA);
        var first = api.post("/appointments", body, "form-1");
        var second = api.post("/appointments", body, "form-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
        assertThat(appointments()).isEqualTo(1);
    }

    @Test
    void a_key_with_another_body_is_refused() {
        var body = holdBody(clinic.service(), clinic.practitioner(), clinic.location(), NINE);
        assertThat(api.post("/holds", body, "k").status()).isEqualTo(201);
        var other = api.post("/holds", body.replace("09:00", "09:30"), "k");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.fields()).containsExactly("Idempotency-Key");
    }

    @Test
    void a_key_of_another_route_is_another_key() {
        var hold = api.post("/holds", holdBody(clinic.service(), clinic.practitioner(), clinic.location(), NINE), "k");
        assertThat(api.post("/appointments", appointmentBody(hold.id(), ANA), "k")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_refusal_is_evaluated_afresh() {
        holdAt(NINE);
        var body = holdBody(clinic.service(), clinic.practitioner(), clinic.location(), NINE);
        assertThat(api.post("/holds", body, "k").status()).isEqualTo(409);
        clock.advance(HoldOpening.KEPT);
        assertThat(api.post("/holds", body, "k").status()).isEqualTo(201);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        var body = holdBody(clinic.service(), clinic.practitioner(), clinic.location(), "2026-12-08T09:00:00-05:00");
        var first = api.post("/holds", body, "k");
        clock.advance(Duration.ofHours(24));
        var second = api.post("/holds", body, "k");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void concurrent_repeats_wait_and_all_get_the_one_answer() {
        var body = appointmentBody(holdAt(NINE).id(), ANA);
        var answers = together(8, _ -> api.post("/appointments", body, "same"));
        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertThat(appointments()).isEqualTo(1);
    }

    @Test
    void of_two_who_want_one_opening_one_gets_it_and_the_other_three_that_are_free() {
        var answers = together(2, _ -> holdAt(NINE));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
        var lost = answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow();
        var alternatives = lost.json()
                .get("alternatives")
                .valueStream()
                .map(opening -> opening.get("start").asString())
                .toList();
        assertThat(alternatives).hasSize(3).doesNotContain(NINE);
        assertThat(openingsOn("2026-12-03")).containsAll(alternatives);
        alternatives.forEach(start -> assertThat(holdAt(start).status()).isEqualTo(201));
    }

    @Test
    void of_two_who_book_with_one_hold_one_succeeds() {
        var hold = holdAt(NINE).id();
        var answers = together(2, _ -> book(hold));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
        assertThat(appointments()).isEqualTo(1);
    }

    @Test
    void sixteen_clients_fight_for_sixteen_openings_and_each_is_booked_once() {
        var starts = openingsOn("2026-12-03");
        assertThat(starts).hasSize(16);
        var answers = together(
                16,
                client -> IntStream.range(0, starts.size())
                        .mapToObj(i -> starts.get((i + client) % starts.size()))
                        .map(start -> {
                            var hold = holdAt(start);
                            return hold.status() == 201 ? book(hold.id()) : hold;
                        })
                        .toList());
        var flat = answers.stream().flatMap(List::stream).toList();
        assertThat(flat.stream().filter(answer -> answer.status() == 201)).hasSize(16);
        assertThat(flat.stream().filter(answer -> answer.status() != 201)).allMatch(answer -> answer.status() == 409);
        assertThat(appointments()).isEqualTo(16);
        assertThat(openingsOn("2026-12-03")).isEmpty();
    }

    @Test
    void one_client_keeps_at_most_twenty_openings() {
        var day = openingsOn("2026-12-03");
        var next = openingsOn("2026-12-04");
        day.forEach(start -> assertThat(holdAt(start).status()).isEqualTo(201));
        next.subList(0, 4).forEach(start -> assertThat(holdAt(start).status()).isEqualTo(201));
        assertThat(holdAt(next.get(4)).status()).isEqualTo(429);
        clock.advance(HoldOpening.KEPT);
        assertThat(holdAt(next.get(4)).status()).isEqualTo(201);
    }

    @Test
    void a_service_practitioner_or_location_of_another_practice_is_unknown() {
        var other = clinics.byPhone("America/New_York");
        assertThat(api.get("/openings?service=%s&from=2026-12-03&to=2026-12-03".formatted(other.service()))
                        .fields())
                .containsExactly("service");
        assertThat(api.post("/holds", holdBody(other.service(), clinic.practitioner(), clinic.location(), NINE))
                        .fields())
                .containsExactly("service");
        assertThat(api.post("/holds", holdBody(clinic.service(), other.practitioner(), clinic.location(), NINE))
                        .fields())
                .containsExactly("practitioner");
        assertThat(api.post("/holds", holdBody(clinic.service(), clinic.practitioner(), other.location(), NINE))
                        .fields())
                .containsExactly("location");
    }

    @Test
    void a_hold_of_another_practice_is_unknown() {
        var other = clinics.byPhone("America/New_York");
        var theirs = new BookingCalls(port, other.slug())
                .post("/holds", holdBody(other.service(), other.practitioner(), other.location(), NINE));
        var refused = book(theirs.id());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly("hold");
    }

    @Test
    void an_unknown_practice_is_not_found() {
        assertThat(new BookingCalls(port, "nowhere").get("/services").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2026-12-03, 2026-12-02, to, the window is backwards",
                "2026-12-03, 2036-12-03, to, the window is ten years",
                "2026-12-03, 2027-03-05, to, the window is 93 days",
                "-999999999-01-01, +999999999-12-31, from, the year has nine digits",
                "2026-02-30, 2026-03-01, from, the date does not exist",
                "yesterday, 2026-12-03, from, the date is a word"
            })
    void a_window_is_refused_and_the_field_named(String from, String to, String field, String why) {
        var refused =
                api.get("/openings?service=%s&from=%s&to=%s".formatted(clinic.service(), from, to.replace("+", "%2B")));
        assertThat(refused.status()).as(why).isEqualTo(422);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.fields()).as(why).contains(field);
    }

    @Test
    void a_window_of_ninety_two_days_is_answered() {
        assertThat(api.get("/openings?service=%s&from=2026-12-03&to=2027-03-04".formatted(clinic.service()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"Ana\",\"birthDate\":\"2026-12-03\",\"phone\":\"4105550123\"} | patient.birthDate | born tomorrow",
                "{\"name\":\"Ana\",\"birthDate\":\"1899-12-31\",\"phone\":\"4105550123\"} | patient.birthDate | born before 1900",
                "{\"name\":\"Ana\",\"birthDate\":\"02/29/1984\",\"phone\":\"4105550123\"} | patient.birthDate | not ISO",
                "{\"name\":\"Ana\",\"birthDate\":\"1984-02-29\"} | patient.phone | no way to reach",
                "{\"name\":\"Ana\",\"birthDate\":\"1984-02-29\",\"phone\":\"12\"} | patient.phone | no telephone number",
                "{\"name\":\"Ana\",\"birthDate\":\"1984-02-29\",\"email\":\"ana\"} | patient.email | no address",
                "{\"name\":\"   \",\"birthDate\":\"1984-02-29\",\"phone\":\"4105550123\"} | patient.name | no name",
                "{\"name\":7,\"birthDate\":\"1984-02-29\",\"phone\":\"4105550123\"} | patient.name | a number for a name",
                "\"Ana\" | patient | no object",
                "null | patient | nothing"
            })
    void a_patient_is_refused_and_the_field_named(String patient, String field, String why) {
        var refused = api.post("/appointments", appointmentBody(holdAt(NINE).id(), patient));
        assertThat(refused.status()).as(why).isEqualTo(422);
        assertThat(refused.fields()).as(why).containsExactly(field);
    }

    @Test
    void a_name_of_ten_thousand_characters_is_refused_and_the_hold_stays() {
        var hold = holdAt(NINE).id();
        var refused = api.post("/appointments", appointmentBody(hold, ANA.replace("Ana Núñez", "x".repeat(10_000))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly("patient.name");
        assertThat(book(hold).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"🙂🧑🏽‍⚕️", "عائشة بنت سعيد", "שרה כהן", "<b onclick=alert(1)>Bobby</b>", "O'Brien; drop table x"})
    void any_name_a_person_may_have_is_taken_as_it_is(String name) {
        var hold = holdAt(NINE).id();
        var booked = api.post("/appointments", appointmentBody(hold, ANA.replace("Ana Núñez", name)));
        assertThat(booked.status()).isEqualTo(201);
        var lines = clinic.in(() -> calendar.day(clinic.id(), java.time.LocalDate.of(2026, 12, 3)));
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.patient()).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"zone\":\"no-such-zone\",\"side\":\"R\"}] | pain.marks[0].zone",
                "[{\"zone\":\"neck-posterior\",\"side\":\"X\"}] | pain.marks[0].side",
                "[{\"zone\":\"neck-posterior\",\"side\":\"R\"},{\"zone\":\"neck-posterior\",\"side\":\"L\",\"intensity\":11}]"
                        + " | pain.marks[1].intensity",
                "\"everywhere\" | pain.marks"
            })
    void a_mark_is_refused_and_the_field_named(String marks, String field) {
        var refused = api.post("/appointments", """
                {"hold":"%s","patient":%s,"pain":{"marks":%s}}""".formatted(holdAt(NINE).id(), ANA, marks));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-03T09:10:00-05:00, off the grid",
        "2026-12-03T03:00:00-05:00, at night",
        "2026-12-05T09:00:00-05:00, on a Saturday",
        "2026-12-01T09:00:00-05:00, yesterday",
        "2027-12-03T09:00:00-05:00, beyond the horizon",
        "+999999999-12-31T23:59:59-05:00, at the end of time",
        "2026-12-03T09:00:00, without offset",
        "soon, in a word"
    })
    void a_time_that_is_never_offered_is_refused_and_named(String start, String why) {
        var refused = holdAt(start);
        assertThat(refused.status()).as(why).isEqualTo(422);
        assertThat(refused.fields()).as(why).containsExactly("start");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"not json", "[1]", "''", "{\"service\":"})
    void a_body_that_is_no_json_object_is_a_bad_request(String body) {
        var refused = api.post("/holds", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).startsWith("application/problem+json");
    }

    @Test
    void every_missing_field_is_named_at_once() {
        assertThat(api.post("/holds", "{}").fields()).containsExactly("service", "practitioner", "location", "start");
        assertThat(api.post("/appointments", "{}").fields()).containsExactly("hold", "patient");
        assertThat(api.get("/openings").fields()).containsExactly("service", "from", "to");
    }

    @Test
    void cookies_are_ignored_and_none_is_set() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + port + "/api/v1/p/" + clinic.slug() + "/services"))
                .header("Cookie", "np-session=forged; JSESSIONID=1")
                .build();
        var response = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void the_description_lists_every_operation() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + port + "/api/openapi.json"))
                .build();
        var text = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                .body();
        var paths = JSON.readTree(text).get("paths");
        assertThat(paths.path("/api/v1/p/{slug}/services").has("get")).isTrue();
        assertThat(paths.path("/api/v1/p/{slug}/openings").has("get")).isTrue();
        assertThat(paths.path("/api/v1/p/{slug}/holds").has("post")).isTrue();
        assertThat(paths.path("/api/v1/p/{slug}/appointments").has("post")).isTrue();
        assertThat(paths.path("/api/v1/pain-locator").has("post")).isTrue();
    }

    /// Does the same on several threads at the same moment.
    private static <T> List<T> together(int threads, java.util.function.IntFunction<T> act) {
        var ready = new CountDownLatch(threads);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(client -> () -> {
                        ready.countDown();
                        ready.await();
                        return act.apply(client);
                    })
                    .toList();
            return executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
