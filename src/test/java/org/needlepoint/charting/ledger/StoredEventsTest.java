package org.needlepoint.charting.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.shared.Laterality;
import tools.jackson.core.JacksonException;

/// How events are stored for good. A change that breaks a line here would make records of years ago unreadable: add a
/// line, or a new version, and never change one.
class StoredEventsTest {
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final String TEXT = "\"" + ID + "\"";
    private static final NeedleId NEEDLE = new NeedleId(ID);
    private static final EventId EVENT = new EventId(ID);
    private static final DeviceId DEVICE = new DeviceId(ID);

    private final LedgerBodies bodies = new LedgerBodies();

    /// An event and how it is stored.
    record Line(LedgerEvent event, String stored) {}

    static Stream<Line> events() {
        var placement = new Placement(
                "trapezius-upper",
                Laterality.R,
                250,
                40,
                NeedleTechnique.DEEP_STATIC,
                Tissue.TRIGGER_POINT,
                "0.1.0+ab");
        var fuller = new Placement(
                "multifidus-lumbar",
                Laterality.L,
                300,
                50,
                NeedleTechnique.ELECTRICAL_STIMULATION,
                Tissue.MUSCLE,
                "0.1.0+ab",
                "L3",
                35,
                600,
                "A1",
                Position.SIDE_LEFT);
        var marked = new Placement(
                "infraspinatus",
                Laterality.R,
                250,
                40,
                NeedleTechnique.SUPERFICIAL,
                Tissue.FASCIA,
                "0.1.0+ab",
                null,
                null,
                null,
                null,
                null,
                new MapPoint("back", 430, 421, "fc720da2d6a4"));
        var search = new RetainedSearch(
                List.of(Place.HAIR),
                RetainedSearch.Imaging.NOT_INDICATED,
                List.of(RetainedSearch.Told.PATIENT),
                "It fell.");
        return Stream.of(
                line(new LedgerEvent.Opened(ID), "opened", ",'practitioner':ID"),
                line(new LedgerEvent.DeviceJoined(), "device-joined", ""),
                line(
                        new LedgerEvent.Inserted(NEEDLE, placement),
                        "inserted",
                        ",'needle':ID,'placement':{'muscle':'trapezius-upper','side':'R','diameterUm':250,'lengthMm':40,"
                                + "'technique':'deep-static','tissue':'trigger-point','knowledge':'0.1.0+ab'}"),
                line(
                        new LedgerEvent.Reinserted(NEEDLE, fuller),
                        "reinserted",
                        ",'needle':ID,'placement':{'muscle':'multifidus-lumbar','side':'L','diameterUm':300,'lengthMm':50,"
                                + "'technique':'electrical-stimulation','tissue':'muscle','knowledge':'0.1.0+ab',"
                                + "'site':'L3','depthMm':35,'dwellSeconds':600,'lot':'A1','position':'side-left'}"),
                line(
                        new LedgerEvent.Inserted(NEEDLE, marked),
                        "inserted",
                        ",'needle':ID,'placement':{'muscle':'infraspinatus','side':'R','diameterUm':250,'lengthMm':40,"
                                + "'technique':'superficial','tissue':'fascia','knowledge':'0.1.0+ab',"
                                + "'point':{'view':'back','x':430,'y':421,'map':'fc720da2d6a4'}}"),
                line(new LedgerEvent.Redirected(NEEDLE), "redirected", ",'needle':ID"),
                line(new LedgerEvent.Twitched(NEEDLE), "twitched", ",'needle':ID"),
                line(new LedgerEvent.FamiliarPain(NEEDLE), "familiar-pain", ",'needle':ID"),
                line(new LedgerEvent.Sensed(NEEDLE, Sensation.DULL_ACHE), "sensed", ",'needle':ID,'felt':'dull-ache'"),
                line(new LedgerEvent.Tolerated(NEEDLE, Tolerance.NOT), "tolerated", ",'needle':ID,'how':'not'"),
                line(
                        new LedgerEvent.Manipulated(NEEDLE, Manipulation.PISTONED, 20),
                        "manipulated",
                        ",'needle':ID,'how':'pistoned','seconds':20"),
                line(
                        new LedgerEvent.Stimulated(NEEDLE, new Stimulation(Stimulation.Mode.BURST, 2, 1.5, 10)),
                        "stimulated",
                        ",'needle':ID,'with':{'mode':'burst','hertz':2.0,'milliamps':1.5,'minutes':10}"),
                line(new LedgerEvent.Removed(NEEDLE), "removed", ",'needle':ID"),
                line(new LedgerEvent.Removed(NEEDLE, EVENT), "removed", ",'needle':ID,'of':ID"),
                line(
                        new LedgerEvent.TrayLaid(new TrayItem(ID, 250, 40, "A1", LocalDate.of(2027, 1, 31))),
                        "tray-laid",
                        ",'item':{'id':ID,'diameterUm':250,'lengthMm':40,'lot':'A1','expires':'2027-01-31'}"),
                line(new LedgerEvent.PauseAsked(), "pause-asked", ""),
                line(new LedgerEvent.ClosingAsked(), "closing-asked", ""),
                line(new LedgerEvent.Dropped(NEEDLE), "dropped", ",'needle':ID"),
                line(new LedgerEvent.Bent(NEEDLE), "bent", ",'needle':ID"),
                line(new LedgerEvent.Broken(NEEDLE), "broken", ",'needle':ID"),
                line(new LedgerEvent.Unaccounted(NEEDLE), "unaccounted", ",'needle':ID"),
                line(
                        new LedgerEvent.Found(NEEDLE, Place.CLOTHES, Set.of(EVENT)),
                        "found",
                        ",'needle':ID,'where':'clothes','settles':[ID]"),
                line(new LedgerEvent.Disposed(NEEDLE), "disposed", ",'needle':ID"),
                line(
                        new LedgerEvent.Counted(new Counts(4, 1, 3)),
                        "counted",
                        ",'counts':{'opened':4,'unused':1,'sharps':3}"),
                line(new LedgerEvent.FeltFaint(), "felt-faint", ""),
                line(new LedgerEvent.Emergency(), "emergency", ""),
                line(new LedgerEvent.Recovered(EVENT, "Lay down."), "recovered", ",'of':ID,'words':'Lay down.'"),
                line(
                        new LedgerEvent.EnteredInError(EVENT, "mistap"),
                        "entered-in-error",
                        ",'event':ID,'reason':'mistap'"),
                line(new LedgerEvent.DeviceFinished(DEVICE, 7), "device-finished", ",'device':ID,'last':7"),
                line(new LedgerEvent.DeviceLost(DEVICE, 3), "device-lost", ",'device':ID,'handCount':3"),
                line(
                        new LedgerEvent.Closed(Map.of(DEVICE, 9), Set.of(NEEDLE)),
                        "closed",
                        ",'seen':{ID:9},'needles':[ID]"),
                line(
                        new LedgerEvent.ClosedWithRetained(Map.of(DEVICE, 9), Set.of(NEEDLE), Set.of(NEEDLE), search),
                        "closed-with-retained",
                        ",'seen':{ID:9},'needles':[ID],'retained':[ID],'search':{'searched':['hair'],"
                                + "'imaging':'not-indicated','told':['patient'],'words':'It fell.'}"));
    }

    private static Line line(LedgerEvent event, String kind, String rest) {
        return new Line(
                event,
                "{'v':1,'kind':'%s'%s}"
                        .formatted(kind, rest)
                        .replace("ID", TEXT)
                        .replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("events")
    void are_written_and_read_as_ever(Line line) {
        assertThat(bodies.write(line.event())).isEqualTo(line.stored());
        assertThat(bodies.read(line.stored())).isEqualTo(line.event());
        assertThat(line.stored()).contains("\"kind\":\"" + line.event().kind() + "\"");
    }

    @Test
    void are_all_listed_here() {
        assertThat(events().<Class<?>>map(line -> line.event().getClass()).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds(LedgerEvent.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? kinds(each) : Stream.of(each));
    }

    @Test
    void of_a_later_version_are_not_guessed_at() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bodies.read("{\"v\":2,\"kind\":\"opened\"}"))
                .withMessageContaining("version 2");
    }

    @Test
    void may_carry_what_a_later_release_adds() {
        assertThat(bodies.read("{\"v\":1,\"kind\":\"emergency\",\"room\":\"3\"}"))
                .isEqualTo(new LedgerEvent.Emergency());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'view':'back','x':430,'y':421",
                "'view':'back','x':430,'y':421,'map':null",
                "'view':'back','x':430,'y':421,'map':' '",
                "'view':'back','x':701,'y':421,'map':'m1'",
                "'view':'back','x':430,'y':1741,'map':'m1'",
                "'x':430,'y':421,'map':'m1'"
            })
    void name_a_whole_point_of_the_map(String point) {
        var stored = line(
                        new LedgerEvent.Opened(ID),
                        "inserted",
                        ",'needle':ID,'placement':{'muscle':'infraspinatus','side':'R','diameterUm':250,'lengthMm':40,"
                                + "'technique':'superficial','tissue':'fascia','knowledge':'1','point':{" + point
                                + "}}")
                .stored();
        assertThatThrownBy(() -> bodies.read(stored)).isInstanceOf(JacksonException.class);
    }
}
