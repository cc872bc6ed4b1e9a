package org.needlepoint.frontdoor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An owner gives a practitioner other hours, and a place hours of its own. The clinic works Monday to Friday, 9 to 17.
@IntegrationTest
class ChangingAWeekIT {
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

    private String week() {
        return "/p/" + clinic.slug() + "/settings/hours/" + clinic.practitioner() + "/" + clinic.location();
    }

    private String page(String rest) {
        return owner.get("/p/" + clinic.slug() + rest).body();
    }

    @Test
    void shows_the_week_as_it_is_in_the_form_and_in_the_list() {
        assertThat(page("/settings/hours")).contains("Monday – Friday: 9:00 AM – 5:00 PM", "No hours of its own");
        assertThat(owner.get(week()).body())
                .contains("id=\"monday-1-opens\" name=\"monday-1-opens\" value=\"09:00\"")
                .contains("Weekly hours: Robin Hale, PT, DPT");
    }

    @Test
    void reads_a_pasted_week_into_the_form_before_it_is_saved() {
        owner.get(week());
        var read = owner.post(week(), "from", "2026-12-07", "pasted", "Mon-Thu 7-7, Fri 8-12 1-5");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body())
                .contains("Look it over, then save", "value=\"2026-12-07\"")
                .contains("name=\"thursday-1-closes\" value=\"19:00\"", "name=\"friday-2-opens\" value=\"13:00\"");
        assertThat(page("/settings/hours")).doesNotContain("7:00 PM");
        var wrong = owner.post(week(), "from", "2026-12-07", "pasted", "Mon 5pm-2am");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#pasted\"", "goes past midnight", "Mon 5pm-2am");
    }

    @Test
    void holds_from_its_day_on_and_lets_the_old_week_end_the_day_before() {
        owner.get(week());
        var saved = owner.post(week(), "from", "2026-12-14", "monday-1-opens", "08:00", "monday-1-closes", "12:00");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(page("/settings/hours"))
                .contains("Until December 13, 2026", "Monday – Friday: 9:00 AM – 5:00 PM")
                .contains("From December 14, 2026", "Monday: 8:00 AM – 12:00 PM");
    }

    @Test
    void for_a_while_gives_the_old_week_back_afterwards() {
        owner.get(week());
        owner.post(
                week(),
                "from",
                "2026-12-14",
                "to",
                "2026-12-20",
                "monday-1-opens",
                "08:00",
                "monday-1-closes",
                "12:00");
        assertThat(page("/settings/hours"))
                .contains("From December 14, 2026 to December 20, 2026", "From December 21, 2026");
    }

    @Test
    void shows_the_visits_that_would_no_longer_fit_first() {
        owners.booked(clinic, "Ana Ruiz", "2026-12-07T20:00:00Z");
        owner.get(week());
        var review = owner.post(week(), "from", "2026-12-07", "monday-1-opens", "09:00", "monday-1-closes", "12:00");
        assertThat(review.status()).isEqualTo(422);
        assertThat(review.body()).contains("1 booked visit would no longer fit", "Ana Ruiz", "Monday: 9:00 AM");
        var saved = owner.post(
                week(),
                "from",
                "2026-12-07",
                "monday-1-opens",
                "09:00",
                "monday-1-closes",
                "12:00",
                "reviewed",
                "yes",
                "others",
                "call");
        assertThat(saved.location()).endsWith("/settings/conflicts");
        assertThat(page("/settings/conflicts")).contains("Ana Ruiz", "To be called", "Outside the weekly hours");
    }

    @Test
    void is_not_changed_over_what_somebody_else_has_changed_since() {
        var seen = seen(owner.get(week()).body());
        assertThat(monday("08:00", seen).status()).isEqualTo(303);
        var second = monday("07:00", seen);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .contains("changed these hours meanwhile", "Monday: 8:00 AM – 12:00 PM", "value=\"07:00\"");
        assertThat(page("/settings/hours")).contains("Monday: 8:00 AM").doesNotContain("7:00 AM");
        assertThat(monday("07:00", seen(second.body())).status()).isEqualTo(303);
        assertThat(page("/settings/hours")).contains("Monday: 7:00 AM").doesNotContain("8:00 AM");
    }

    private Visitor.Answer monday(String opens, String seen) {
        return owner.post(
                week(), "seen", seen, "from", "2026-12-14", "monday-1-opens", opens, "monday-1-closes", "12:00");
    }

    private static String seen(String page) {
        return page.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]{8})\".*", "$1");
    }

    @Test
    void names_the_field_of_hours_that_overlap_or_end_before_they_begin() {
        owner.get(week());
        var overlap = owner.post(
                week(),
                "from",
                "2026-12-14",
                "monday-1-opens",
                "08:00",
                "monday-1-closes",
                "12:00",
                "monday-2-opens",
                "11:00",
                "monday-2-closes",
                "15:00");
        assertThat(overlap.status()).isEqualTo(422);
        assertThat(overlap.body()).contains("href=\"#monday-2-opens\"", "value=\"11:00\"");
        var night = owner.post(week(), "from", "2026-12-14", "friday-1-opens", "20:00", "friday-1-closes", "02:00");
        assertThat(night.body()).contains("href=\"#friday-1-closes\"", "past midnight");
        assertThat(owner.post(week(), "from", "2026-11-01").body()).contains("href=\"#from\"");
    }

    @Test
    void of_a_place_limits_everybody_there_and_is_shown_to_the_world() {
        var place = "/p/" + clinic.slug() + "/settings/hours/" + clinic.location();
        owner.get(place);
        assertThat(owner.post(place, "from", "2026-12-02", "wednesday-1-opens", "10:00", "wednesday-1-closes", "16:00")
                        .status())
                .isEqualTo(303);
        assertThat(page("")).contains("Open today: 10:00 AM – 4:00 PM");
        assertThat(page("/hours.csv")).contains(",x,x,x,10:00-16:00,x,x,x,");
    }

    @Test
    void is_the_owners_word() {
        var desk = owners.signedIn(clinic, port, Role.FRONT_DESK);
        assertThat(desk.get("/p/" + clinic.slug() + "/settings/hours").status()).isEqualTo(200);
        assertThat(desk.get(week()).status()).isEqualTo(403);
    }
}
