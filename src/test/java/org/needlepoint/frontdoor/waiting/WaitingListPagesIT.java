package org.needlepoint.frontdoor.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.web.Staff;
import org.needlepoint.identity.Role;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.waiting.OfferedOpening;
import org.needlepoint.scheduling.waiting.WaitingList;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A visitor joins the waiting list, is sent a link when a time comes free, and answers it.
@IntegrationTest
class WaitingListPagesIT {
    @Autowired
    Clinic clinics;

    @Autowired
    WaitingList list;

    @Autowired
    OfferLinks links;

    @Autowired
    Calendar calendar;

    @Autowired
    Patients patients;

    @Autowired
    Outbox outbox;

    @Autowired
    JobRunner jobs;

    @Autowired
    Staff staff;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor visitor;

    @BeforeEach
    void openAClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
        visitor = new Visitor(port);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    private String path(String rest) {
        return "/p/" + clinic.slug() + rest;
    }

    /// Zelda could come on Thursday at ten, if she knows two hours before.
    private Map<String, List<String>> wish() {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("service", List.of(clinic.service().toString()));
        fields.put("weekday", List.of("THURSDAY"));
        fields.put("earliest", List.of("10:00"));
        fields.put("latest", List.of("10:00"));
        fields.put("until", List.of("2026-12-03"));
        fields.put("notice", List.of("2"));
        fields.put("name", List.of("Zelda Quist"));
        fields.put("birthDate-year", List.of("1984"));
        fields.put("birthDate-month", List.of("2"));
        fields.put("birthDate-day", List.of("29"));
        fields.put("email", List.of("zelda@example.org"));
        fields.put("key", List.of(UUID.randomUUID().toString()));
        return fields;
    }

    private OfferedOpening joinsAndIsAsked() {
        return joinsAndIsAsked(wish());
    }

    private OfferedOpening joinsAndIsAsked(Map<String, List<String>> wish) {
        var joined = visitor.postFields(path("/book/waiting"), wish);
        assertThat(joined.status()).as(joined.body()).isEqualTo(303);
        assertThat(visitor.get(path("/book/waiting/joined")).body()).contains("You are on the waiting list");
        jobs.runDue();
        return asked();
    }

    private OfferedOpening asked() {
        return clinic.in(() -> list.waiting(clinic.id())).stream()
                .flatMap(line -> Stream.ofNullable(line.offer()))
                .findFirst()
                .orElseThrow();
    }

    /// Zelda could come at any time of this month, and answers neither of the two offers that she gets.
    private OfferedOpening doesNotAnswerTwice() {
        var wish = wish();
        wish.put("weekday", List.of("THURSDAY", "FRIDAY"));
        wish.put("latest", List.of("16:00"));
        wish.put("until", List.of("2026-12-31"));
        joinsAndIsAsked(wish);
        clock.advance(Duration.ofHours(2));
        jobs.runDue();
        var second = asked();
        clock.advance(Duration.ofHours(2));
        jobs.runDue();
        return second;
    }

    private String link(OfferedOpening offer) {
        return path("/offers/" + clinic.in(() -> links.link(clinic.id(), offer)));
    }

    private Visitor.Answer answers(String link, String year, String answer) {
        return visitor.post(
                link, "birthDate-year", year, "birthDate-month", "2", "birthDate-day", "29", "answer", answer);
    }

    @Test
    void lead_from_the_times_to_the_list() {
        var times = visitor.get(path("/book/times?service=" + clinic.service()));
        assertThat(times.body()).contains("/book/waiting?service=" + clinic.service());
        assertThat(visitor.get(path("/book/waiting?service=" + clinic.service()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void name_every_field_that_needs_another_look() {
        var fields = wish();
        fields.remove("weekday");
        fields.remove("name");
        fields.put("until", List.of("2026-12-01"));
        fields.put("earliest", List.of("11:00"));
        var page = visitor.postFields(path("/book/waiting"), fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("href=\"#weekday\"", "href=\"#name\"", "href=\"#until\"", "href=\"#latest\"")
                .contains("value=\"zelda@example.org\"");
    }

    @Test
    void send_one_message_with_a_link_that_says_time_and_place_only() {
        var offer = joinsAndIsAsked();
        jobs.runDue();
        assertThat(clinic.in(() -> outbox.about(clinic.id(), offer.id().value())))
                .extracting(Outbox.Line::kind)
                .containsExactly(Message.Kind.WAITING_LIST_OFFER);
        var page = visitor.get(link(offer));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Thursday, December 3, 2026")
                .contains("until Wednesday, December 2, 2026, 12:00")
                .doesNotContain("Zelda", "Robin Hale");
    }

    @Test
    void book_the_time_for_who_knows_the_birth_date() {
        var offer = joinsAndIsAsked();
        var link = link(offer);
        assertThat(answers(link, "1980", "accept").status()).isEqualTo(422);
        assertThat(answers(link, "", "accept").status()).isEqualTo(422);
        assertThat(answers(link, "1984", "perhaps").status()).isEqualTo(422);
        var booked = answers(link, "1984", "accept");
        assertThat(booked.status()).as(booked.body()).isEqualTo(303);
        assertThat(booked.location()).contains("/booked/");
        assertThat(clinic.in(() -> calendar.day(clinic.id(), LocalDate.of(2026, 12, 3))))
                .extracting(Calendar.Line::patient)
                .containsExactly("Zelda Quist");
        assertThat(visitor.get(link).body()).contains("You took this time.");
    }

    @Test
    void close_after_five_wrong_birth_dates() {
        var link = link(joinsAndIsAsked());
        for (int i = 0; i < 4; i++) {
            answers(link, "1980", "accept");
        }
        assertThat(answers(link, "1980", "accept").status()).isEqualTo(429);
        assertThat(answers(link, "1984", "accept").status()).isEqualTo(429);
        assertThat(visitor.get(link).body()).contains("Too many tries");
    }

    @Test
    void say_that_the_time_to_answer_is_over() {
        var link = link(joinsAndIsAsked());
        clock.advance(Duration.ofHours(3));
        assertThat(visitor.get(link).body())
                .contains("The time to answer is over")
                .doesNotContain("A time is free for you");
        assertThat(answers(link, "1984", "accept").body()).contains("The time to answer is over");
        clock.advance(Duration.ofDays(30));
        assertThat(visitor.get(link).status()).isEqualTo(410);
        assertThat(visitor.get(path("/offers/nonsense")).status()).isEqualTo(404);
    }

    @Test
    void give_the_time_back_when_it_is_not_wanted() {
        var offer = joinsAndIsAsked();
        var declined = answers(link(offer), "1984", "leave");
        assertThat(declined.status()).isEqualTo(303);
        assertThat(visitor.get(link(offer)).body()).contains("You did not take this time");
        assertThat(clinic.in(() -> list.waiting(clinic.id()))).isEmpty();
    }

    @Test
    void let_the_desk_see_who_waits_and_answer_for_them_on_the_phone() {
        var offer = joinsAndIsAsked();
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        assertThat(desk.get(path("/waiting")).body())
                .contains("Zelda Quist", "zelda@example.org", "Thursday, December 3, 10:00");
        var booked = desk.post(path("/waiting/offers/" + offer.id()), "answer", "accept");
        assertThat(booked.location()).contains("/appointments/");
        assertThat(desk.get(path("/waiting")).body()).contains("Nobody waits");
        assertThat(desk.post(path("/waiting/offers/" + offer.id()), "answer", "decline")
                        .location())
                .endsWith("done=over");
    }

    @Test
    void let_the_desk_put_somebody_on_the_list_and_take_them_off() {
        var who = new Demographics("Ana Ruiz", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);
        var ana = practices.in(clinic.id(), () -> patients.register(clinic.id(), who, Actor.SYSTEM));
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        var fields = wish();
        fields.put("weekday", List.of("SUNDAY"));
        assertThat(desk.postFields(path("/patients/" + ana + "/waiting"), fields)
                        .location())
                .endsWith("/waiting?done=joined");
        var wish = clinic.in(() -> list.waiting(clinic.id())).getFirst().wish();
        assertThat(desk.get(path("/patients/" + ana + "/waiting")).body()).contains("Sunday");
        assertThat(desk.post(path("/waiting/" + wish.id() + "/withdrawal")).location())
                .endsWith("done=withdrawn&wish=" + wish.id());
        assertThat(clinic.in(() -> list.waiting(clinic.id()))).isEmpty();
        fields.put("until", List.of("soon"));
        assertThat(desk.postFields(path("/patients/" + ana + "/waiting"), fields)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void put_somebody_on_the_list_once_however_often_the_form_is_sent() {
        var wish = wish();
        wish.put("weekday", List.of("SUNDAY"));
        assertThat(visitor.postFields(path("/book/waiting"), wish).status()).isEqualTo(303);
        var again = visitor.postFields(path("/book/waiting"), wish);
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).endsWith("/book/waiting/joined");
        assertThat(clinic.in(() -> list.waiting(clinic.id()))).hasSize(1);
        wish.put("name", List.of("Ulla Quist"));
        var another = visitor.postFields(path("/book/waiting"), wish);
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.body()).contains("This form was sent before", "Ulla Quist");
    }

    @Test
    void promise_no_text_message_where_none_can_leave() {
        assertThat(visitor.get(path("/book/waiting")).body())
                .contains("write to your e-mail address", "we send no text messages");
        assertThat(visitor.get(path("/book/waiting/joined")).body()).contains("no message reaches you");
    }

    @Test
    void tell_the_desk_to_call_whom_no_message_reaches() {
        var wish = wish();
        wish.remove("email");
        wish.put("phone", List.of("410 555 0123"));
        var offer = joinsAndIsAsked(wish);
        jobs.runDue();
        assertThat(clinic.in(() -> outbox.about(clinic.id(), offer.id().value())))
                .isEmpty();
        assertThat(staff.signedIn(port, clinic.id(), Role.FRONT_DESK)
                        .get(path("/waiting"))
                        .body())
                .contains("No message was written. Please call.");
    }

    @Test
    void ask_whoever_did_not_answer_whether_they_still_want_a_time() {
        var link = link(doesNotAnswerTwice());
        assertThat(visitor.get(link).body()).contains("we ask you no more", "I still want a time");
        assertThat(answers(link, "1980", "wait").status()).isEqualTo(422);
        assertThat(answers(link, "1984", "wait").status()).isEqualTo(303);
        assertThat(visitor.get(link).body())
                .contains("You are on the list still")
                .doesNotContain("I still want");
        jobs.runDue();
        assertThat(asked().startsAt()).as("another time").isNotNull();
    }

    @Test
    void let_the_desk_call_whoever_did_not_answer_and_ask_them_again() {
        doesNotAnswerTwice();
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        assertThat(desk.get(path("/waiting")).body()).contains("No answer", "please call", "Still wants a time");
        var wish = clinic.in(() -> list.waiting(clinic.id())).getFirst().wish();
        assertThat(desk.post(path("/waiting/" + wish.id() + "/return")).location())
                .endsWith("/waiting?done=returned");
        jobs.runDue();
        assertThat(asked().wish()).isEqualTo(wish.id());
    }

    @Test
    void let_the_desk_put_back_at_the_same_place_whom_it_took_off() {
        var sunday = wish();
        sunday.put("weekday", List.of("SUNDAY"));
        visitor.postFields(path("/book/waiting"), sunday);
        var before = clinic.in(() -> list.waiting(clinic.id())).getFirst().wish();
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        var taken = desk.post(path("/waiting/" + before.id() + "/withdrawal")).location();
        assertThat(desk.get(taken.substring(taken.indexOf("/p/"))).body()).contains("Put back on the list");
        desk.post(path("/waiting/" + before.id() + "/return"));
        var after = clinic.in(() -> list.waiting(clinic.id())).getFirst().wish();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.joinedAt()).isEqualTo(before.joinedAt());
    }

    @Test
    void say_beside_the_form_what_no_field_can_mend() {
        var link = link(joinsAndIsAsked());
        assertThat(answers(link, "1984", "perhaps").body())
                .contains("Choose one of the three answers")
                .doesNotContain("href=\"#birthDate\"");
    }
}
