package org.needlepoint.frontdoor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An owner confirms who may needle (rule C13).
@IntegrationTest
class ConfirmingWhoMayNeedleIT {
    @Autowired
    Clinic clinics;

    @Autowired
    Owner owners;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor owner;
    private String needling;

    @BeforeEach
    void a_clinic_in_maryland() {
        clinic = clinics.byPhone("America/New_York");
        owner = owners.signedIn(clinic, port, Role.OWNER);
        needling = "/p/" + clinic.slug() + "/settings/needling";
    }

    private static String[] rule(String... changes) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "permits", "yes",
                "source", "https://board.example.org/rule",
                "word", "",
                "hours", "0",
                "hoursInPerson", "0",
                "hoursBefore", "0",
                "years", "0",
                "sessions", "0",
                "from", "2026-12-01",
                "review", "2027-12-01"));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void shows_who_may_and_what_was_read_with_its_sources() {
        assertThat(owner.get(needling).body()).contains("Robin Hale", "May needle", "Confirmed: may needle");
        assertThat(owner.get(needling + "/rules/US-MD/physical-therapist").body())
                .contains("Sources: permitted", "80 hours of training", "pphc.co", "As of 2026-01");
        assertThat(owner.get(needling + "/rules/US-MD/physician").body())
                .contains("Sources: nothing read", "Recalled and not read")
                .doesNotContain("Where it was read, with");
    }

    @Test
    void asks_for_a_word_where_the_law_is_silent_and_for_the_legal_basis_where_it_says_no() {
        var silent = needling + "/rules/US-CT/physical-therapist";
        owner.get(silent);
        var refused = owner.post(silent, rule());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#word\"", "this never passes silently");
        assertThat(owner.post(silent, rule("word", "Letter of the board of 3 March"))
                        .status())
                .isEqualTo(303);
        var prohibited = needling + "/rules/US-NY/physical-therapist";
        assertThat(owner.post(prohibited, rule()).body()).contains("File the legal basis first");
    }

    @Test
    void keeps_what_was_typed_and_names_every_field_that_is_wrong() {
        var page = owner.post(
                needling + "/rules/US-MD/physical-therapist",
                rule("permits", "", "source", "", "hours", "eighty", "review", "2026-11-01"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("href=\"#permits\"", "href=\"#source\"", "href=\"#hours\"", "href=\"#review\"", "eighty");
    }

    @Test
    void a_rule_that_asks_more_than_a_practitioner_has_names_what_is_missing() {
        owner.get(needling);
        owner.post(needling + "/rules/US-MD/physical-therapist", rule("hours", "80", "sessions", "25"));
        assertThat(owner.get(needling).body())
                .contains("May not needle", "0 of 80 hours of training", "0 of 25 supervised sessions");
        var person = needling + "/practitioners/" + clinic.practitioner();
        owner.post(
                person + "/training",
                "course",
                "Dry needling 1 and 2",
                "hours",
                "80",
                "way",
                "in-person",
                "sessions",
                "25",
                "completed",
                "2025-05-01",
                "evidence",
                "Certificate 4711");
        assertThat(owner.get(needling).body()).doesNotContain("May not needle");
        var course = Pattern.compile("/training/([0-9a-f-]{36})/strike")
                .matcher(owner.get(person).body());
        assertThat(course.find()).isTrue();
        var strike = person + "/training/" + course.group(1) + "/strike";
        assertThat(owner.post(strike, "reason-" + course.group(1), "").status()).isEqualTo(422);
        owner.post(strike, "reason-" + course.group(1), "another person's certificate");
        assertThat(owner.get(person).body()).contains("Does not count: another person");
        assertThat(owner.get(needling).body()).contains("0 of 80 hours of training");
    }

    @Test
    void a_licence_that_is_noted_again_stands_in_place_of_the_earlier_one_and_can_be_asked_by_services() {
        var person = needling + "/practitioners/" + clinic.practitioner();
        owner.get(person);
        assertThat(owner.post(
                                person + "/licence",
                                "where",
                                "US-MD",
                                "number",
                                "R-9",
                                "issued",
                                "2015-06-01",
                                "expires",
                                "2026-12-01",
                                "checkAgain",
                                "2027-01-01")
                        .status())
                .isEqualTo(303);
        assertThat(owner.get(needling).body()).contains("The licence has expired; its last day was December 1, 2026");
        assertThat(owner.get("/p/" + clinic.slug() + "/settings/credentials").body())
                .contains("licence-us-md", "Has ended");
        assertThat(owner.post(person + "/licence", "where", "US-VA", "number", "", "issued", "", "checkAgain", "")
                        .body())
                .contains("href=\"#where\"", "href=\"#number\"", "href=\"#issued\"", "href=\"#checkAgain\"");
    }

    @Test
    void knows_no_other_person_and_no_other_place() {
        assertThat(owner.get(needling + "/practitioners/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(owner.get(needling + "/rules/nowhere/physical-therapist").status())
                .isEqualTo(404);
        assertThat(owner.get(needling + "/rules/US-MD/barber").status()).isEqualTo(404);
    }
}
