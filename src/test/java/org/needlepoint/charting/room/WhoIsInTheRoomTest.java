package org.needlepoint.charting.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.room.RoomEntry.Kind;
import org.needlepoint.credentials.PractitionerId;

/// Rule W7: what was said about who is in the room, and what of it counts.
class WhoIsInTheRoomTest {
    private static final PractitionerId SAM = PractitionerId.next();
    private static final PractitionerId DANA = PractitionerId.next();
    private static final PractitionerId TEO = PractitionerId.next();

    private static RoomEntry said(Kind kind, @Nullable String name) {
        return entry(kind, name, null, null, false);
    }

    private static RoomEntry supervised(PractitionerId trainee, PractitionerId supervisor) {
        return entry(Kind.SUPERVISION, null, trainee, supervisor, false);
    }

    private static RoomEntry entry(
            Kind kind,
            @Nullable String name,
            @Nullable PractitionerId trainee,
            @Nullable PractitionerId supervisor,
            boolean struck) {
        return new RoomEntry(
                UUID.randomUUID(), kind, name, trainee, supervisor, Instant.EPOCH, UUID.randomUUID(), struck);
    }

    private static RoomAt room(RoomEntry... entries) {
        return new RoomAt(List.of(entries));
    }

    @Test
    void is_nobody_as_long_as_nobody_has_said_anything() {
        assertThat(RoomAt.EMPTY.chaperone()).isEmpty();
        assertThat(RoomAt.EMPTY.visitors()).isEmpty();
        assertThat(RoomAt.EMPTY.supervision()).isEmpty();
        assertThat(RoomAt.EMPTY.standing()).isEmpty();
    }

    @Test
    void takes_the_latest_word_on_a_chaperone() {
        var declined = said(Kind.CHAPERONE_DECLINED, null);
        var present = said(Kind.CHAPERONE_PRESENT, "Billie");
        assertThat(room(declined, present).chaperone()).contains(present);
        assertThat(room(present, declined).chaperone()).contains(declined);
        assertThat(room(present, declined).standing()).containsExactly(declined);
    }

    @Test
    void counts_every_visitor_to_whom_the_patient_agreed_and_says_who_was_refused() {
        var student = said(Kind.STUDENT, "Kim");
        var observer = said(Kind.OBSERVER, "Lou");
        assertThat(room(student, observer).visitors()).containsExactly(student, observer);
        assertThat(room(student).refusedVisitor()).isFalse();
        assertThat(room(said(Kind.VISITOR_REFUSED, null)).refusedVisitor()).isTrue();
    }

    @Test
    void leaves_out_what_was_entered_in_error() {
        var wrong = entry(Kind.STUDENT, "Kim", null, null, true);
        assertThat(room(wrong).visitors()).isEmpty();
        assertThat(room(wrong).standing()).isEmpty();
        assertThat(room(said(Kind.CHAPERONE_DECLINED, null), entry(Kind.CHAPERONE_PRESENT, "Kim", null, null, true))
                        .chaperone())
                .map(RoomEntry::kind)
                .contains(Kind.CHAPERONE_DECLINED);
    }

    @Test
    void supervises_only_whom_it_names_and_until_somebody_ends_it() {
        var room = room(supervised(SAM, DANA));
        assertThat(room.supervisorOf(SAM)).contains(DANA);
        assertThat(room.supervisorOf(TEO)).isEmpty();
        assertThat(room(supervised(SAM, DANA), supervised(SAM, TEO)).supervisorOf(SAM))
                .contains(TEO);
        var ended = room(supervised(SAM, DANA), said(Kind.SUPERVISION_ENDED, null));
        assertThat(ended.supervisorOf(SAM)).isEmpty();
        assertThat(ended.standing()).isEmpty();
    }
}
