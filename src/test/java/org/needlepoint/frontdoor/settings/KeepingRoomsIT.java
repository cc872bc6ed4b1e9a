package org.needlepoint.frontdoor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.Equipment;
import org.needlepoint.scheduling.Equipments;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Rooms and equipment, as the owner keeps them.
@IntegrationTest
class KeepingRoomsIT {
    @Autowired
    Clinic clinics;

    @Autowired
    Owner owners;

    @Autowired
    Rooms rooms;

    @Autowired
    Equipments equipments;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor owner;

    @BeforeEach
    void openAPractice() {
        clock.set(MovableClock.START);
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(60));
        owner = owners.signedIn(clinic, port, Role.OWNER);
        owner.get(path("/rooms"));
    }

    private String path(String rest) {
        return "/p/" + clinic.slug() + "/settings" + rest;
    }

    private Visitor.Answer add(String kind, String name) {
        return owner.post(path("/rooms"), "kind", kind, "name", name);
    }

    @Test
    void adds_them_to_a_place_and_takes_them_out_of_use() {
        assertThat(add("room", "Room 2").status()).isEqualTo(303);
        assertThat(add("ultrasound", "Scanner").status()).isEqualTo(303);
        assertThat(owner.get(path("/rooms")).body()).contains("Room 1", "Room 2", "Scanner", "Ultrasound device");
        var scanner = clinic.in(() -> equipments.active(clinic.id())).getFirst();
        assertThat(scanner.kind()).isEqualTo(Equipment.Kind.ULTRASOUND);
        owner.post(path("/equipment/" + scanner.id() + "/retirement"));
        assertThat(owner.get(path("/rooms")).body()).doesNotContain("Scanner");
    }

    @Test
    void names_the_field_that_is_wrong() {
        assertThat(add("room", "").body()).contains("href=\"#name\"");
        assertThat(add("room", "room 1").body()).contains("something of that name already", "value=\"room 1\"");
        assertThat(add("piano", "Piano").status()).isEqualTo(422);
    }

    @Test
    void keeps_a_room_in_use_while_visits_ahead_take_it() {
        owners.booked(clinic, "Ana Ruiz", "2026-12-03T14:00:00Z");
        var refused = owner.post(path("/rooms/" + clinic.room() + "/retirement"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("1 visit ahead is booked in it");
        assertThat(clinic.in(() -> rooms.active(clinic.id()))).hasSize(1);
    }
}
