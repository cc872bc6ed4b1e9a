package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.Manipulation;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Position;
import org.needlepoint.charting.ledger.RetainedSearch;
import org.needlepoint.charting.ledger.Sensation;
import org.needlepoint.charting.ledger.Stimulation;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.ledger.Tolerance;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.note.ChartFacts.Consented;
import org.needlepoint.charting.note.ChartFacts.Screened;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer.Given;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.Texts;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/// The note that a chart gives: whole texts, as a colleague would read them.
class WritingANoteTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final UUID PRACTITIONER = UUID.fromString("0193c000-0000-7000-8000-000000000001");
    private static final DeviceId PAGES = new DeviceId(UUID.fromString("0193c000-0000-7000-8000-000000000002"));
    private static final Map<String, Texts> MUSCLES = Map.of(
            "infraspinatus", new Texts("Infraspinatus", "Infraespinoso"),
            "trapezius-upper", new Texts("Upper trapezius", "Trapecio superior"));

    private final List<LedgerEntry> ledger = new ArrayList<>();

    private static NoteWords words(String language) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages-note");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new NoteWords(messages, Locale.of(language), "US", ZONE);
    }

    /// A time of the day of the visit.
    private static Instant at(String time) {
        return DAY.atTime(java.time.LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private EventId charted(String happened, String recorded, LedgerEvent event) {
        int number = ledger.size() + 1;
        var id = new EventId(new UUID(0x0193c00000007000L, 0x8000000000000000L + number));
        ledger.add(new LedgerEntry(id, PAGES, number, at(happened), at(recorded), PRACTITIONER, event));
        return id;
    }

    private void charted(String time, LedgerEvent event) {
        charted(time, time, event);
    }

    private static NeedleId needle(int number) {
        return new NeedleId(new UUID(0x0193c00000007001L, 0x8000000000000000L + number));
    }

    private static Placement in(String muscle, Laterality side, NeedleTechnique technique) {
        return new Placement(muscle, side, 300, 40, technique, Tissue.TRIGGER_POINT, "1");
    }

    private static final Placement RIGHT_INFRASPINATUS = in("infraspinatus", Laterality.R, NeedleTechnique.PISTONING);
    private static final Placement LEFT_TRAPEZIUS = in("trapezius-upper", Laterality.L, NeedleTechnique.SUPERFICIAL);

    private Needling needling(String language) {
        return needling(language, List.of(), List.of());
    }

    private Needling needling(String language, List<WeighedRows.Weighed> weighed, List<Flag> flags) {
        return ReadLedger.of(
                ledger,
                id -> Objects.requireNonNull(MUSCLES.get(id)).in(Locale.of(language)),
                point -> point.view() + " " + point.x() + " " + point.y(),
                weighed,
                flags,
                words(language));
    }

    private static ChartFacts chart(
            Screened screened, Consented consented, Optional<Needling> needling, List<NotePart.Section> parts) {
        return new ChartFacts(
                DAY,
                true,
                List.of("right shoulder blade 6/10", "back of neck (left) 4/10"),
                new ChartFacts.RedFlags(
                        true, List.of(new ChartFacts.RedFlag("Is the pain there at night too?", Given.UNSURE))),
                screened,
                consented,
                needling,
                parts,
                at("10:00").plusSeconds(6 * 86_400));
    }

    private static String text(ChartFacts chart, String language) {
        var words = words(language);
        return NoteProse.of(chart, words).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Heading, String>::getKey))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> NoteDocument.heading(entry.getKey(), words).toUpperCase(Locale.ROOT) + "\n"
                        + entry.getValue() + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static final Screened NOTHING =
            new Screened.Asked(ChartFacts.Result.NOTHING_REPORTED, at("09:52"), List.of());

    private void usualSession() {
        charted("10:00", new LedgerEvent.Opened(PRACTITIONER));
        charted("10:05", new LedgerEvent.Inserted(needle(1), RIGHT_INFRASPINATUS));
        charted("10:05", new LedgerEvent.Twitched(needle(1)));
        charted("10:05", new LedgerEvent.FamiliarPain(needle(1)));
        charted("10:06", new LedgerEvent.Inserted(needle(2), RIGHT_INFRASPINATUS));
        charted("10:06", new LedgerEvent.Redirected(needle(2)));
        charted("10:08", "10:31", new LedgerEvent.Inserted(needle(3), LEFT_TRAPEZIUS));
        charted("10:08", new LedgerEvent.Twitched(needle(3)));
        charted("10:18", new LedgerEvent.Removed(needle(1)));
        charted("10:18", new LedgerEvent.Removed(needle(2)));
        charted("10:19", new LedgerEvent.Removed(needle(3)));
        charted("10:20", new LedgerEvent.Counted(new Counts(4, 1, 3)));
        charted("10:20", new LedgerEvent.Closed(Map.of(PAGES, 13), Set.of(needle(1), needle(2), needle(3))));
    }

    private static List<WeighedRows.Weighed> lungWeighed() {
        return List.of(
                new WeighedRows.Weighed("hazards", "back-thoracic", Laterality.R, List.of("lung"), null, at("10:04")));
    }

    @Test
    void of_a_usual_visit_says_in_order_what_a_colleague_wants_to_know() {
        usualSession();
        var flags = List.of(new Flag(
                UUID.fromString("0193c000-0000-7000-8000-000000000003"),
                new SessionId(UUID.fromString("0193c000-0000-7000-8000-000000000004")),
                ledger.get(6).id(),
                Flag.Kind.OUTSIDE_CONSENT,
                at("10:31"),
                "agreed aloud, see consent"));
        var parts = List.of(
                new NotePart.Section(Heading.SUBJECTIVE, "Pain before treatment: 6 of 10 now, 8 at worst."),
                new NotePart.Section(Heading.ASSESSMENT, "Pain after treatment: 3 of 10."),
                new NotePart.Section(Heading.PLAN, "Aftercare sheet given."));
        var chart = chart(
                NOTHING,
                new Consented.Given(at("09:40").minusSeconds(86_400), true),
                Optional.of(needling("en", lungWeighed(), flags)),
                parts);
        assertThat(text(chart, "en")).isEqualTo("""
                SUBJECTIVE
                Pain marked before the visit: right shoulder blade 6/10 and back of neck (left) 4/10.
                Pain before treatment: 6 of 10 now, 8 at worst.
                Warning sign, asked at booking: “Is the pain there at night too?” Not sure.
                Safety screening (9:52 AM): nothing reported.

                OBJECTIVE
                Infraspinatus, right: local twitch response (1 of 2 needles) and familiar pain reproduced (1 of 2 needles).
                Upper trapezius, left: local twitch response.

                TREATMENT
                Consent to needling given December 1, 2026, 9:40 AM, confirmed aloud at this visit.
                Hazard weighed before needling: lung (upper back, right), 10:04 AM.
                3 needles in 2 muscles, first in 10:05 AM, last out 10:19 AM:
                - Infraspinatus, right: 2 needles 0.30 × 40 mm, pistoning, trigger point, redirected once.
                - Upper trapezius, left: 1 needle 0.30 × 40 mm, superficial, trigger point.
                Needles in: 3. Needles out: 3.
                Counted at the end: 4 opened, 1 unused, 3 in the sharps container.
                Late entry: 1 needle put in 10:08 AM, recorded 10:31 AM.
                Charted outside what the consent covers: Upper trapezius, left. “agreed aloud, see consent”

                ASSESSMENT
                Pain after treatment: 3 of 10.
                No faintness or emergency was charted.

                PLAN
                Aftercare sheet given.
                Next visit: Tuesday, December 8, 2026, 10:00 AM.
                """);
    }

    @Test
    void reads_as_well_in_spanish() {
        usualSession();
        var chart = chart(
                new Screened.Asked(
                        ChartFacts.Result.WEIGH,
                        at("09:52"),
                        List.of(new ChartFacts.Reason("¿Toma anticoagulantes?", false, null))),
                new Consented.Given(at("09:40"), false),
                Optional.of(needling("es", lungWeighed(), List.of())),
                List.of());
        assertThat(text(chart, "es")).isEqualTo("""
                SUBJETIVO
                Dolor marcado antes de la visita: right shoulder blade 6/10 y back of neck (left) 4/10.
                Signo de alarma, preguntado al reservar: «Is the pain there at night too?» No está seguro.
                Preguntas de seguridad (9:52 a.m.), sopesado antes de la punción:
                - «¿Toma anticoagulantes?» Sí.

                OBJETIVO
                Infraespinoso, lado derecho: respuesta de espasmo local (1 de 2 agujas) y dolor familiar reproducido (1 de 2 agujas).
                Trapecio superior, lado izquierdo: respuesta de espasmo local.

                TRATAMIENTO
                Consentimiento para la punción dado: 9:40 a.m.
                Peligro sopesado antes de la punción: pulmón (parte alta de la espalda, lado derecho), 10:04 a.m.
                3 agujas en 2 músculos; primera dentro 10:05 a.m., última fuera 10:19 a.m.:
                - Infraespinoso, lado derecho: 2 agujas 0.30 × 40 mm, pistoneo, punto gatillo, una redirección.
                - Trapecio superior, lado izquierdo: 1 aguja 0.30 × 40 mm, superficial, punto gatillo.
                Agujas dentro: 3. Agujas fuera: 3.
                Recuento al final: 4 abiertas, 1 sin usar, 3 en el contenedor de agujas.
                Anotación tardía: 1 aguja puesta 10:08 a.m., anotado 10:31 a.m.

                VALORACIÓN
                No se registró mareo ni urgencia.

                PLAN
                Próxima visita: martes, 8 de diciembre de 2026, 10:00 a.m.
                """);
    }

    @Test
    void says_of_a_needle_what_was_charted_of_it_and_nothing_else() {
        var planned = new Placement(
                "infraspinatus",
                Laterality.R,
                300,
                40,
                NeedleTechnique.PISTONING,
                Tissue.TRIGGER_POINT,
                "1",
                "point 2",
                30,
                600,
                "A1",
                Position.PRONE,
                new MapPoint("back", 430, 420, "m1"));
        charted("10:00", new LedgerEvent.Opened(PRACTITIONER));
        charted("10:05", new LedgerEvent.Inserted(needle(1), planned));
        charted("10:05", new LedgerEvent.Manipulated(needle(1), Manipulation.PISTONED, 20));
        charted("10:06", new LedgerEvent.Stimulated(needle(1), new Stimulation(Stimulation.Mode.BURST, 2, 1.5, 10)));
        charted("10:06", new LedgerEvent.Sensed(needle(1), Sensation.DULL_ACHE));
        charted("10:06", new LedgerEvent.Tolerated(needle(1), Tolerance.WELL));
        charted("10:16", new LedgerEvent.Removed(needle(1)));
        charted("10:17", new LedgerEvent.Inserted(needle(2), LEFT_TRAPEZIUS));
        charted("10:17", new LedgerEvent.Removed(needle(2)));
        assertThat(needling("en").groups().getFirst().more())
                .containsExactly(
                        "at point 2",
                        "marked on the body map: back 430 420",
                        "depth as entered 30 mm",
                        "lot A1",
                        "the patient face down",
                        "in for 11 min",
                        "moved in and out for 20 s",
                        "current in bursts, 2 Hz, 1.5 mA, 10 min",
                        "the patient felt a dull ache",
                        "borne well");
        assertThat(needling("en").groups().getLast().more()).isEmpty();
    }

    @Test
    void of_a_stopped_visit_says_why_there_was_no_needling() {
        var stop = new Screened.Asked(
                ChartFacts.Result.STOP,
                at("09:52"),
                List.of(
                        new ChartFacts.Reason("Do you have a fever today?", false, null),
                        new ChartFacts.Reason("Is there a new rash?", true, "Upper back, left")));
        var chart = new ChartFacts(
                DAY,
                true,
                List.of(),
                new ChartFacts.RedFlags(false, List.of()),
                stop,
                new Consented.NoneOnRecord(),
                Optional.empty(),
                List.of(),
                null);
        assertThat(text(chart, "en")).isEqualTo("""
                SUBJECTIVE
                Safety screening (9:52 AM), needles ruled out today:
                - “Do you have a fever today?” Yes.
                - “Is there a new rash?” Not sure: Upper back, left.

                TREATMENT
                No consent to needling is on record.
                No needling at this visit, because of the screening.

                PLAN
                No further visit is booked.
                """);
    }

    @Test
    void tells_what_happened_to_needles_and_to_the_patient() {
        charted("10:00", new LedgerEvent.Opened(PRACTITIONER));
        charted("10:05", new LedgerEvent.Inserted(needle(1), RIGHT_INFRASPINATUS));
        charted("10:05", new LedgerEvent.Inserted(needle(2), RIGHT_INFRASPINATUS));
        var wrong = charted("10:06", "10:06", new LedgerEvent.Twitched(needle(2)));
        charted("10:06", new LedgerEvent.EnteredInError(wrong, "other needle"));
        var faint = charted("10:07", "10:07", new LedgerEvent.FeltFaint());
        charted("10:07", new LedgerEvent.Removed(needle(1)));
        var lost = charted("10:08", "10:08", new LedgerEvent.Unaccounted(needle(2)));
        charted("10:12", new LedgerEvent.Recovered(faint, "lying, 118/72, water"));
        charted("10:15", new LedgerEvent.Dropped(needle(2)));
        charted(
                "10:30",
                new LedgerEvent.ClosedWithRetained(
                        Map.of(PAGES, 11),
                        Set.of(needle(1), needle(2)),
                        Set.of(needle(2)),
                        new RetainedSearch(
                                List.of(LedgerEvent.Place.HAIR, LedgerEvent.Place.FLOOR),
                                RetainedSearch.Imaging.ADVISED,
                                List.of(RetainedSearch.Told.PATIENT),
                                "most likely in the drape bag")));
        assertThat(lost).isNotNull();
        var chart = new ChartFacts(
                DAY,
                true,
                List.of(),
                new ChartFacts.RedFlags(true, List.of()),
                NOTHING,
                new Consented.Withdrawn(at("10:07")),
                Optional.of(needling("en")),
                List.of(),
                null);
        assertThat(text(chart, "en")).isEqualTo("""
                SUBJECTIVE
                Warning signs, asked at booking: nothing reported.
                Safety screening (9:52 AM): nothing reported.

                OBJECTIVE
                No local twitch response and no familiar pain were charted.

                TREATMENT
                Consent to needling was withdrawn (10:07 AM).
                2 needles in 1 muscle, first in 10:05 AM, last out 10:07 AM:
                - Infraspinatus, right: 2 needles 0.30 × 40 mm, pistoning, trigger point.
                Needle not accounted for 10:08 AM: Infraspinatus, right.
                Needle dropped 10:15 AM: Infraspinatus, right.
                Closed 10:30 AM with needles not accounted for: Infraspinatus, right. Searched: hair and floor. Imaging: advised. Told: the patient. “most likely in the drape bag”
                Needles in: 2. Needles out: 1.

                ASSESSMENT
                Felt faint 10:07 AM.
                Recovered 10:12 AM: “lying, 118/72, water”

                PLAN
                No further visit is booked.
                """);
    }
}
