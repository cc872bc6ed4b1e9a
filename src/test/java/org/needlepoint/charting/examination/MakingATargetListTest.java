package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.examination.TargetEntry.Chosen;
import org.needlepoint.charting.examination.TargetEntry.EnteredInError;
import org.needlepoint.charting.examination.TargetEntry.Moved;
import org.needlepoint.charting.examination.TargetEntry.PutBack;
import org.needlepoint.charting.examination.TargetEntry.Said;
import org.needlepoint.charting.examination.TargetEntry.TakenOff;
import org.needlepoint.shared.Laterality;

class MakingATargetListTest {
    private static final Instant NOON = Instant.parse("2026-12-02T17:00:00Z");
    private static final UUID ROBIN = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Because FAMILIAR = new Because(List.of(Reason.FAMILIAR_PAIN), List.of(), null);

    private final List<TargetEntry> said = new ArrayList<>();

    private TargetId say(TargetId target, Said what) {
        said.add(new TargetEntry(target, what, NOON.plusSeconds(said.size()), ROBIN));
        return target;
    }

    private TargetId choose(String muscle, @Nullable String point, Because because) {
        return say(TargetId.next(), new Chosen(muscle, Laterality.R, point, because, "0.1.0+test"));
    }

    private TargetList list() {
        return TargetList.of(said);
    }

    private List<String> muscles() {
        return list().standing().stream().map(Target::muscle).toList();
    }

    @Test
    void stands_in_the_order_of_choosing_until_somebody_moves_a_target() {
        choose("infraspinatus", null, FAMILIAR);
        choose("teres-minor", null, FAMILIAR);
        var last = choose("levator-scapulae", null, FAMILIAR);
        assertThat(muscles()).containsExactly("infraspinatus", "teres-minor", "levator-scapulae");
        say(last, new Moved(1));
        assertThat(muscles()).containsExactly("levator-scapulae", "infraspinatus", "teres-minor");
        assertThat(list().standing()).extracting(Target::order).containsExactly(1, 2, 3);
        say(last, new Moved(40));
        assertThat(muscles()).last().isEqualTo("levator-scapulae");
    }

    @Test
    void keeps_several_points_of_a_muscle_apart_and_the_same_point_once() {
        var first = choose("infraspinatus", "1", FAMILIAR);
        choose("infraspinatus", "2", FAMILIAR);
        choose("infraspinatus", "1", Because.of("sore since the swim"));
        assertThat(list().standing()).hasSize(2).first().satisfies(target -> {
            assertThat(target.id()).isEqualTo(first);
            assertThat(target.because().words()).isEqualTo("sore since the swim");
        });
    }

    @Test
    void what_is_taken_off_can_be_put_back_and_stands_last_then() {
        var first = choose("infraspinatus", null, FAMILIAR);
        choose("teres-minor", null, FAMILIAR);
        say(first, new TakenOff());
        assertThat(muscles()).containsExactly("teres-minor");
        assertThat(list().off()).extracting(Target::id).containsExactly(first);
        say(first, new PutBack());
        assertThat(muscles()).containsExactly("teres-minor", "infraspinatus");
        assertThat(list().off()).isEmpty();
    }

    @Test
    void choosing_again_what_was_taken_off_needs_no_putting_back() {
        say(choose("infraspinatus", null, FAMILIAR), new TakenOff());
        choose("infraspinatus", null, FAMILIAR);
        assertThat(muscles()).containsExactly("infraspinatus");
        assertThat(list().off()).isEmpty();
    }

    @Test
    void what_was_entered_in_error_stays_in_the_record_and_does_not_come_back() {
        var wrong = choose("soleus", null, FAMILIAR);
        say(wrong, new EnteredInError());
        say(wrong, new PutBack());
        say(wrong, new Moved(1));
        assertThat(muscles()).isEmpty();
        assertThat(list().inError()).extracting(Target::muscle).containsExactly("soleus");
    }

    @Test
    void what_is_said_of_a_target_that_nobody_chose_counts_for_nothing() {
        say(TargetId.next(), new TakenOff());
        say(TargetId.next(), new EnteredInError());
        assertThat(list()).isEqualTo(new TargetList(List.of(), List.of(), List.of()));
    }

    @Test
    void a_target_has_a_reason_and_one_side() {
        assertThatThrownBy(() -> choose("soleus", null, new Because(List.of(), List.of(), "  ")))
                .hasMessage("a target has a reason");
        assertThatThrownBy(() -> new Chosen("soleus", Laterality.B, null, FAMILIAR, "0.1.0+test"))
                .hasMessageContaining("one side");
    }
}
