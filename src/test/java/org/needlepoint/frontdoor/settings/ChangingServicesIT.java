package org.needlepoint.frontdoor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.Equipment;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An owner says what the practice offers.
@IntegrationTest
class ChangingServicesIT {
    @Autowired
    Clinic clinics;

    @Autowired
    Owner owners;

    @Autowired
    Services services;

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
        return "/p/" + clinic.slug() + "/settings" + rest;
    }

    private Visitor.Answer send(String rest, String... changed) {
        var fields = new ArrayList<>(List.of(
                "nameEn",
                "Needling",
                "nameEs",
                "Punción",
                "descriptionEn",
                "Hands and needles.",
                "descriptionEs",
                "Manos y agujas.",
                "modality",
                "in-person",
                "audience",
                "both",
                "needling",
                "yes",
                "handsOn1",
                "10",
                "needlesIn1",
                "15",
                "handsOn2",
                "5",
                "price",
                "95.50",
                "position",
                "3",
                "grid",
                "15",
                "notice",
                "120",
                "horizon",
                "60",
                "cancellation",
                "24",
                "bufferBefore",
                "5",
                "bufferAfter",
                "10",
                "credential",
                "Dry needling course",
                "equipment",
                "table",
                "fewestGaps",
                "yes",
                "windows-new",
                "Mon-Wed 7-5:30",
                "version",
                "0"));
        fields.addAll(List.of("by", clinic.practitioner() + " " + clinic.location()));
        for (int i = 0; i < changed.length; i += 2) {
            int at = fields.indexOf(changed[i]);
            if (at >= 0) {
                fields.set(at + 1, changed[i + 1]);
            } else {
                fields.addAll(List.of(changed[i], changed[i + 1]));
            }
        }
        owner.get(path("/service"));
        return owner.post(path(rest), fields.toArray(String[]::new));
    }

    private Service named(String name) {
        return clinic.in(() -> services.active(clinic.id())).stream()
                .filter(service -> service.name().en().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void adds_one_with_everything_that_it_asks_for() {
        assertThat(send("/services").status()).isEqualTo(303);
        var service = named("Needling");
        assertThat(service.modality()).isEqualTo(Modality.IN_PERSON);
        assertThat(service.segments()).containsExactly(Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
        assertThat(service.price().cents()).isEqualTo(9550);
        assertThat(service.demands().bufferAfter()).isEqualTo(10);
        assertThat(service.demands().credential()).isEqualTo("dry-needling-course");
        assertThat(service.demands().equipment()).containsExactly(Equipment.Kind.TABLE);
        assertThat(service.demands().fewestGaps()).isTrue();
        assertThat(clinic.in(() -> services.windows(clinic.id(), service.id()))).hasSize(3);
        assertThat(owner.get(path("/services")).body())
                .contains("Needling", "30 minutes", "Robin Hale, PT, DPT")
                .contains("does not hold “dry-needling-course”", "no piece of equipment of this kind");
    }

    @Test
    void shows_and_changes_what_there_is_and_tells_of_somebody_elses_change() {
        send("/services");
        var id = named("Needling").id();
        assertThat(owner.get(path("/services/" + id)).body())
                .contains("value=\"15\"", "Mon 07:00-17:30; Tue 07:00-17:30; Wed 07:00-17:30", "value=\"95.50\"");
        assertThat(send("/services/" + id, "nameEn", "Long needling", "handsOn3", "5", "needlesIn2", "5")
                        .status())
                .isEqualTo(303);
        assertThat(named("Long needling").segments()).hasSize(5);
        var late = send("/services/" + id, "nameEn", "Other");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody has changed this service meanwhile", "value=\"Other\"");
    }

    @Test
    void retires_one_and_offers_it_again() {
        send("/services");
        var id = named("Needling").id();
        owner.post(path("/services/" + id + "/retirement"));
        assertThat(owner.get(path("/services")).body()).contains("No longer offered");
        assertThat(new Visitor(port).get("/p/" + clinic.slug() + "/book").body())
                .doesNotContain("Needling");
        owner.post(path("/services/" + id + "/return"));
        assertThat(new Visitor(port).get("/p/" + clinic.slug() + "/book").body())
                .contains("Needling");
    }

    @Test
    void names_the_field_that_is_wrong_and_keeps_what_was_typed() {
        assertThat(send("/services", "handsOn1", "0").body()).contains("href=\"#handsOn1\"", "from 1 to 480");
        assertThat(send("/services", "needlesIn1", "1000").body()).contains("href=\"#needlesIn1\"", "value=\"1000\"");
        assertThat(send("/services", "handsOn2", "").body()).contains("href=\"#handsOn2\"", "needles come out");
        assertThat(send("/services", "handsOn1", "300", "needlesIn1", "300").body())
                .contains("These last 605");
        var phone = send("/services", "modality", "phone");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.body()).contains("href=\"#modality\"", "value=\"Needling\"");
        assertThat(send("/services", "windows-new", "Mon 5pm-9am").body()).contains("href=\"#windows-new\"");
        assertThat(send("/services", "professions", "physician").body())
                .contains("href=\"#by\"", "none of the professions");
        assertThat(send("/services", "price", "a lot").body()).contains("href=\"#price\"");
        assertThat(clinic.in(() -> services.active(clinic.id()))).hasSize(1);
    }
}
