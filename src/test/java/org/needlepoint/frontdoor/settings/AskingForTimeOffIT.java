package org.needlepoint.frontdoor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Time off, from the question to the answer.
@IntegrationTest
class AskingForTimeOffIT {
    private static final Pattern REQUEST = Pattern.compile("/time-off/([0-9a-f-]{36})/withdrawal");
    private static final Pattern ENTRY = Pattern.compile("/exceptions/([0-9a-f-]{36})/removal");
    private static final String DAY = "2026-12-03";

    @Autowired
    Clinic clinics;

    @Autowired
    Owner owners;

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
        return "/p/" + clinic.slug() + "/settings/time-off" + rest;
    }

    private String asked() {
        owner.get(path(""));
        assertThat(owner.post(path(""), "person", clinic.practitioner().toString(), "first", DAY, "note", "Course")
                        .status())
                .isEqualTo(303);
        var id = REQUEST.matcher(owner.get(path("")).body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void takes_nothing_before_it_is_approved_and_closes_the_days_then() {
        var id = asked();
        assertThat(new Visitor(port).get("/p/" + clinic.slug() + "/hours.csv").body())
                .doesNotContain(DAY);
        assertThat(owner.post(path("/" + id + "/approval"), "version", "0").status())
                .isEqualTo(303);
        assertThat(owner.get(path("")).body()).contains("Approved", "Thursday, December 3, 2026");
        assertThat(new Visitor(port).get("/p/" + clinic.slug() + "/hours.csv").body())
                .contains(DAY + ": x");
        assertThat(new Visitor(port).get("/p/" + clinic.slug()).body()).doesNotContain("Course", "Away");
    }

    @Test
    void shows_the_visits_of_those_days_before_it_is_approved() {
        owners.booked(clinic, "Ana Ruiz", "2026-12-03T14:00:00Z");
        var id = asked();
        var review = owner.post(path("/" + id + "/approval"), "version", "0");
        assertThat(review.status()).isEqualTo(422);
        assertThat(review.body()).contains("1 booked visit would no longer fit", "Ana Ruiz", "time off");
        assertThat(owner.get(path("")).body()).contains("Waiting for an answer");
        var saved = owner.post(path("/" + id + "/approval"), "version", "0", "reviewed", "yes", "others", "keep");
        assertThat(saved.location()).endsWith("/settings/conflicts");
        assertThat(owner.get("/p/" + clinic.slug() + "/settings/conflicts").body())
                .contains("Ana Ruiz", "Kept on purpose");
    }

    @Test
    void is_declined_with_an_answer_and_decided_once() {
        var id = asked();
        owner.post(path("/" + id + "/refusal"), "version", "0", "answer", "Not that week");
        assertThat(owner.get(path("")).body()).contains("Declined", "Not that week");
        assertThat(owner.post(path("/" + id + "/approval"), "version", "0").status())
                .isEqualTo(409);
    }

    @Test
    void is_withdrawn_and_gives_the_days_back() {
        var id = asked();
        owner.post(path("/" + id + "/approval"), "version", "0");
        assertThat(owner.post(path("/" + id + "/withdrawal"), "version", "1").status())
                .isEqualTo(303);
        assertThat(new Visitor(port).get("/p/" + clinic.slug() + "/hours.csv").body())
                .doesNotContain(DAY);
    }

    private String granted() {
        var id = asked();
        owner.post(path("/" + id + "/approval"), "version", "0");
        return id;
    }

    /// Among the days that differ.
    private String entry() {
        var id = ENTRY.matcher(
                owner.get("/p/" + clinic.slug() + "/settings/exceptions").body());
        assertThat(id.find()).isTrue();
        return "/p/" + clinic.slug() + "/settings/exceptions/" + id.group(1);
    }

    private Visitor.Answer changeEntry(String whose, String day) {
        owner.get(entry());
        return owner.post(entry(), "whose", whose, "kind", "closed", "first", day, "labelEn", "Away");
    }

    private String hoursForListingSites() {
        return new Visitor(port).get("/p/" + clinic.slug() + "/hours.csv").body();
    }

    @Test
    void is_withdrawn_whole_after_its_days_were_changed_among_the_days_that_differ() {
        var id = granted();
        assertThat(changeEntry("person:" + clinic.practitioner(), "2026-12-04").status())
                .isEqualTo(303);
        assertThat(hoursForListingSites()).contains("2026-12-04: x").doesNotContain(DAY);
        assertThat(owner.get(path("")).body())
                .contains("Friday, December 4, 2026")
                .doesNotContain("Thursday, December 3, 2026");

        assertThat(owner.post(path("/" + id + "/withdrawal"), "version", "2").status())
                .isEqualTo(303);
        assertThat(hoursForListingSites()).doesNotContain("2026-12-04: x");
        assertThat(owner.get("/p/" + clinic.slug() + "/settings/exceptions").body())
                .doesNotContain("2026-12-04", "/removal");
    }

    @Test
    void is_withdrawn_and_not_removed_among_the_days_that_differ_or_made_somebody_elses() {
        granted();
        var removal = owner.post(entry() + "/removal");
        assertThat(removal.status()).isEqualTo(409);
        assertThat(removal.body()).contains("Withdraw it under Time off");
        var elses = changeEntry("practice", DAY);
        assertThat(elses.status()).isEqualTo(422);
        assertThat(elses.body()).contains("href=\"#whose\"", "withdraw it under Time off first");
        assertThat(hoursForListingSites()).contains(DAY + ": x");
    }

    @Test
    void is_not_asked_for_twice_or_backwards_or_by_somebody_who_does_not_treat() {
        asked();
        var twice = owner.post(path(""), "person", clinic.practitioner().toString(), "first", DAY);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("asked for or granted already", "value=\"2026-12-03\"");
        var back = owner.post(
                path(""), "person", clinic.practitioner().toString(), "first", "2026-12-09", "last", "2026-12-08");
        assertThat(back.body()).contains("href=\"#last\"");
        var nobody = owners.signedIn(clinic, port, Role.PRACTITIONER);
        nobody.get(path(""));
        assertThat(nobody.post(path(""), "first", "2026-12-09").body()).contains("belongs to no practitioner");
        assertThat(nobody.post(path("/00000000-0000-7000-8000-000000000000/approval"), "version", "0")
                        .status())
                .isEqualTo(403);
    }
}
