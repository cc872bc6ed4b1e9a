package org.needlepoint.charting.needling.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.LedgerEvent.EnteredInError;
import org.needlepoint.charting.ledger.LedgerEvent.OfNeedle;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.needling.Report;
import org.needlepoint.charting.needling.SessionView;

/// A form of the session's page as it was sent.
///
/// @param event      id of the event, made with the form; of several events all ids follow from it
/// @param act        what happened, such as `inserted`, `removed`, `all-out`, `retract`
/// @param needle     which one it happened to
/// @param what       for `retract`: the kind of the entry that was wrong
/// @param where      for `found`
/// @param ago        minutes since it happened
/// @param chosen     the muscle that the page stays open at
record EventForm(
        @Nullable UUID event,
        @Nullable String act,
        @Nullable UUID needle,
        @Nullable String what,
        @Nullable String where,
        @Nullable String words,
        @Nullable Integer ago,
        @Nullable String muscle,
        @Nullable String side,
        @Nullable Integer diameter,
        @Nullable Integer length,
        @Nullable NeedleTechnique technique,
        @Nullable Tissue tissue,
        @Nullable Integer count,
        @Nullable String chosen,
        @Nullable String chosenSide) {
    private static final int MOST = 40;
    private static final int LONGEST_AGO = 24 * 60;

    /// What the form says.
    sealed interface Reading {}

    /// This happened.
    record Events(List<Report> reports) implements Reading {}

    /// Nothing that is not so already, such as all needles out when none is in.
    record Nothing() implements Reading {}

    /// Something is missing.
    record Incomplete(String field) implements Reading {}

    Reading read(Supplier<SessionView> session, Knowledge knowledge, Instant now) {
        if (event == null || act == null) {
            return new Incomplete("form");
        }
        var at = now.minus(Duration.ofMinutes(ago == null ? 0 : Math.clamp(ago, 0, LONGEST_AGO)));
        return switch (act) {
            case "inserted" -> inserted(event, knowledge, at);
            case "all-out" -> allOut(event, session.get(), at);
            case "retract" -> retract(event, session.get(), at);
            case "found" -> found(event, session.get(), at);
            case "felt-faint" -> one(event, at, new LedgerEvent.FeltFaint());
            case "emergency" -> one(event, at, new LedgerEvent.Emergency());
            case "recovered" -> recovered(event, session.get(), at);
            case "removed" -> ofNeedle(event, at, LedgerEvent.Removed::new);
            case "redirected" -> ofNeedle(event, at, LedgerEvent.Redirected::new);
            case "twitched" -> ofNeedle(event, at, LedgerEvent.Twitched::new);
            case "familiar-pain" -> ofNeedle(event, at, LedgerEvent.FamiliarPain::new);
            case "dropped" -> ofNeedle(event, at, LedgerEvent.Dropped::new);
            case "bent" -> ofNeedle(event, at, LedgerEvent.Bent::new);
            case "broken" -> ofNeedle(event, at, LedgerEvent.Broken::new);
            case "unaccounted" -> ofNeedle(event, at, LedgerEvent.Unaccounted::new);
            default -> new Incomplete("form");
        };
    }

    private static Reading one(UUID event, Instant at, LedgerEvent happened) {
        return new Events(List.of(Report.onPage(new EventId(event), at, happened)));
    }

    private Reading ofNeedle(UUID event, Instant at, Function<NeedleId, LedgerEvent> happened) {
        return needle == null ? new Incomplete("form") : one(event, at, happened.apply(new NeedleId(needle)));
    }

    private Reading inserted(UUID event, Knowledge knowledge, Instant at) {
        var where = Chosen.of(knowledge, muscle, side);
        if (where.isEmpty()) {
            return new Incomplete("muscle");
        }
        if (diameter == null || length == null) {
            return new Incomplete("size");
        }
        if (technique == null || tissue == null) {
            return new Incomplete("technique");
        }
        if (diameter < 50 || diameter > 1200 || length < 5 || length > 200) {
            return new Incomplete("size");
        }
        int needles = count == null ? 1 : Math.clamp(count, 1, MOST);
        var placement = new Placement(
                where.get().muscle().id(),
                where.get().side(),
                diameter,
                length,
                technique,
                tissue,
                knowledge.version().toString());
        return new Events(IntStream.range(0, needles)
                .mapToObj(it -> Report.onPage(
                        new EventId(following(event, it)),
                        at,
                        new LedgerEvent.Inserted(new NeedleId(following(event, it)), placement)))
                .toList());
    }

    /// Ids that follow from the form's: as old as it, each another.
    private static UUID following(UUID event, int place) {
        return new UUID(event.getMostSignificantBits(), (event.getLeastSignificantBits() & ~0x3FL) | place);
    }

    private static EventId following(UUID event, Object of) {
        return new EventId(UUID.nameUUIDFromBytes((event + ":" + of).getBytes(StandardCharsets.UTF_8)));
    }

    /// All needles out, or all of one muscle.
    private Reading allOut(UUID event, SessionView session, Instant at) {
        var reports = session.state().inSitu().stream()
                .filter(this::ofThisMuscle)
                .map(it -> Report.onPage(following(event, it.id()), at, new LedgerEvent.Removed(it.id())))
                .toList();
        return reports.isEmpty() ? new Nothing() : new Events(reports);
    }

    private boolean ofThisMuscle(Needle it) {
        var placement = it.placement();
        return muscle == null
                || (placement != null
                        && placement.muscle().equals(muscle)
                        && placement.side().name().equals(side));
    }

    /// The standing entries of one kind about a needle were wrong; of kind `inserted`, everything about it.
    private Reading retract(UUID event, SessionView session, Instant at) {
        var wrong = new ArrayList<Report>();
        var retracted = retracted(session.entries());
        for (var entry : session.entries()) {
            boolean meant = entry.event() instanceof OfNeedle of
                    && of.needle().value().equals(needle)
                    && ("inserted".equals(what) || entry.event().kind().equals(what))
                    && !retracted.contains(entry.id());
            if (meant) {
                var reason =
                        Optional.ofNullable(words).filter(it -> !it.isBlank()).orElse("tapped by mistake");
                wrong.add(Report.onPage(following(event, entry.id()), at, new EnteredInError(entry.id(), reason)));
            }
        }
        return wrong.isEmpty() ? new Nothing() : new Events(wrong);
    }

    private static Collection<EventId> retracted(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(it -> it.event() instanceof EnteredInError)
                .map(it -> ((EnteredInError) it.event()).event())
                .toList();
    }

    private Reading found(UUID event, SessionView session, Instant at) {
        var place = place();
        var missing = session.state().missing().stream()
                .filter(it -> it.id().value().equals(needle))
                .findFirst();
        if (place.isEmpty()) {
            return new Incomplete("where");
        }
        return missing.<Reading>map(it -> one(event, at, new LedgerEvent.Found(it.id(), place.get(), it.open())))
                .orElseGet(Nothing::new);
    }

    private Optional<Place> place() {
        return List.of(Place.values()).stream()
                .filter(it -> it.name().equals(where))
                .findFirst();
    }

    /// The patient is well again, whatever it was.
    private Reading recovered(UUID event, SessionView session, Instant at) {
        var over = session.state().unwell();
        var noted = words == null || words.isBlank() ? null : words.strip();
        return over.isEmpty()
                ? new Nothing()
                : new Events(over.stream()
                        .map(it -> Report.onPage(following(event, it), at, new LedgerEvent.Recovered(it, noted)))
                        .toList());
    }
}
