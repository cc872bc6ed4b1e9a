package org.needlepoint.charting.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.room.RoomEntry.Answer;
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
        return answered(trainee, supervisor, Answer.CONFIRMED);
    }

    private static RoomEntry answered(PractitionerId trainee, PractitionerId supervisor, @Nullable Answer answer) {
        return new RoomEntry(
                UUID.randomUUID(),
                Kind.SUPERVISION,
                null,
                trainee,
                supervisor,
                Instant.EPOCH,
                UUID.randomUUID(),
                false,
                answer);
    }

    private static RoomEntry entry(
            Kind kind,
            @Nullable String name,
            @Nullable PractitionerId trainee,
            @Nullable PractitionerId supervisor,
            boolean struck) {
        return new RoomEntry(
                UUID.randomUUID(), kind, name, trainee, supervisor, Instant.EPOCH, UUID.randomUUID(), struck, null);
    }

    private static RoomAt room(RoomEntry... entries) {
        return new RoomAt(List.of(entries));
    }

    @Test
    void is_nobody_as_long_as_nobody_has_said_anything() {
        assertThat(RoomAt.EMPTY.chaperone()).isEmpty();
        assertThat(RoomAt.EMPTY.visitors()).isEmpty();
        assertThat(RoomAt.EMPTY.supervisions()).isEmpty();
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

    @Test
    void supervises_nobody_as_long_as_the_one_who_is_named_has_not_confirmed_it() {
        var waits = room(answered(SAM, DANA, null));
        assertThat(waits.supervisorOf(SAM)).isEmpty();
        assertThat(waits.named(SAM))
                .hasValueSatisfying(it -> assertThat(it.waits()).isTrue());
        assertThat(waits.everSupervised(SAM)).containsExactly(DANA);
        var another = room(supervised(SAM, DANA), answered(SAM, TEO, null));
        assertThat(another.supervisorOf(SAM)).as("the latest word, unconfirmed").isEmpty();
    }

    @Test
    void keeps_that_a_supervisor_declined_and_still_takes_the_trainee_for_one() {
        var declined = room(answered(SAM, DANA, Answer.DECLINED));
        assertThat(declined.supervisorOf(SAM)).isEmpty();
        assertThat(declined.everSupervised(SAM)).isEmpty();
        assertThat(declined.everTrained(SAM)).isTrue();
        assertThat(declined.everTrained(DANA)).isFalse();
        assertThat(declined.told()).hasSize(1);
    }

    @Test
    void supervises_each_trainee_who_is_named() {
        var room = room(supervised(SAM, DANA), supervised(TEO, DANA));
        assertThat(room.supervisorOf(SAM)).contains(DANA);
        assertThat(room.supervisorOf(TEO)).contains(DANA);
        assertThat(room.standing()).hasSize(2);
    }

    @Test
    void does_not_forget_who_was_supervised_when_it_ends_or_another_supervisor_takes_over() {
        var ended = room(supervised(SAM, DANA), said(Kind.SUPERVISION_ENDED, null), supervised(TEO, DANA));
        assertThat(ended.supervisorOf(SAM)).isEmpty();
        assertThat(ended.everSupervised(SAM)).containsExactly(DANA);
        assertThat(ended.everSupervised(TEO)).containsExactly(DANA);
        assertThat(ended.everSupervised(DANA)).isEmpty();
        assertThat(room(supervised(SAM, DANA), supervised(SAM, TEO)).everSupervised(SAM))
                .containsExactly(DANA, TEO);
        assertThat(room(entry(Kind.SUPERVISION, null, SAM, DANA, true)).everSupervised(SAM))
                .isEmpty();
    }

    @Test
    void keeps_no_visitor_whom_the_patient_refused_later_and_tells_both_in_order() {
        var student = said(Kind.STUDENT, "Kim");
        var refused = said(Kind.VISITOR_REFUSED, null);
        var observer = said(Kind.OBSERVER, "Lou");
        assertThat(room(student, refused).visitors()).isEmpty();
        assertThat(room(student, refused).standing()).containsExactly(refused);
        assertThat(room(student, refused).told()).containsExactly(student, refused);
        assertThat(room(student, refused, observer).visitors()).containsExactly(observer);
        assertThat(room(student, entry(Kind.VISITOR_REFUSED, null, null, null, true))
                        .visitors())
                .containsExactly(student);
    }
}
