package org.needlepoint.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.Signature;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.documents.SignedDocuments;
import org.needlepoint.intake.Circumstance.Recorded;
import org.needlepoint.intake.ConsentEvent.Kind;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What patients agreed to, refused and took back.
@Service
public class Consents {
    private static final Set<Kind> NO = EnumSet.of(Kind.REFUSED, Kind.WITHDRAWN, Kind.NARROWED);

    private final ConsentRows rows;
    private final CircumstanceRows circumstances;
    private final Charts charts;
    private final ConsentDocuments writing;
    private final SignedDocuments documents;
    private final ContentSets sets;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(
            ConsentRows rows,
            CircumstanceRows circumstances,
            Charts charts,
            ConsentDocuments writing,
            SignedDocuments documents,
            ContentSets sets,
            Patients patients,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.circumstances = circumstances;
        this.charts = charts;
        this.writing = writing;
        this.documents = documents;
        this.sets = sets;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where a patient's consent to needling stands now.
    @Transactional(readOnly = true)
    public ConsentStanding standing(PracticeId practice, PatientId chart) {
        return standing(practice, chart, ConsentTo.NEEDLING);
    }

    /// Where a patient's consent to something stands now.
    @Transactional(readOnly = true)
    public ConsentStanding standing(PracticeId practice, PatientId chart, ConsentTo to) {
        var standing = ConsentEvent.standing(events(practice, chart, to));
        return standing instanceof ConsentStanding.Given(var consent)
                ? checked(practice, chart, to, consent)
                : standing;
    }

    /// What is signed counts only while its bytes are what was signed, and for a minor only with what a minor needs.
    private ConsentStanding checked(PracticeId practice, PatientId chart, ConsentTo to, Consent consent) {
        if (!to.isOnlyFor(consent.signed().techniques())
                || signed(practice, consent).isEmpty()) {
            return new ConsentStanding.Altered(consent.id());
        }
        var patient = patients.find(practice, chart).orElseThrow(NotFound::new);
        var told = consent.byGuardian() ? circumstances(practice, consent) : List.<Recorded>of();
        return ForMinors.notEnough(consent, patient.demographics().birthDate(), told, clock.instant(), zone(practice))
                .<ConsentStanding>map(why -> new ConsentStanding.NotEnough(consent, why))
                .orElseGet(() -> new ConsentStanding.Given(consent));
    }

    /// Whether somebody has to sign for the patient today.
    @Transactional(readOnly = true)
    public boolean needsGuardian(PracticeId practice, PatientId chart) {
        return patients.find(practice, chart)
                .map(patient -> ForMinors.isMinor(
                        patient.demographics().birthDate(), LocalDate.ofInstant(clock.instant(), zone(practice))))
                .orElse(false);
    }

    /// Whether the patient came of age after a day, and is so now.
    boolean cameOfAgeAfter(PracticeId practice, PatientId chart, LocalDate day) {
        return !needsGuardian(practice, chart)
                && patients.find(practice, chart)
                        .map(patient -> ForMinors.isMinor(patient.demographics().birthDate(), day))
                        .orElse(false);
    }

    /// Whether the patient said no to something, or to a part of it, on a day or later.
    boolean saidNoSince(Practice practice, PatientId chart, ConsentTo to, LocalDate day) {
        return events(practice.id(), chart, to).stream()
                .filter(event -> NO.contains(event.kind()))
                .anyMatch(event ->
                        !LocalDate.ofInstant(event.at(), practice.zone()).isBefore(day));
    }

    private ZoneId zone(PracticeId practice) {
        return practices.find(practice).orElseThrow(NotFound::new).zone();
    }

    /// How a consent came about, oldest first.
    @Transactional(readOnly = true)
    public List<Recorded> circumstances(PracticeId practice, Consent consent) {
        return circumstances.of(practice, consent.id());
    }

    /// Adds how the latest consent to something came about; nothing where none was ever given.
    @Transactional
    public void tell(
            PracticeId practice,
            PatientId chart,
            @Nullable UUID visit,
            ConsentTo to,
            List<Circumstance> told,
            Asked asked) {
        given(practice, chart, to).reduce((_, later) -> later).ifPresent(consent -> {
            told.forEach(each -> circumstances.add(practice, chart, consent, new Recorded(each, now(), asked)));
            var entry = AuditEntry.of(asked.by(), "told-how", to.document(), consent.value())
                    .about(chart.value());
            audit.append(practice, visit == null ? entry : entry.during(visit));
        });
    }

    private Stream<ConsentId> given(PracticeId practice, PatientId chart, ConsentTo to) {
        return events(practice, chart, to).stream()
                .filter(event -> event.kind() == Kind.GIVEN)
                .flatMap(event -> Optional.ofNullable(event.consent()).stream());
    }

    /// A consent as it was signed.
    public record Signing(ConsentId consent, SignedDocument document) {}

    /// Every consent to something that was ever given, as it was signed, the latest first: also those that were
    /// replaced, withdrawn, or signed in an earlier edition. One that is not what was signed is left out.
    @Transactional(readOnly = true)
    public List<Signing> everSigned(PracticeId practice, PatientId chart, ConsentTo to) {
        return events(practice, chart, to).reversed().stream()
                .filter(event -> event.kind() == Kind.GIVEN)
                .flatMap(event -> ConsentEvent.standing(List.of(event)) instanceof ConsentStanding.Given(var consent)
                        ? signed(practice, consent).map(document -> new Signing(consent.id(), document)).stream()
                        : Stream.empty())
                .toList();
    }

    /// When a consent of a patient was signed; empty when they have none of that id.
    @Transactional(readOnly = true)
    public Optional<Instant> signedAt(PracticeId practice, PatientId chart, ConsentTo to, ConsentId id) {
        return events(practice, chart, to).stream()
                .filter(event -> event.kind() == Kind.GIVEN && id.equals(event.consent()))
                .map(ConsentEvent::at)
                .findFirst();
    }

    /// The signed document of a consent; empty when it is not what was signed.
    @Transactional(readOnly = true)
    public Optional<SignedDocument> signed(PracticeId practice, Consent consent) {
        return documents
                .read(practice, new SignedDocumentId(consent.document()))
                .flatMap(reading -> switch (reading) {
                    case SignedDocuments.Reading.Genuine(var document)
                    when ConsentDocuments.says(document.content(), consent.signed()) -> Optional.of(document);
                    case SignedDocuments.Reading.Genuine _, SignedDocuments.Reading.Altered _ ->
                        Optional.<SignedDocument>empty();
                });
    }

    /// The text of a consent, as it is printed to be signed on paper.
    public Document text(ConsentTo to, Locale locale) {
        return writing.text(to, locale);
    }

    /// What a patient, or who signs for a minor, reads before signing: exactly this is kept by [#give].
    @Transactional(readOnly = true)
    public Document document(Practice practice, PatientId chart, ConsentScope scope, Locale locale) {
        var minor = needsGuardian(practice.id(), chart)
                ? patients.find(practice.id(), chart).map(Patient::name).orElse(null)
                : null;
        return writing.write(practice.name(), sets.edition(scope.to().text()), scope, minor, locale);
    }

    /// The patient signs. A consent to the same that stood is replaced; the other one is untouched.
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
        return give(practice, chart, visit, scope, signature, List.of(), locale, asked);
    }

    /// As the other, with how it came about. A [Circumstance.Guardian] among it says that somebody signs for a minor.
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding give(
            Practice practice,
            PatientId chart,
            @Nullable UUID visit,
            ConsentScope scope,
            Signature signature,
            List<Circumstance> told,
            Locale locale,
            Asked asked) {
        var kept = documents.keep(
                practice.id(), document(practice, chart, scope, locale), chart.value(), visit, signature, asked.by());
        var consent = ConsentId.next();
        var event = new ConsentEvent(
                consent.value(),
                Kind.GIVEN,
                consent,
                visit,
                sets.edition(scope.to().text()),
                kept.id().value(),
                scope.regions(),
                scope.techniques(),
                now(),
                asked,
                scope.refusedRegions(),
                told.stream().anyMatch(Circumstance.Guardian.class::isInstance));
        rows.add(practice.id(), chart, scope.to(), event);
        trail(practice.id(), chart, scope.to(), event);
        told.forEach(each -> circumstances.add(practice.id(), chart, consent, new Recorded(each, now(), asked)));
        return standing(practice.id(), chart, scope.to());
    }

    /// Adds a region and a technique that the patient agreed to aloud (rule W6). Changes nothing when no consent
    /// stands: then there is nothing to extend. Nor for a minor, whose own yes adds nothing: whoever signs for them
    /// signs again.
    ///
    /// @param region a word of the vocabulary `muscle-region`
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding extendAloud(
            PracticeId practice, PatientId chart, UUID visit, String region, Technique technique, Asked asked) {
        var to = ConsentTo.of(technique);
        if (standing(practice, chart, to) instanceof ConsentStanding.Given(var consent)
                && !consent.covers(region, technique)
                && !needsGuardian(practice, chart)) {
            append(practice, chart, to, Kind.EXTENDED, consent.id(), visit, Set.of(region), Set.of(technique), asked);
        }
        return standing(practice, chart, to);
    }

    /// Adds an area, all its regions, that the patient agreed to aloud; for a minor nothing, as the other.
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding extendAloud(
            PracticeId practice, PatientId chart, UUID visit, BodyArea area, Technique technique, Asked asked) {
        area.regions().forEach(region -> extendAloud(practice, chart, visit, region, technique, asked));
        return standing(practice, chart, ConsentTo.of(technique));
    }

    /// Takes an area out of what a technique is agreed to for: the rest of the consent stands. A no counts also
    /// while the consent is not enough.
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding narrowAloud(
            PracticeId practice, PatientId chart, UUID visit, BodyArea area, Technique technique, Asked asked) {
        var to = ConsentTo.of(technique);
        if (ConsentEvent.standing(events(practice, chart, to)) instanceof ConsentStanding.Given(var consent)) {
            append(practice, chart, to, Kind.NARROWED, consent.id(), visit, area.regions(), Set.of(technique), asked);
        }
        return standing(practice, chart, to);
    }

    /// Records that the patient said yes to needling again at a visit (rule W4).
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding confirmAloud(PracticeId practice, PatientId chart, UUID visit, Asked asked) {
        if (standing(practice, chart) instanceof ConsentStanding.Given(var consent) && !consent.confirmedAt(visit)) {
            append(practice, chart, ConsentTo.NEEDLING, Kind.CONFIRMED, consent.id(), visit, Set.of(), Set.of(), asked);
        }
        return standing(practice, chart);
    }

    /// The patient takes a consent back. Changes nothing when none stands.
    ///
    /// @param visit null outside a visit
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding withdraw(
            PracticeId practice, PatientId chart, @Nullable UUID visit, ConsentTo to, Asked asked) {
        if (ConsentEvent.standing(events(practice, chart, to)) instanceof ConsentStanding.Given(var consent)) {
            append(practice, chart, to, Kind.WITHDRAWN, consent.id(), visit, Set.of(), Set.of(), asked);
        }
        return standing(practice, chart, to);
    }

    /// The patient does not want needles, or an injection; a consent to it that stood is over.
    ///
    /// @return where the consent stands afterwards
    @Transactional
    public ConsentStanding refuse(
            PracticeId practice, PatientId chart, @Nullable UUID visit, ConsentTo to, Asked asked) {
        append(practice, chart, to, Kind.REFUSED, null, visit, Set.of(), Set.of(), asked);
        return standing(practice, chart, to);
    }

    /// Everything that became of a patient's consents to something, oldest first.
    List<ConsentEvent> events(PracticeId practice, PatientId chart, ConsentTo to) {
        return rows.of(practice, charts.with(practice, chart), to);
    }

    private void append(
            PracticeId practice,
            PatientId chart,
            ConsentTo to,
            Kind kind,
            @Nullable ConsentId consent,
            @Nullable UUID visit,
            Set<String> regions,
            Set<Technique> techniques,
            Asked asked) {
        var event = new ConsentEvent(Uuid7.next(), kind, consent, visit, null, null, regions, techniques, now(), asked);
        rows.add(practice, chart, to, event);
        trail(practice, chart, to, event);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void trail(PracticeId practice, PatientId chart, ConsentTo to, ConsentEvent event) {
        var consent = event.consent();
        var visit = event.visit();
        var entry = AuditEntry.of(
                        event.asked().by(),
                        event.kind().code(),
                        to.document(),
                        consent == null ? event.id() : consent.value())
                .about(chart.value());
        audit.append(practice, visit == null ? entry : entry.during(visit));
    }
}
