package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.scheduling.Occupancies.Stretch;

/// What a visit takes when staff place it among what stands.
class ChoosingWhereAVisitGoesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
    private static final PractitionerId ROBIN = PractitionerId.next();
    private static final PatientId ANA = PatientId.next();
    private static final UUID BLUE = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    private static final UUID GREEN = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    private static final AppointmentId OTHER = AppointmentId.next();

    private static final Service NEEDLING =
            service(Demands.NONE, Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));

    private static Service service(Demands demands, Segment... segments) {
        var plan = Clinic.Plans.needling(30, segments);
        return new Service(
                ServiceId.next(),
                plan.name(),
                plan.description(),
                plan.segments(),
                plan.modality(),
                plan.audience(),
                plan.needling(),
                plan.price(),
                plan.gridMinutes(),
                plan.minimumNoticeMinutes(),
                plan.horizonDays(),
                plan.cancellationHours(),
                plan.position(),
                demands,
                true,
                0);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-12-02T" + time + ":00Z");
    }

    private static Claims.Wanted from(Service service, String start, String end, boolean mayOverlap) {
        return new Claims.Wanted(
                service, ROBIN, UUID.randomUUID(), DAY, at(start), at(end), ANA, null, null, mayOverlap, null);
    }

    private static Standing busy(Obstacle.Kind kind, UUID resource, int lane, String start, String end) {
        return new Standing(kind, resource, lane, at(start), at(end), OTHER, null);
    }

    private static Standing robin(int lane, String start, String end) {
        return busy(Obstacle.Kind.PRACTITIONER, ROBIN.value(), lane, start, end);
    }

    private static Stretch takes(String kind, UUID resource, int lane, String start, String end) {
        return new Stretch(kind, resource, lane, at(start), at(end));
    }

    private static Claim choose(Claims.Wanted wanted, List<UUID> rooms, Standing... standing) {
        return Choosing.of(wanted, rooms, List.of(), List.of(standing));
    }

    private static List<Obstacle> inTheWay(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Blocked.class);
        return ((Claim.Blocked) claim).obstacles();
    }

    @Test
    void takes_the_practitioner_while_hands_are_on_and_room_and_patient_throughout() {
        assertThat(choose(from(NEEDLING, "09:00", "09:30", false), List.of(BLUE)))
                .isEqualTo(new Claim.Free(
                        List.of(
                                takes("practitioner", ROBIN.value(), 0, "09:00", "09:10"),
                                takes("practitioner", ROBIN.value(), 0, "09:25", "09:30"),
                                takes("patient", ANA.value(), 0, "09:00", "09:30"),
                                takes("room", BLUE, 0, "09:00", "09:30")),
                        new RoomId(BLUE),
                        0));
    }

    @Test
    void goes_between_the_hands_of_another_visit() {
        var claim = choose(from(NEEDLING, "09:10", "09:40", false), List.of(GREEN), robin(0, "09:00", "09:10"));
        assertThat(claim).isInstanceOf(Claim.Free.class);
    }

    @Test
    void of_another_length_than_the_service_it_takes_the_practitioner_throughout() {
        assertThat(choose(from(NEEDLING, "09:00", "09:45", false), List.of()))
                .isEqualTo(new Claim.Free(
                        List.of(
                                takes("practitioner", ROBIN.value(), 0, "09:00", "09:45"),
                                takes("patient", ANA.value(), 0, "09:00", "09:45")),
                        null,
                        0));
    }

    @Test
    void keeps_the_buffers_free_for_practitioner_and_room_but_not_for_the_patient() {
        var tidy = service(new Demands(5, 10, Set.of(), null, List.of(), false), Segment.handsOn(30));
        assertThat(choose(from(tidy, "09:00", "09:30", false), List.of(BLUE)))
                .isEqualTo(new Claim.Free(
                        List.of(
                                takes("practitioner", ROBIN.value(), 0, "08:55", "09:40"),
                                takes("patient", ANA.value(), 0, "09:00", "09:30"),
                                takes("room", BLUE, 0, "08:55", "09:40")),
                        new RoomId(BLUE),
                        0));
    }

    @Test
    void takes_the_first_room_that_is_free_and_names_what_fills_them_all() {
        var wanted = from(NEEDLING, "09:00", "09:30", false);
        var blueTaken = busy(Obstacle.Kind.ROOM, BLUE, 0, "08:45", "09:05");
        var greenTaken = busy(Obstacle.Kind.ROOM, GREEN, 0, "09:20", "10:00");
        assertThat(((Claim.Free) choose(wanted, List.of(BLUE, GREEN), blueTaken)).room())
                .isEqualTo(new RoomId(GREEN));
        assertThat(inTheWay(choose(wanted, List.of(BLUE, GREEN), blueTaken, greenTaken)))
                .extracting(Obstacle::resource)
                .containsExactly(BLUE, GREEN);
    }

    @Test
    void is_refused_with_all_that_stands_in_the_way() {
        var wanted = from(NEEDLING, "09:00", "09:30", false);
        var elsewhere = busy(Obstacle.Kind.PATIENT, ANA.value(), 0, "08:00", "09:10");
        assertThat(inTheWay(choose(wanted, List.of(), robin(0, "09:05", "09:20"), elsewhere)))
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.PRACTITIONER, Obstacle.Kind.PATIENT);
    }

    @Test
    void overlaps_on_purpose_on_the_lowest_lane_that_is_free() {
        var wanted = from(NEEDLING, "09:00", "09:30", true);
        assertThat(lane(choose(wanted, List.of()))).isZero();
        assertThat(lane(choose(wanted, List.of(), robin(0, "09:05", "09:20")))).isEqualTo(1);
        assertThat(lane(choose(wanted, List.of(), robin(0, "09:05", "09:20"), robin(1, "09:28", "09:40"))))
                .isEqualTo(2);
        assertThat(lane(choose(wanted, List.of(), robin(0, "09:05", "09:20"), robin(2, "09:28", "09:40"))))
                .isEqualTo(1);
    }

    @Test
    void never_overlaps_the_patient_or_a_room() {
        var wanted = from(NEEDLING, "09:00", "09:30", true);
        var elsewhere = busy(Obstacle.Kind.PATIENT, ANA.value(), 0, "08:00", "09:10");
        var taken = busy(Obstacle.Kind.ROOM, BLUE, 0, "09:00", "09:05");
        assertThat(inTheWay(choose(wanted, List.of(BLUE), robin(0, "09:00", "09:10"), elsewhere, taken)))
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.PATIENT, Obstacle.Kind.ROOM);
    }

    private static @Nullable Integer lane(Claim claim) {
        return claim instanceof Claim.Free(var stretches, var _, int lane) && !stretches.isEmpty() ? lane : null;
    }
}
