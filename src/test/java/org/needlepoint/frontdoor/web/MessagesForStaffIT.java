package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.typed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.frontdoor.reminders.Preferences;
import org.needlepoint.identity.Role;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.notifications.KeepQuiet;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.OptOuts;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/// What staff see of messages: their states and reasons, whom to call, and when it is quiet.
@IntegrationTest
class MessagesForStaffIT {
    private static final Pattern MESSAGE = Pattern.compile("href=\"(/p/[^\"]+/messages/[0-9a-f-]{36})\"");

    @Autowired
    Clinic clinics;

    @Autowired
    Staff staff;

    @Autowired
    BookedVisits visits;

    @Autowired
    OptOuts optOuts;

    @Autowired
    KeepQuiet quiet;

    @Autowired
    Preferences preferences;

    @Autowired
    Outbox outbox;

    @Autowired
    JobRunner jobs;

    @Autowired
    MessageSource messages;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor owner;
    private String root;

    @BeforeEach
    void open() {
        clinic = clinics.byPhone("America/New_York");
        owner = staff.signedIn(port, clinic.id(), Role.OWNER);
        root = "/p/" + clinic.slug();
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Appointment booked(Map<String, String> who) {
        var guest = new Guest(port, clinic);
        var openings = guest.openings();
        var booked = guest.book(openings.getLast(), who);
        var visit = ((Found.Visit) clinic.in(() -> visits.find(clinic.id(), Guest.token(booked)))).appointment();
        until(() -> visitPage(visit).contains("Reminder on"));
        return visit;
    }

    /// A text that was written while there was a service for it.
    private void failedText() {
        var visit = booked(withoutEmail());
        var message = Message.of(
                Channel.SMS,
                "+14105550144",
                Locale.ENGLISH,
                Message.Kind.VISIT_REMINDER,
                visit.id().value(),
                root + "/manage/token");
        practices.in(clinic.id(), () -> outbox.queue(clinic.id(), message));
        jobs.runDue();
    }

    private static Map<String, String> withoutEmail() {
        var who = new LinkedHashMap<>(typed("Zelda Quist"));
        who.put("email", "");
        return who;
    }

    private static void until(Supplier<Boolean> condition) {
        for (int tries = 0; tries < 250 && !condition.get(); tries++) {
            LockSupport.parkNanos(20_000_000L);
        }
        assertThat(condition.get()).isTrue();
    }

    private String visitPage(Appointment visit) {
        return owner.get(root + "/appointments/" + visit.id()).body();
    }

    @Test
    void name_what_did_not_arrive_and_why() {
        failedText();
        var list = owner.get(root + "/messages").body();
        assertThat(list)
                .contains("Zelda Quist", "By text message to (410) 555-0144", "could not be sent")
                .contains("No text message service is set up.");
        var link = MESSAGE.matcher(list);
        assertThat(link.find()).isTrue();
        assertThat(owner.get(link.group(1)).body()).contains("Refused for good. No text message service is set up.");
        assertThat(owner.get(root + "/messages?show=waiting").body()).contains("No message is waiting");
    }

    @Test
    void have_words_whatever_they_are_about() {
        for (var kind : Message.Kind.values()) {
            assertThat(messages.getMessage("frontdoor.message." + kind.code(), null, "", Locale.ENGLISH))
                    .as(kind.code())
                    .isNotBlank();
        }
    }

    @Test
    void say_when_what_waits_is_tried_again() {
        booked(typed("Zelda Quist"));
        jobs.runDue();
        assertThat(owner.get(root + "/messages?show=waiting").body())
                .contains("By e-mail to typed.by.hand@example.org", "No mail server is set up.", "next try");
    }

    @Test
    void name_whom_to_call_because_no_reminder_reaches_them() {
        var visit = booked(withoutEmail());
        practices.in(clinic.id(), () -> {
            optOuts.stop(clinic.id(), Channel.SMS, "+14105550144", OptOuts.Stop.EVERYTHING, OptOuts.Asked.REPLY);
            return null;
        });
        clock.set(visit.startsAt().minus(Duration.ofDays(2)).plus(Duration.ofHours(4)));
        jobs.runDue();
        owner = staff.signedIn(port, clinic.id(), Role.OWNER);
        assertThat(owner.get(root + "/messages").body())
                .contains("Call these people", "(410) 555-0144", "asked for no more messages");
    }

    @Test
    void stand_on_the_page_of_their_visit_with_the_reminders_to_come() {
        var visit = booked(typed("Zelda Quist"));
        assertThat(visitPage(visit))
                .contains("Booked, ", "Reminder on ", "planned")
                .doesNotContain("Says they are coming");
        var guest = new Guest(port, clinic);
        var token = clinic.in(() -> visits.link(clinic.id(), visit));
        guest.post("/manage/" + token + "/confirmation", Map.of());
        assertThat(visitPage(visit)).contains("Says they are coming");
        assertThat(owner.get(root + "/today?date=" + visit.localStart().toLocalDate())
                        .body())
                .contains("Says they are coming");
    }

    @Test
    void are_replaced_by_a_slip_for_whom_none_reaches() {
        var visit = booked(withoutEmail());
        assertThat(visitPage(visit)).contains("/appointments/" + visit.id() + "/slip");
        assertThat(owner.get(root + "/appointments/" + visit.id() + "/slip").body())
                .contains("Your appointment with Test practice", "To move or cancel it, call")
                .doesNotContain("Zelda");
    }

    @Test
    void do_not_show_one_practices_message_to_another() {
        failedText();
        var link = MESSAGE.matcher(owner.get(root + "/messages").body());
        assertThat(link.find()).isTrue();
        var other = clinics.byPhone("America/New_York");
        var stranger = staff.signedIn(port, other.id(), Role.OWNER);
        assertThat(stranger.get(link.group(1).replace(clinic.slug(), other.slug()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void go_the_way_that_a_patient_told_the_front_desk() {
        var visit = booked(typed("Zelda Quist"));
        var path = root + "/patients/" + visit.patient() + "/reminders";
        assertThat(visitPage(visit)).contains(path);
        assertThat(owner.get(path).body()).contains("Reminders for Zelda Quist", "t…@example.org");
        assertThat(owner.post(path, "way", "pigeon").status()).isEqualTo(422);
        assertThat(owner.post(path, "way", "sms").status())
                .as("no text message service is set up")
                .isEqualTo(422);
        assertThat(owner.post(path, "way", "none").status()).isEqualTo(303);
        assertThat(practices.in(clinic.id(), () -> preferences.of(clinic.id(), visit.patient())))
                .contains(Preferences.Wish.NONE);
    }

    private Visitor.Answer set(String begins, String ends, int version) {
        owner.get(root + "/settings/messages");
        return owner.post(
                root + "/settings/messages", "begins", begins, "ends", ends, "version", Integer.toString(version));
    }

    private String hours() {
        var hours = practices.in(clinic.id(), () -> quiet.of(clinic.id()));
        return hours.begins() + " " + hours.ends();
    }

    @Test
    void keep_quiet_when_the_practice_says() {
        assertThat(owner.get(root + "/settings/messages").body()).contains("value=\"21:00\"", "value=\"08:00\"");
        assertThat(set("20:00", "07:30", 0).status()).isEqualTo(303);
        assertThat(hours()).isEqualTo("20:00 07:30");
        assertThat(set("19:00", "07:00", 1).status()).isEqualTo(303);
        assertThat(hours()).isEqualTo("19:00 07:00");
    }

    @Test
    void name_the_field_when_the_hours_cannot_be() {
        for (var wrong : new String[][] {{"", "08:00"}, {"25:00", "08:00"}, {"21:00", "soon"}, {"09:00", "08:00"}}) {
            var answer = set(wrong[0], wrong[1], 0);
            assertThat(answer.status()).as(wrong[0] + " to " + wrong[1]).isEqualTo(422);
            assertThat(answer.body()).contains("There is a problem", "value=\"" + wrong[0] + "\"");
        }
        assertThat(hours()).isEqualTo("21:00 08:00");
    }

    @Test
    void tell_when_somebody_else_set_the_hours_meanwhile() {
        set("20:00", "07:00", 0);
        var stale = set("22:00", "09:00", 0);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("20:00 to 07:00", "value=\"22:00\"");
        assertThat(hours()).isEqualTo("20:00 07:00");
    }
}
