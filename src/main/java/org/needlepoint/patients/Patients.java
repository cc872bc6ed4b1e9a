package org.needlepoint.patients;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Candidate.Likeness;
import org.needlepoint.patients.Patient.Standing;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The patients of a practice: made, found, confirmed, linked.
@Service
public class Patients {
    private static final int MOST_MATCHES = 50;
    private static final int MOST_COMPARED = 200;
    private static final int FEWEST_LETTERS = 2;

    private final PatientRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    Patients(PatientRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// A new provisional patient. It never attaches itself to a chart, however alike: people decide that.
    @Transactional
    public PatientId makeProvisional(PracticeId practice, Demographics who, Actor actor) {
        return make(practice, Standing.PROVISIONAL, who, actor);
    }

    /// A new chart of somebody whom the front desk has before it.
    @Transactional
    public PatientId register(PracticeId practice, Demographics who, Actor actor) {
        return make(practice, Standing.CONFIRMED, who, actor);
    }

    private PatientId make(PracticeId practice, Standing standing, Demographics who, Actor actor) {
        var id = PatientId.next();
        rows.insert(practice, id, standing, who, actor, clock.instant());
        audit.append(
                practice, AuditEntry.of(actor, "added", "patient", id.value()).about(id.value()));
        return id;
    }

    /// The patient, without a trace in the trail: for the software's own use. Pages that show a person use [#open].
    @Transactional(readOnly = true)
    public Optional<Patient> find(PracticeId practice, PatientId id) {
        return rows.find(practice, id);
    }

    /// The chart of a person: the one that a guest is linked to, or their own. Visits of all who share it are one
    /// person's.
    ///
    /// @throws NotFound when the practice has no such patient
    @Transactional(readOnly = true)
    public PatientId chartOf(PracticeId practice, PatientId id) {
        return rows.find(practice, id).orElseThrow(NotFound::new).chart();
    }

    /// The patient, for somebody to look at: the trail says who looked.
    @Transactional
    public Optional<Patient> open(PracticeId practice, PatientId id, Actor actor) {
        var found = rows.find(practice, id);
        found.ifPresent(_ -> audit.append(
                practice, AuditEntry.of(actor, "viewed", "patient", id.value()).about(id.value())));
        return found;
    }

    /// The provisional patients that are linked to a chart now, oldest first.
    @Transactional(readOnly = true)
    public List<Patient> linkedTo(PracticeId practice, PatientId chart) {
        return rows.ofChart(practice, chart);
    }

    /// Provisional patients, newest first; those already linked included.
    ///
    /// @param limit how many at most, 1..200
    @Transactional(readOnly = true)
    public List<Patient> provisional(PracticeId practice, int limit) {
        return rows.provisional(practice, limit);
    }

    /// Finds patients by what somebody typed: a birth date (1984-02-29), a phone number, an e-mail address, or the
    /// beginnings of one or more words of the name, in any order.
    ///
    /// @param country ISO 3166, for phone numbers typed without one
    @Transactional(readOnly = true)
    public PatientSearch search(PracticeId practice, String typed, String country) {
        var text = DemographicsForm.clean(typed);
        var date = date(text);
        if (date.isPresent()) {
            return matches(rows.byBirthDate(practice, date.get(), MOST_MATCHES + 1));
        }
        if (text.contains("@")) {
            return matches(rows.byEmail(practice, text, MOST_MATCHES + 1));
        }
        if (text.codePoints().filter(Character::isDigit).count() >= 7) {
            return DemographicsForm.e164(text, country)
                    .map(phone -> matches(rows.byPhone(practice, phone, MOST_MATCHES + 1)))
                    .orElseGet(() -> matches(List.of()));
        }
        return byName(practice, text);
    }

    private PatientSearch byName(PracticeId practice, String text) {
        var words = SearchKeys.words(text).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (words.isEmpty() || words.getFirst().length() < FEWEST_LETTERS) {
            return new PatientSearch.TooVague();
        }
        var other = words.get(Math.min(1, words.size() - 1));
        var found = rows.byWords(practice, words.getFirst(), other, MOST_COMPARED).stream()
                .filter(patient -> allBegin(words, SearchKeys.words(patient.name())))
                .toList();
        return matches(found);
    }

    private static boolean allBegin(List<String> typed, List<String> words) {
        return typed.stream().allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
    }

    private static PatientSearch matches(List<Patient> found) {
        return new PatientSearch.Matches(found.stream().limit(MOST_MATCHES).toList(), found.size() > MOST_MATCHES);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Confirmed charts that may be this provisional patient, likest first: same birth date and a similar name, or the
    /// same phone or e-mail.
    @Transactional(readOnly = true)
    public List<Candidate> candidatesFor(PracticeId practice, PatientId provisional) {
        var patient = rows.find(practice, provisional).orElseThrow(NotFound::new);
        var who = patient.demographics();
        var alike = new LinkedHashMap<Patient, Set<Likeness>>();
        for (var other : rows.byBirthDate(practice, who.birthDate(), MOST_COMPARED)) {
            if (NameLikeness.similar(who.name(), other.name())) {
                note(alike, other, Likeness.BIRTH_DATE);
                note(alike, other, Likeness.NAME);
            }
        }
        if (who.phone() != null) {
            rows.byPhone(practice, who.phone(), MOST_MATCHES).forEach(other -> note(alike, other, Likeness.PHONE));
        }
        if (who.email() != null) {
            rows.byEmail(practice, who.email(), MOST_MATCHES).forEach(other -> note(alike, other, Likeness.EMAIL));
        }
        var candidates = new ArrayList<Candidate>();
        alike.forEach((other, likeness) -> {
            if (other.standing() == Standing.CONFIRMED) {
                if (NameLikeness.similar(who.name(), other.name())) {
                    likeness.add(Likeness.NAME);
                }
                if (other.demographics().birthDate().equals(who.birthDate())) {
                    likeness.add(Likeness.BIRTH_DATE);
                }
                candidates.add(new Candidate(other, Set.copyOf(likeness)));
            }
        });
        candidates.sort(Comparator.comparingInt(
                        (Candidate candidate) -> -candidate.likeness().size())
                .thenComparing(candidate -> candidate.chart().name()));
        return List.copyOf(candidates);
    }

    private static void note(Map<Patient, Set<Likeness>> alike, Patient other, Likeness likeness) {
        alike.computeIfAbsent(other, _ -> EnumSet.noneOf(Likeness.class)).add(likeness);
    }

    /// Corrects demographics. The form's version guards against overwriting somebody else's change.
    @Transactional
    public Correction correct(PracticeId practice, PatientId id, int version, Demographics who, Actor actor) {
        var patient = rows.lock(practice, id).orElseThrow(NotFound::new);
        if (patient.version() != version) {
            return new Correction.ChangedMeanwhile(patient);
        }
        rows.update(practice, id, patient.standing(), who, actor, clock.instant());
        audit.append(
                practice, AuditEntry.of(actor, "changed", "patient", id.value()).about(id.value()));
        return new Correction.Corrected(version + 1);
    }

    /// Makes a provisional patient a confirmed chart of their own.
    @Transactional
    public Confirmation confirm(PracticeId practice, PatientId id, Actor actor) {
        var patient = rows.lock(practice, id).orElseThrow(NotFound::new);
        if (patient.standing() == Standing.CONFIRMED) {
            return new Confirmation.AlreadyConfirmed();
        }
        var chart = patient.linkedTo();
        if (chart != null) {
            return new Confirmation.BelongsTo(chart);
        }
        rows.update(practice, id, Standing.CONFIRMED, patient.demographics(), actor, clock.instant());
        audit.append(
                practice,
                AuditEntry.of(actor, "confirmed", "patient", id.value()).about(id.value()));
        return new Confirmation.Confirmed(patient.version() + 1);
    }

    /// Says that a provisional patient is the person of a confirmed chart.
    @Transactional
    public Linking link(PracticeId practice, PatientId provisional, PatientId chart, Actor actor) {
        var patient = rows.lock(practice, provisional).orElseThrow(NotFound::new);
        var target = rows.find(practice, chart).orElseThrow(NotFound::new);
        if (patient.standing() != Standing.PROVISIONAL) {
            return new Linking.NotProvisional();
        }
        var linked = patient.linkedTo();
        if (linked != null) {
            return new Linking.AlreadyLinked(linked);
        }
        if (target.standing() != Standing.CONFIRMED) {
            return new Linking.NotAChart();
        }
        rows.link(practice, provisional, chart, null, actor, clock.instant());
        audit.append(
                practice,
                AuditEntry.of(actor, "linked", "patient", provisional.value()).about(chart.value()));
        return new Linking.Linked();
    }

    /// Undoes the link of a provisional patient; both rows stay on record.
    @Transactional
    public Unlinking unlink(PracticeId practice, PatientId provisional, Actor actor) {
        var patient = rows.lock(practice, provisional).orElseThrow(NotFound::new);
        var chart = patient.linkedTo();
        var link = rows.currentLink(practice, provisional);
        if (chart == null || link.isEmpty()) {
            return new Unlinking.NotLinked();
        }
        rows.link(practice, provisional, chart, link.get(), actor, clock.instant());
        audit.append(
                practice,
                AuditEntry.of(actor, "unlinked", "patient", provisional.value()).about(chart.value()));
        return new Unlinking.Unlinked(chart);
    }

    /// The language in which to write to a patient.
    @Transactional(readOnly = true)
    public Locale localeOf(PracticeId practice, PatientId id) {
        return rows.find(practice, id).orElseThrow(NotFound::new).demographics().locale();
    }
}
