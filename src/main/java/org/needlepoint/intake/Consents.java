package org.needlepoint.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.intake.ConsentEvent.Kind;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What patients agreed to, refused and took back.
@Service
public class Consents {
    private final ConsentRows rows;
    private final Charts charts;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(ConsentRows rows, Charts charts, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.charts = charts;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where a patient's consent stands now.
    @Transactional(readOnly = true)
    public ConsentStanding standing(PracticeId practice, PatientId chart) {
        return ConsentEvent.standing(events(practice, chart));
    }

    /// Adds a region and a technique that the patient agreed to aloud (rule W6). Changes nothing when no consent
    /// stands:
    /// then there is nothing to extend.
    ///
    /// @param region a word of the vocabulary `muscle-region`
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding extendAloud(
            PracticeId practice, PatientId chart, UUID visit, String region, Technique technique, Asked asked) {
        if (standing(practice, chart) instanceof ConsentStanding.Given(var consent)
                && !consent.covers(region, technique)) {
            append(practice, chart, Kind.EXTENDED, consent.id(), visit, Set.of(region), Set.of(technique), asked);
        }
        return standing(practice, chart);
    }

    /// Records that the patient said yes again at a visit (rule W4).
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding confirmAloud(PracticeId practice, PatientId chart, UUID visit, Asked asked) {
        if (standing(practice, chart) instanceof ConsentStanding.Given(var consent) && !consent.confirmedAt(visit)) {
            append(practice, chart, Kind.CONFIRMED, consent.id(), visit, Set.of(), Set.of(), asked);
        }
        return standing(practice, chart);
    }

    /// The patient takes the consent back. Changes nothing when none stands.
    ///
    /// @param visit null outside a visit
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding withdraw(PracticeId practice, PatientId chart, @Nullable UUID visit, Asked asked) {
        if (standing(practice, chart) instanceof ConsentStanding.Given(var consent)) {
            append(practice, chart, Kind.WITHDRAWN, consent.id(), visit, Set.of(), Set.of(), asked);
        }
        return standing(practice, chart);
    }

    /// The patient does not want needles; a consent that stood is over.
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding refuse(PracticeId practice, PatientId chart, @Nullable UUID visit, Asked asked) {
        append(practice, chart, Kind.REFUSED, null, visit, Set.of(), Set.of(), asked);
        return standing(practice, chart);
    }

    List<ConsentEvent> events(PracticeId practice, PatientId chart) {
        return rows.of(practice, charts.with(practice, chart));
    }

    private void append(
            PracticeId practice,
            PatientId chart,
            Kind kind,
            @Nullable ConsentId consent,
            @Nullable UUID visit,
            Set<String> regions,
            Set<Technique> techniques,
            Asked asked) {
        var id = Uuid7.next();
        rows.add(
                practice,
                chart,
                new ConsentEvent(
                        id,
                        kind,
                        consent,
                        visit,
                        null,
                        null,
                        regions,
                        techniques,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        asked));
        var entry = AuditEntry.of(asked.by(), kind.code(), "consent", consent == null ? id : consent.value())
                .about(chart.value());
        audit.append(practice, visit == null ? entry : entry.during(visit));
    }
}
