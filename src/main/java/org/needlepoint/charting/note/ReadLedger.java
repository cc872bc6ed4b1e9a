package org.needlepoint.charting.note;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.RetainedSearch;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.needling.Because;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.note.Needling.Acknowledged;
import org.needlepoint.charting.note.Needling.Flagged;
import org.needlepoint.charting.note.Needling.Group;
import org.needlepoint.charting.note.Needling.Happening;
import org.needlepoint.charting.note.Needling.Late;
import org.needlepoint.intake.BodyArea;

/// Reads a session's ledger for the note. What was retracted is left out: it stays in the ledger and in the trail.
final class ReadLedger {
    /// What is recorded later than this after it happened carries both times in the note (rule W1).
    static final Duration LATE_AFTER = Duration.ofMinutes(5);

    private static final double UM_A_MM = 1000;

    private final List<LedgerEntry> entries;
    private final Session session;
    private final Function<String, String> muscle;
    private final Function<MapPoint, String> site;
    private final NoteWords words;

    private ReadLedger(
            Collection<LedgerEntry> entries,
            Session session,
            Function<String, String> muscle,
            Function<MapPoint, String> site,
            NoteWords words) {
        this.entries = counting(entries);
        this.session = session;
        this.muscle = muscle;
        this.site = site;
        this.words = words;
    }

    /// What the entries say.
    ///
    /// @param muscle  gives a muscle's name in the note's language
    /// @param site    says where a point of the body map lies
    /// @param weighed what the gates had somebody weigh
    /// @param flags   what was charted against a warning
    static Needling of(
            Collection<LedgerEntry> entries,
            Function<String, String> muscle,
            Function<MapPoint, String> site,
            List<WeighedRows.Weighed> weighed,
            List<Flag> flags,
            NoteWords words) {
        var ledger = new ReadLedger(entries, Session.of(entries), muscle, site, words);
        return ledger.needling(
                weighed.stream().map(ledger::acknowledged).toList(),
                flags.stream().map(ledger::flagged).distinct().toList());
    }

    /// Each entry once, without those that were entered in error, in the order in which they are said to have happened.
    private static List<LedgerEntry> counting(Collection<LedgerEntry> entries) {
        var wrong = new HashSet<EventId>();
        var each = new LinkedHashMap<EventId, LedgerEntry>();
        for (var entry : entries) {
            each.put(entry.id(), entry);
            if (entry.event() instanceof LedgerEvent.EnteredInError error) {
                wrong.add(error.event());
            }
        }
        return each.values().stream()
                .filter(entry -> !(wrong.contains(entry.id()) && entry.event().retractable()))
                .sorted(Comparator.comparing(LedgerEntry::happenedAt).thenComparing(LedgerEntry::id))
                .toList();
    }

    private Needling needling(List<Acknowledged> acknowledged, List<Flagged> flags) {
        var placed = session.needles().stream()
                .filter(needle -> needle.placement() != null)
                .toList();
        return new Needling(
                placed.stream()
                        .map(Needle::insertedAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                placed.stream()
                        .map(Needle::removedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                groups(placed),
                placed.size(),
                (int) placed.stream()
                        .filter(needle -> needle.where() == Needle.Whereabouts.OUT)
                        .count(),
                counts(),
                acknowledged,
                ofNeedles(),
                ofPatient(),
                late(),
                flags);
    }

    private List<Group> groups(List<Needle> placed) {
        var byKind = placed.stream()
                .sorted(Comparator.comparing(
                                Needle::insertedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(Needle::id))
                .collect(Collectors.groupingBy(
                        needle -> kind(Objects.requireNonNull(needle.placement())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byKind.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The edition of the knowledge makes no other kind of needle.
    private static Placement kind(Placement placement) {
        return new Placement(
                placement.muscle(),
                placement.side(),
                placement.diameterUm(),
                placement.lengthMm(),
                placement.technique(),
                placement.tissue(),
                "any");
    }

    private Group group(Placement placement, List<Needle> needles) {
        return new Group(
                muscle.apply(placement.muscle()),
                placement.side(),
                words.say(
                        "note.needle",
                        String.format(words.locale(), "%.2f", placement.diameterUm() / UM_A_MM),
                        placement.lengthMm()),
                words.say(
                        "note.use",
                        words.say("note.technique." + placement.technique().code()),
                        words.say("note.tissue." + placement.tissue().code())),
                needles.size(),
                (int) needles.stream().filter(Needle::twitched).count(),
                (int) needles.stream().filter(Needle::familiarPain).count(),
                needles.stream().mapToInt(Needle::redirections).sum(),
                MoreOfNeedles.of(words, site, needles));
    }

    private @Nullable Counts counts() {
        return entries.stream()
                .<Counts>mapMulti((entry, into) -> {
                    if (entry.event() instanceof LedgerEvent.Counted(var counts)) {
                        into.accept(counts);
                    }
                })
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private List<Happening> ofNeedles() {
        return entries.stream().flatMap(entry -> ofNeedle(entry).stream()).toList();
    }

    private Optional<Happening> ofNeedle(LedgerEntry entry) {
        var at = entry.happenedAt();
        return switch (entry.event()) {
            case LedgerEvent.Dropped(var needle) -> about("dropped", at, needle);
            case LedgerEvent.Bent(var needle) -> about("bent", at, needle);
            case LedgerEvent.Broken(var needle) -> about("broken", at, needle);
            case LedgerEvent.Unaccounted(var needle) -> about("unaccounted", at, needle);
            case LedgerEvent.Found found ->
                Optional.of(new Happening(
                        "found",
                        at,
                        place(found.needle()),
                        words.say("note.place." + found.where().code())));
            case LedgerEvent.DeviceLost lost ->
                Optional.of(new Happening("device-lost", at, null, Integer.toString(lost.handCount())));
            case LedgerEvent.ClosedWithRetained closed ->
                Optional.of(new Happening("retained", at, places(closed.retained()), search(closed.search())));
            default -> Optional.empty();
        };
    }

    private Optional<Happening> about(String what, Instant at, NeedleId needle) {
        return Optional.of(new Happening(what, at, place(needle), null));
    }

    private List<Happening> ofPatient() {
        return entries.stream().flatMap(entry -> ofPatient(entry).stream()).toList();
    }

    private static Optional<Happening> ofPatient(LedgerEntry entry) {
        var at = entry.happenedAt();
        return switch (entry.event()) {
            case LedgerEvent.FeltFaint _ -> Optional.of(new Happening("felt-faint", at, null, null));
            case LedgerEvent.Emergency _ -> Optional.of(new Happening("emergency", at, null, null));
            case LedgerEvent.Recovered recovered ->
                Optional.of(new Happening("recovered", at, null, recovered.words()));
            default -> Optional.empty();
        };
    }

    private String place(NeedleId id) {
        return session.needles().stream()
                .filter(needle -> needle.id().equals(id))
                .map(Needle::placement)
                .filter(Objects::nonNull)
                .findFirst()
                .map(placement -> words.sided(muscle.apply(placement.muscle()), placement.side()))
                .orElseGet(() -> words.say("note.place.never-in"));
    }

    private String places(Collection<NeedleId> needles) {
        return words.list(needles.stream().sorted().map(this::place).toList());
    }

    private String search(RetainedSearch search) {
        return words.say(
                "note.search",
                words.list(search.searched().stream()
                        .map(place -> words.say("note.place." + place.code()))
                        .toList()),
                words.say("note.imaging." + search.imaging().code()),
                words.list(search.told().stream()
                        .map(told -> words.say("note.told." + told.code()))
                        .toList()),
                search.words());
    }

    private Acknowledged acknowledged(WeighedRows.Weighed weighed) {
        return new Acknowledged(
                weighed.kind(),
                weighed.hazards().stream()
                        .map(hazard -> words.say("note.hazard." + hazard))
                        .toList(),
                WeighedRows.EVERYWHERE.equals(weighed.region())
                        ? words.say("note.area.whole")
                        : words.sided(words.area(BodyArea.ofRegion(weighed.region())), weighed.side()),
                weighed.at(),
                said(weighed.reason()));
    }

    /// A word that was chosen from the list, in the language of the note; own words as they are.
    private @Nullable String said(@Nullable String reason) {
        return reason == null
                ? null
                : Because.ofCode(reason)
                        .map(word -> words.say("charting.because." + word.code()))
                        .orElse(reason);
    }

    private Flagged flagged(Flag flag) {
        var where = entries.stream()
                .filter(entry -> entry.id().equals(flag.event()))
                .map(LedgerEntry::event)
                .findFirst()
                .map(event ->
                        event instanceof LedgerEvent.OfNeedle of ? place(of.needle()) : words.say("note.place.session"))
                .orElseGet(() -> words.say("note.place.session"));
        return new Flagged(flag.kind().code(), where, flag.word());
    }

    private record LateKind(String what, Instant happened, Instant recorded) {}

    private List<Late> late() {
        var found = new ArrayList<LateKind>();
        for (var entry : entries) {
            var delay = Duration.between(entry.happenedAt(), entry.recordedAt());
            if (delay.compareTo(LATE_AFTER) > 0 && entry.event().retractable()) {
                found.add(new LateKind(
                        lateWhat(entry.event()),
                        entry.happenedAt().truncatedTo(ChronoUnit.MINUTES),
                        entry.recordedAt().truncatedTo(ChronoUnit.MINUTES)));
            }
        }
        return found.stream()
                .collect(Collectors.groupingBy(kind -> kind, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Late(
                        entry.getKey().what(),
                        entry.getValue().intValue(),
                        entry.getKey().happened(),
                        entry.getKey().recorded()))
                .toList();
    }

    private static String lateWhat(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.Inserted _ -> "inserted";
            case LedgerEvent.Removed _ -> "removed";
            default -> "other";
        };
    }
}
