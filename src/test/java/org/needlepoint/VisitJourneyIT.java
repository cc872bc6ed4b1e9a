package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.SignIns;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.notifications.DemoMailbox;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/// From a booked visit to the day after, in a real browser: questions, consent, needles, note, aftercare, check-in.
@IntegrationTest
@Tag("browser")
@ActiveProfiles("demo")
class VisitJourneyIT {
    private static final String PRACTICE = "/p/lakeview";
    private static final Pattern AFTERCARE = Pattern.compile("http://localhost:\\d+/p/\\S+?/after/[A-Za-z0-9_-]+");

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @LocalServerPort
    int port;

    @Autowired
    JobRunner jobs;

    @Autowired
    SignIns signIns;

    @Autowired
    Practitioners practitioners;

    @Autowired
    PracticeDirectory directory;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @Autowired
    Knowledge knowledge;

    @Autowired
    DemoMailbox mailbox;

    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void setTheClockBack() {
        clock.set(MovableClock.START);
    }

    private PracticeId lakeview() {
        return directory.find("lakeview").orElseThrow();
    }

    private Practitioner practitioner() {
        return practices.in(lakeview(), () -> practitioners.active(lakeview())).getLast();
    }

    /// Without a one-time code: the clock goes back after the journey, and no code is good twice.
    private void signIn(Walk walk) {
        var account = new AccountId(Objects.requireNonNull(practitioner().account()));
        walk.signedIn("lakeview", practices.in(lakeview(), () -> signIns.startStaff(lakeview(), account)));
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_patient_goes_from_the_booking_to_the_day_after(int width) {
        var name = "Zora Vance " + width;
        var who = practitioner().name();
        try (var browser = Chromium.open()) {
            var patient = Walk.in(browser.context(width), port, width, complaints);
            var start = books(patient, name, who);
            prepares(patient);
            clock.set(start.minus(Duration.ofMinutes(10)).toInstant());
            var practitioner = Walk.in(browser.context(width), port, width, complaints);
            signIn(practitioner);
            opens(practitioner, name);
            practitioner.startCounting();
            asksTheRest(practitioner);
            needles(practitioner);
            countsAndCloses(practitioner);
            signs(practitioner, who);
            System.out.printf(
                    "arrival to signed, first visit, %d px: %d interactions%n", width, practitioner.interactions());
            handsOutAdvice(practitioner);
            answersThatAllIsWell(patient, name);
            answersThatBreathingIsHard(patient, start);
            hearsOfIt(practitioner, name, who);
        }
        assertThat(complaints).isEmpty();
    }

    /// When the visit starts.
    private ZonedDateTime books(Walk patient, String name, String with) {
        patient.to(PRACTICE + "/pain");
        patient.page().evaluate("document.querySelectorAll('.np-map__group').forEach(group => group.open = true)");
        patient.tap("#mark-suprascapular-R").tap(".np-map__form button[type=submit] >> nth=-1");
        for (var no : patient.page().locator("input[type=radio][value=no]").all()) {
            patient.tap(no);
        }
        patient.press("Continue").press("Book with this");
        patient.tap("button[name=service]");
        var opening = patient.page()
                .locator("button[name=opening]:has-text('" + with + "')")
                .first();
        var value = opening.getAttribute("value");
        var start = Instant.parse(value.substring(value.lastIndexOf('|') + 1));
        patient.tap(opening);
        patient.type("#name", name).born("3", "4", "1988").type("#email", email(name));
        patient.press("Book this visit").look("booked").reads("Before your visit");
        return start.atZone(CHICAGO);
    }

    private void prepares(Walk patient) {
        patient.follow("Prepare for your visit")
                .look("gate")
                .born("3", "4", "1988")
                .press("Open")
                .look("tasks");
        patient.follow("Health questions");
        for (int pages = 1; patient.page().locator("button[name=none]").count() > 0; pages++) {
            assertThat(pages).as("pages of questions").isLessThan(10);
            patient.look("questions-" + pages).tap("button[name=none]");
        }
        patient.look("tasks-asked").follow("Good to know").look("lessons");
        for (var lesson : knowledge.lessons()) {
            var check = lesson.check();
            if (check != null) {
                var right = check.choices().stream()
                        .filter(Lesson.Choice::right)
                        .findFirst()
                        .orElseThrow();
                patient.tap(patient.page().getByText(right.text().en()));
            }
        }
        patient.press("Send my answers")
                .look("tasks-learnt")
                .follow("Your consent")
                .look("consent");
        patient.tap("input[name=where]").press("Continue").look("consent-sign");
        patient.type("#name", "Zora Vance").press("Sign").look("tasks-signed").reads("Signed");
    }

    private void opens(Walk practitioner, String name) {
        practitioner.to(PRACTICE + "/patients?q=" + name.replace(" ", "+")).follow(name);
        practitioner.tap("section[aria-labelledby=visits] li a").look("visit").reads("Given");
    }

    private void asksTheRest(Walk practitioner) {
        practitioner.press("Arrived");
        practitioner.tap("a[href$='/screening']").look("screening");
        practitioner.press("None of these").look("screening-done").reads("Nothing reported");
        practitioner.tap(".np-back");
    }

    private void needles(Walk practitioner) {
        practitioner.press("Start needling").look("session");
        practitioner.tap("button[name=now][value='6']");
        practitioner.tap(".np-menu button.np-chip");
        practitioner.page().locator("#gate [data-gate]").waitFor();
        practitioner.look("session-muscle");
        if (practitioner.page().locator(".np-needlecard__ask button").count() > 0) {
            for (var point : practitioner
                    .page()
                    .locator(".np-needlecard__ask input[type=checkbox]")
                    .all()) {
                practitioner.tap("#" + point.getAttribute("id"));
            }
            practitioner.tap(".np-needlecard__ask button");
            practitioner.page().locator("#in-one").waitFor();
            practitioner.look("session-weighed");
        }
        if (practitioner
                .page()
                .locator("label[for='diameter-250']")
                .isVisible()) { // the first needle of their life here
            practitioner.tap("label[for='diameter-250']").tap("label[for='length-40']");
            practitioner.tap("input[name=technique] + label").tap("input[name=tissue] + label");
        }
        practitioner.tap("[data-count='3']");
        practitioner.page().locator("[data-in-situ='3']").waitFor();
        practitioner.look("session-in").tap("[id^='twitched-']").tap("[id^='familiar-pain-']");
    }

    private void countsAndCloses(Walk practitioner) {
        practitioner.press("All 3 out").look("session-out");
        practitioner.press("Count and close");
        practitioner.page().locator(".np-counts").waitFor();
        practitioner.look("closure");
        practitioner.tap("label[for='opened-3']").tap("label[for='unused-0']").tap("label[for='sharps-2']");
        practitioner.press("Close the session").look("closure-disagrees").reads("do not agree");
        practitioner.tap("label[for='opened-3']").tap("label[for='unused-0']").tap("label[for='sharps-3']");
        practitioner.press("Close the session").look("closed").reads("All needles are out");
        practitioner.tap("form:has(input[value=after]) button[name=now][value='3']");
    }

    private void signs(Walk practitioner, String who) {
        practitioner
                .follow("To the visit")
                .tap("main a[href$='/note']")
                .look("note")
                .press("Sign")
                .look("signed");
        practitioner.reads("Signed by " + who);
    }

    private void handsOutAdvice(Walk practitioner) {
        hearTheNews();
        practitioner.tap(".np-back").follow("Aftercare").look("aftercare-staff");
    }

    private void answersThatAllIsWell(Walk patient, String name) {
        clock.advance(Duration.ofHours(4));
        patient.to(linkIn(name)).look("after-gate").reads("911");
        patient.born("3", "4", "1988").tap("main form button[type=submit]").look("after");
        patient.follow("Say how you are").look("check");
        patient.tap("main form button[type=submit]").look("check-errors");
        for (var no : patient.page().locator("input[type=radio][value=no]").all()) {
            patient.tap(no);
        }
        patient.tap("input[name=now][value='2']")
                .press("Send")
                .look("check-well")
                .reads("Thank you", "That is expected");
    }

    /// At half past eleven at night, two days after the visit.
    private void answersThatBreathingIsHard(Walk patient, ZonedDateTime start) {
        clock.set(start.plusDays(2).with(LocalTime.of(23, 30)).toInstant());
        patient.tap("main p a[href*='/after/']");
        patient.born("3", "4", "1988").tap("main form button[type=submit]").follow("Something is wrong");
        for (var no : patient.page().locator("input[type=radio][value=no]").all()) {
            patient.tap(no);
        }
        patient.tap("main form fieldset input[value=yes]")
                .press("Send")
                .look("check-danger")
                .reads("911");
    }

    private void hearsOfIt(Walk practitioner, String name, String who) {
        signIn(practitioner);
        practitioner.look("today-concern").reads(name, "nobody has it yet");
        practitioner
                .to(PRACTICE + "/concerns")
                .look("concerns")
                .press("I take this")
                .reads(who + " has it");
        practitioner.to(PRACTICE + "/patients?q=" + name.replace(" ", "+")).follow(name);
        practitioner.follow("Pain over time").look("outcomes").reads("6", "3", "2");
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", ".") + "@example.org";
    }

    private void hearTheNews() {
        for (int tries = 0; tries < 40; tries++) {
            jobs.runDue();
            LockSupport.parkNanos(50_000_000L);
        }
    }

    /// The link of the latest letter, which says nothing of what it is about (rule P1).
    private String linkIn(String name) {
        for (int tries = 0; tries < 200; tries++) {
            jobs.runDue();
            for (var letter : mailbox.letters()) {
                var link = AFTERCARE.matcher(letter.text());
                if (letter.to().contains(email(name)) && link.find()) {
                    assertThat(letter.subject() + letter.text()).doesNotContain("needl", "pain", name);
                    return link.group();
                }
            }
            LockSupport.parkNanos(50_000_000L);
        }
        throw new AssertionError("no letter for " + name);
    }
}
