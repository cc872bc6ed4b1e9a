package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.inputs;
import static org.needlepoint.frontdoor.web.Guest.typed;
import static org.needlepoint.frontdoor.web.Guest.with;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/// People have names that no programmer thought of. They are shown as they were typed, and never as markup.
@IntegrationTest
class NamesOfAllKindsIT {
    @Autowired
    Clinic clinics;

    @Autowired
    Staff staff;

    @Autowired
    BookedVisits visits;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Guest guest;

    @BeforeEach
    void openAPractice() {
        clinic = clinics.byPhone("America/New_York");
        guest = new Guest(port, clinic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë 🙂👩🏽‍⚕️ Nguyễn",
                "محمد بن سعيد الهاشمي",
                "<b onmouseover=alert(1)>Bobby</b> O'Brien & \"Co\"",
                "{{7*7}} ${7*7} __${7*7}__ <!--",
                "李小龍",
                "X"
            })
    void are_shown_as_typed_wherever_staff_see_them_and_nowhere_else(String name) {
        var token = guest.booked(typed(name));
        var visit = ((Found.Visit) clinic.in(() -> visits.find(clinic.id(), token))).appointment();
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK, Role.PRACTITIONER);
        var start = "/p/" + clinic.slug();
        for (var page : new String[] {
            "/today?date=" + visit.localStart().toLocalDate(),
            "/appointments/" + visit.id(),
            "/patients/" + visit.patient(),
            "/patients/" + visit.patient() + "/booking",
            "/patients?q=" + URLEncoder.encode("typed.by.hand@example.org", StandardCharsets.UTF_8)
        }) {
            var shown = desk.get(start + page);
            assertThat(shown.status()).as(page).isEqualTo(200);
            assertThat(HtmlUtils.htmlUnescape(shown.body())).as(page).contains(name);
            assertThat(shown.body()).as(page).doesNotContain("<b onmouseover", "{7*7}} 49", "49 49");
        }
        if (name.length() > 1) {
            for (var page : new String[] {"/booked/" + token, "/manage/" + token}) {
                assertThat(HtmlUtils.htmlUnescape(guest.get(page).body()))
                        .as(page)
                        .doesNotContain(name);
            }
        }
    }

    @Test
    void of_two_hundred_characters_are_booked_and_longer_ones_are_refused_with_everything_kept() {
        var opening = guest.openings().getFirst();
        var details = guest.hold(opening, typed(""));
        for (var name : new String[] {"x".repeat(201), "x".repeat(10_000), "🙂".repeat(5_000), "<i>".repeat(3_333)}) {
            var refused = guest.post("/book/details", with(inputs(details), "name", name));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("The name is too long. Enter at most 200 characters.")
                    .doesNotContain("<i><i>");
            assertThat(inputs(refused)).containsAllEntriesOf(typed(name));
            assertThat(refused.body()).contains("Error:");
        }
        assertThat(guest.post("/book/details", with(inputs(details), "name", "é".repeat(200)))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void of_nothing_but_spaces_are_asked_for_again() {
        var details = guest.hold(guest.openings().getFirst(), typed(""));
        for (var name : new String[] {"", "   ", "\u00a0\u2003"}) {
            assertThat(guest.post("/book/details", with(inputs(details), "name", name))
                            .status())
                    .isEqualTo(422);
        }
    }
}
