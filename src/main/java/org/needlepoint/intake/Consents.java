package org.needlepoint.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.Signature;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.documents.SignedDocuments;
import org.needlepoint.intake.ConsentEvent.Kind;
import org.needlepoint.patients.PatientId;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What patients agreed to, refused and took back.
@Service
public class Consents {
    private final ConsentRows rows;
    private final Charts charts;
    private final ConsentDocuments writing;
    private final SignedDocuments documents;
    private final ContentSets sets;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(
            ConsentRows rows,
            Charts charts,
            ConsentDocuments writing,
            SignedDocuments documents,
            ContentSets sets,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.charts = charts;
        this.writing = writing;
        this.documents = documents;
        this.sets = sets;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where a patient's consent stands now.
    @Transactional(readOnly = true)
    public ConsentStanding standing(PracticeId practice, PatientId chart) {
        return checked(practice, ConsentEvent.standing(events(practice, chart)));
    }

    /// What is signed counts only while its bytes are what was signed.
    private ConsentStanding checked(PracticeId practice, ConsentStanding standing) {
        return standing instanceof ConsentStanding.Given(var consent)
                        && signed(practice, consent).isEmpty()
                ? new ConsentStanding.Altered(consent.id())
                : standing;
    }

    /// The signed document of a consent; empty when it is not what was signed.
    @Transactional(readOnly = true)
    public Optional<SignedDocument> signed(PracticeId practice, Consent consent) {
        return documents
                .read(practice, new SignedDocumentId(consent.document()))
                .flatMap(reading -> switch (reading) {
                    case SignedDocuments.Reading.Genuine(var document)
                    when ConsentDocuments.says(
                            document.content(),
                            consent.signed().regions(),
                            consent.signed().techniques()) -> Optional.of(document);
                    case SignedDocuments.Reading.Genuine _, SignedDocuments.Reading.Altered _ ->
                        Optional.<SignedDocument>empty();
                });
    }

    /// What a patient reads before signing: exactly this is kept by [#give].
    public Document document(Practice practice, ConsentScope scope, Locale locale) {
        return writing.write(practice.name(), sets.edition(ContentSet.CONSENT), scope, locale);
    }

    /// The patient signs. A consent that stood is replaced.
    ///
    /// @param visit null outside a visit
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding give(
            Practice practice,
            PatientId chart,
            @Nullable UUID visit,
            ConsentScope scope,
            Signature signature,
            Locale locale,
            Asked asked) {
        var kept = documents.keep(
                practice.id(), document(practice, scope, locale), chart.value(), visit, signature, asked.by());
        var consent = ConsentId.next();
        var event = new ConsentEvent(
                consent.value(),
                Kind.GIVEN,
                consent,
                visit,
                sets.edition(ContentSet.CONSENT),
                kept.id().value(),
                scope.regions(),
                scope.techniques(),
                now(),
                asked);
        rows.add(practice.id(), chart, event);
        trail(practice.id(), chart, event);
        return standing(practice.id(), chart);
    }

    /// Adds a region and a technique that the patient agreed to aloud (rule W6). Changes nothing when no consent
    /// stands: then there is nothing to extend.
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

    /// Adds an area, all its regions, that the patient agreed to aloud.
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding extendAloud(
            PracticeId practice, PatientId chart, UUID visit, BodyArea area, Technique technique, Asked asked) {
        area.regions().forEach(region -> extendAloud(practice, chart, visit, region, technique, asked));
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

    /// Everything that became of a patient's consents, oldest first.
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
        var event = new ConsentEvent(Uuid7.next(), kind, consent, visit, null, null, regions, techniques, now(), asked);
        rows.add(practice, chart, event);
        trail(practice, chart, event);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void trail(PracticeId practice, PatientId chart, ConsentEvent event) {
        var consent = event.consent();
        var visit = event.visit();
        var entry = AuditEntry.of(
                        event.asked().by(),
                        event.kind().code(),
                        "consent",
                        consent == null ? event.id() : consent.value())
                .about(chart.value());
        audit.append(practice, visit == null ? entry : entry.during(visit));
    }
}
