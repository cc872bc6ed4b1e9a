package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.needling.LastTime.Needled;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sessions of a practice, to be read.
@Service
public class Sessions {
    private final Ledger ledger;
    private final Knowledge knowledge;

    Sessions(Ledger ledger, Knowledge knowledge) {
        this.ledger = ledger;
        this.knowledge = knowledge;
    }

    /// The session; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<SessionView> find(PracticeId practice, SessionId id) {
        return ledger.find(practice, id).map(row -> row.with(ledger.entries(practice, id)));
    }

    /// When the session of a visit was opened; empty while there is none.
    @Transactional(readOnly = true)
    public Optional<Instant> openedAt(PracticeId practice, AppointmentId visit) {
        return ledger.ofVisit(practice, visit).map(Ledger.Row::openedAt);
    }

    /// What came to a session after a version of it.
    ///
    /// @param version  as it is now
    /// @param standing as it is now
    public record News(int version, Standing standing, List<LedgerEntry> entries) {
        public News {
            entries = List.copyOf(entries);
        }
    }

    /// What is new; empty when the practice has no such session.
    ///
    /// @param version the one that somebody knows; -1: none
    @Transactional(readOnly = true)
    public Optional<News> since(PracticeId practice, SessionId id, int version) {
        return ledger.find(practice, id)
                .map(row -> new News(
                        row.version(),
                        row.standing(),
                        row.version() == version ? List.of() : ledger.entriesSince(practice, id, version)));
    }

    /// The session of a visit; empty for a visit without needles.
    @Transactional(readOnly = true)
    public Optional<SessionView> ofVisit(PracticeId practice, AppointmentId visit) {
        return ledger.ofVisit(practice, visit).map(row -> row.with(ledger.entries(practice, row.id())));
    }

    /// The sessions of some visits, by visit; those without needles have none.
    @Transactional(readOnly = true)
    public Map<AppointmentId, SessionView> ofVisits(PracticeId practice, Collection<AppointmentId> visits) {
        var rows = ledger.ofVisits(practice, visits);
        var entries = ledger.entries(practice, rows.stream().map(Ledger.Row::id).toList());
        return rows.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Ledger.Row::visit, row -> row.with(entries.getOrDefault(row.id(), List.of()))));
    }

    /// What was needled in the latest session of a chart before a time; empty when it is the first.
    @Transactional(readOnly = true)
    public Optional<LastTime> lastOf(PracticeId practice, PatientId chart, Instant before) {
        return ledger.lastOf(practice, chart, before)
                .map(row -> new LastTime(
                        row.id(),
                        row.visit(),
                        row.openedAt(),
                        needled(Session.of(ledger.entries(practice, row.id())))));
    }

    /// The settings of the last needle of a practitioner's latest session before a time.
    @Transactional(readOnly = true)
    public Optional<Placement> lastPlacementBy(PracticeId practice, PractitionerId practitioner, Instant before) {
        return ledger.lastBy(practice, practitioner, before)
                .flatMap(row -> Session.of(ledger.entries(practice, row.id())).needles().stream()
                        .flatMap(needle -> Optional.ofNullable(needle.placement()).stream())
                        .reduce((_, later) -> later));
    }

    /// Which muscles were needled, in the order of their first needles.
    static List<Needled> needled(Session session) {
        record Place(String muscle, Laterality side) {}
        var places = new LinkedHashMap<Place, List<Needle>>();
        session.needles().stream()
                .filter(needle -> needle.placement() != null)
                .sorted(Comparator.comparing(Needle::id))
                .forEach(needle -> {
                    var placement = needle.placement();
                    if (placement != null) {
                        places.computeIfAbsent(new Place(placement.muscle(), placement.side()), _ -> new ArrayList<>())
                                .add(needle);
                    }
                });
        var needled = new ArrayList<Needled>();
        places.forEach((place, needles) -> {
            var last = needles.getLast().placement();
            if (last != null) {
                needled.add(new Needled(
                        place.muscle(),
                        place.side(),
                        needles.size(),
                        needles.stream().anyMatch(Needle::twitched),
                        needles.stream().anyMatch(Needle::familiarPain),
                        last,
                        points(needles)));
            }
        });
        return needled;
    }

    private static List<MapPoint> points(List<Needle> needles) {
        return needles.stream()
                .flatMap(needle -> Stream.ofNullable(needle.placement()))
                .flatMap(placement -> Stream.ofNullable(placement.point()))
                .distinct()
                .toList();
    }

    /// Ids of the hazards near every muscle that was needled, sorted: what aftercare watches for (rule C6).
    public Set<String> needledHazards(Session session) {
        var hazards = new TreeSet<String>();
        for (var needled : needled(session)) {
            knowledge
                    .muscle(needled.muscle())
                    .ifPresent(muscle -> hazards.addAll(muscle.hazards().near()));
        }
        return hazards;
    }
}
