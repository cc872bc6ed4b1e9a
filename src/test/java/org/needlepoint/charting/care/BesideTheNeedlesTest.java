package org.needlepoint.charting.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.care.CareEvent.Hygiene;
import org.needlepoint.charting.care.CareEvent.Reacted;
import org.needlepoint.charting.care.CareEvent.Responded;
import org.needlepoint.charting.care.CareEvent.Treated;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.shared.Laterality;
import tools.jackson.databind.json.JsonMapper;

/// What the entries about a visit come to.
class BesideTheNeedlesTest {
    private static final Instant TEN = Instant.parse("2026-12-03T15:00:00Z");
    private static final UUID BY = new UUID(1, 2);

    private final List<CareEntry> entries = new ArrayList<>();

    private void recorded(CareEvent event) {
        entries.add(new CareEntry(CareEntryId.next(), event, TEN.plusSeconds(entries.size()), BY, null));
    }

    private void wronglyRecorded(CareEvent event) {
        entries.add(new CareEntry(CareEntryId.next(), event, TEN, BY, "Other patient."));
    }

    private VisitCare care() {
        return new VisitCare(entries);
    }

    private static Treated treated(CareKind what, int minutes) {
        return new Treated(what, null, minutes, BodyArea.NECK, Laterality.R, null);
    }

    @Test
    void of_each_rating_the_latest_stands() {
        recorded(new Responded(4, 2, null));
        recorded(new Responded(3, null, Tone.SOFTER));
        assertThat(care().response()).contains(new Responded(3, 2, Tone.SOFTER));
    }

    @Test
    void pain_there_and_pain_away_from_there_are_told_apart() {
        recorded(new Responded(null, 5, null));
        assertThat(care().response()).contains(new Responded(null, 5, null));
    }

    @Test
    void nothing_asked_is_not_zero() {
        assertThat(care().response()).isEmpty();
        assertThatThrownBy(() -> new Responded(null, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Responded(11, null, null)).hasMessageContaining("0..10");
    }

    @Test
    void minutes_add_up_by_group_and_altogether() {
        recorded(treated(CareKind.MASSAGE, 10));
        recorded(treated(CareKind.JOINT_MOBILISATION, 8));
        recorded(treated(CareKind.TRACTION, 7));
        wronglyRecorded(treated(CareKind.STRETCHING, 60));
        assertThat(care().minutes()).isEqualTo(Map.of(CareKind.Group.MASSAGE, 10, CareKind.Group.MANUAL_THERAPY, 15));
        assertThat(care().totalMinutes()).isEqualTo(25);
    }

    @Test
    void a_treatment_without_minutes_is_none() {
        assertThatThrownBy(() -> treated(CareKind.MASSAGE, 0)).hasMessageContaining("1..240");
    }

    @Test
    void what_was_entered_in_error_stays_and_does_not_count() {
        wronglyRecorded(new Reacted(Reaction.BRUISE, "infraspinatus", Laterality.R, null, 15, null, null));
        assertThat(care().reactions()).isEmpty();
        assertThat(care().entries()).hasSize(1);
    }

    @Test
    void of_infection_control_the_latest_list_stands() {
        recorded(Hygiene.complete(Antiseptic.ALCOHOL));
        recorded(new Hygiene(Set.of(Measure.GLOVES), null, "No field: home visit."));
        assertThat(care().hygiene()).hasValueSatisfying(done -> {
            assertThat(done.isComplete()).isFalse();
            assertThat(done.measures()).containsExactly(Measure.GLOVES);
        });
    }

    @Test
    void skin_is_prepared_with_something() {
        assertThatThrownBy(() -> new Hygiene(Set.of(Measure.SKIN_PREPARED), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_reaction_is_told_in_words() {
        assertThatThrownBy(() -> new Reacted(Reaction.OTHER, null, null, null, null, null, null))
                .hasMessageContaining("in words");
    }

    @Test
    void is_read_as_it_was_written() {
        var json = JsonMapper.builder().build();
        for (var event : List.of(
                new Responded(3, null, Tone.SOFTER),
                new Reacted(Reaction.BLEEDING, "soleus", Laterality.L, 60, null, null, "Pressed."),
                treated(CareKind.MASSAGE, 10),
                Hygiene.complete(Antiseptic.IODINE))) {
            var written = json.writerFor(CareEvent.class).writeValueAsString(event);
            assertThat(written).contains("\"kind\":\"" + event.kind() + "\"");
            assertThat(json.readValue(written, CareEvent.class)).isEqualTo(event);
        }
    }
}
