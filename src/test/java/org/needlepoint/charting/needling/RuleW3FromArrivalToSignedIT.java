package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.SignIns;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.Hand;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Pace;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Screen;
import org.needlepoint.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Rule W3: from arrival to signed, for a patient who was here before, in at most 45 interactions by the thumb alone
/// and without a word typed. The pages are really waited for; the hand takes what the keystroke-level model says
/// ([Pace]). `-Dneedlepoint.pace=human` lets it really take that long.
@IntegrationTest
@Tag("browser")
class RuleW3FromArrivalToSignedIT {
    private static final int MOST = 45;
    private static final int MOST_SWIPES = 20;
    private static final List<String> MUSCLES = List.of("trapezius-upper", "infraspinatus", "levator-scapulae");

    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    CloseSession closeSession;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    ContentSets contentSets;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void setTheClockBack() {
        clock.set(MovableClock.START);
    }

    @ParameterizedTest
    @EnumSource
    void takes_at_most_45_interactions_and_no_typing(Screen screen) {
        try (var browser = Chromium.open()) {
            var room = aWeekAfterTheFirstVisit(browser);
            var context = browser.context(screen);
            context.addCookies(List.of(signIn(room)));
            var hand = Hand.at(context, screen, complaints);
            hand.to(address(room, "/today"));
            long begin = System.nanoTime();
            fromArrivalToSigned(hand);
            write(screen, hand, Duration.ofNanos(System.nanoTime() - begin));
            var told = hand.told();
            assertThat(told.getOrDefault("pointerdown", 0)).as("%s", told).isBetween(hand.taps(), MOST);
            assertThat(told.getOrDefault("wheel", 0)).as("%s", told).isLessThanOrEqualTo(MOST_SWIPES);
            assertThat(told).as("nothing is typed").doesNotContainKeys("keydown", "beforeinput");
            assertThat(hand.smallest())
                    .as("what is tapped is as large as a thumb")
                    .isGreaterThanOrEqualTo(24);
        }
        assertThat(complaints).isEmpty();
    }

    /// Seven needles in three muscles, closed and signed; now the patient comes again.
    private Room aWeekAfterTheFirstVisit(Chromium browser) {
        var room = treatment.room(PainReport.NONE);
        treatment.treatedBy(room, "physical-therapist");
        var practice = room.clinic().id();
        var account = Objects.requireNonNull(room.by().id());
        practices.in(practice, () -> {
            for (var set : ContentSet.values()) {
                contentSets.sign(practice, set, contentSets.edition(set), account);
            }
            return moveVisitOn.to(practice, room.visit(), Status.ARRIVED, Actor.SYSTEM);
        });
        var session = treatment.open(room);
        var needles = new ArrayList<NeedleId>();
        for (var muscle : MUSCLES) {
            for (int i = 0; i < (muscle.startsWith("trapezius") ? 3 : 2); i++) {
                needles.add(treatment.insert(room, session, muscle, Laterality.R));
            }
        }
        assertThat(needles).hasSize(7);
        needles.forEach(it -> treatment.append(room, session, new LedgerEvent.Removed(it)));
        room.in(() -> closeSession.close(practice, session, new Counts(7, 0, 7), room.by()));
        var before = browser.context(1280);
        before.addCookies(List.of(signIn(room)));
        Walk.in(before, port, 1280, complaints)
                .to(address(room, "/appointments/" + room.visit() + "/note"))
                .press("Sign")
                .page()
                .locator(".np-document")
                .waitFor();
        before.close();
        clock.advance(Duration.ofDays(7));
        treatment.anotherVisit(room);
        return room;
    }

    private Cookie signIn(Room room) {
        var practice = room.clinic().id();
        var account = new AccountId(Objects.requireNonNull(room.by().id()));
        return new Cookie("np", practices.in(practice, () -> signIns.startStaff(practice, account)))
                .setUrl("http://localhost:" + port);
    }

    private String address(Room room, String path) {
        return "http://localhost:" + port + "/p/" + room.clinic().slug() + path;
    }

    private static void fromArrivalToSigned(Hand hand) {
        hand.step("arrived").tap(".np-visit__do button").tap(".np-visit__name a");
        hand.step("what has changed").tap("a[href$='/screening']").press("No, nothing");
        hand.press("None of these").tap(".np-back");
        hand.step("start").press("Start needling");
        hand.step("pain before").tap("#pain form:has([value=before]) button[value='6']");
        hand.step("needles");
        for (var muscle : MUSCLES) {
            hand.tap("[data-place='" + muscle + " R']").sees("#as-last-time, .np-needlecard__ask button");
            if (hand.shows(".np-needlecard__ask button")) {
                hand.tap(".np-needlecard__ask button");
            }
            hand.tap("#as-last-time");
        }
        hand.sees("[data-in-situ='7']");
        hand.tap("[id^='twitched-']");
        hand.step("all out").tap("#all-out");
        hand.step("count and close").tap("#count");
        hand.tap("label[for='opened-7']").tap("label[for='unused-0']").tap("label[for='sharps-7']");
        hand.press("Close the session").sees(".np-allout");
        hand.step("pain after").tap("#pain form:has([value=after]) button[value='3']");
        hand.step("next visit").tap(".np-rebook__slot");
        hand.step("aftercare").follow("To the visit").follow("Aftercare").sees(".np-qr");
        hand.tap(".np-back");
        hand.step("note, signed").tap("main a[href$='/note']").press("Sign").sees(".np-document");
    }

    private static void write(Screen screen, Hand hand, Duration wall) {
        var text = new StringBuilder("Arrival to signed, returning patient, 7 needles: %s, %d x %d%n"
                .formatted(screen.name().toLowerCase(Locale.ROOT), screen.width(), screen.height()));
        text.append("  %-22s %5s %7s %9s %9s%n".formatted("", "taps", "swipes", "waited s", "takes s"));
        hand.steps().forEach(it -> text.append(line(it.name(), it.taps(), it.swipes(), it.waited(), it.takes())));
        text.append(line("together", hand.taps(), hand.swipes(), hand.waited(), hand.takes()));
        text.append("  at the clock %.1f s; smallest control %.0f px; M %.2f, P %.2f, K %.2f s%n"
                .formatted(
                        seconds(wall),
                        hand.smallest(),
                        seconds(Pace.MENTAL),
                        seconds(Pace.POINT),
                        seconds(Pace.PRESS)));
        System.out.print(text);
        try {
            var folder = Files.createDirectories(Path.of("target/figures"));
            Files.writeString(
                    folder.resolve("arrival-to-signed-" + screen.name().toLowerCase(Locale.ROOT) + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String name, int taps, int swipes, Duration waited, Duration takes) {
        return "  %-22s %5d %7d %9.2f %9.1f%n".formatted(name, taps, swipes, seconds(waited), seconds(takes));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
