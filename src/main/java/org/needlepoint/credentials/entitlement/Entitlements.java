package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers who may needle where, on a day (rule C13).
@Service
public class Entitlements {
    private final Practitioners practitioners;
    private final PracticeRules rules;
    private final QualificationRecords qualifications;
    private final Proposals proposals;
    private final Practices practices;

    Entitlements(
            Practitioners practitioners,
            PracticeRules rules,
            QualificationRecords qualifications,
            Proposals proposals,
            Practices practices) {
        this.practitioners = practitioners;
        this.rules = rules;
        this.qualifications = qualifications;
        this.proposals = proposals;
        this.practices = practices;
    }

    /// Whether a practitioner may needle at a location on a day.
    ///
    /// @param day        in the location's zone
    /// @param supervisor who supervises in the room; null: nobody
    /// @throws NotFound when the practice has no such practitioner or location
    @Transactional(readOnly = true)
    public Entitlement of(
            PracticeId practice,
            PractitionerId who,
            UUID location,
            LocalDate day,
            @Nullable PractitionerId supervisor) {
        return in(practice, who, jurisdiction(practice, location), day, supervisor);
    }

    /// The same in a state or country.
    @Transactional(readOnly = true)
    public Entitlement in(
            PracticeId practice,
            PractitionerId who,
            Jurisdiction jurisdiction,
            LocalDate day,
            @Nullable PractitionerId supervisor) {
        boolean supervised = supervisor != null
                && !supervisor.equals(who)
                && in(practice, supervisor, jurisdiction, day, null) instanceof Entitlement.Entitled;
        var profession =
                practitioners.find(practice, who).orElseThrow(NotFound::new).profession();
        return new Question(
                        jurisdiction,
                        day,
                        proposals.of(jurisdiction, profession),
                        rules.standing(practice, jurisdiction, profession, day),
                        qualifications.of(practice, who),
                        supervised)
                .answer();
    }

    /// Whether a practitioner has a licence that holds at a location on a day, whatever they do with it.
    ///
    /// @param day in the location's zone
    /// @throws NotFound when the practice has no such location
    @Transactional(readOnly = true)
    public boolean licensed(PracticeId practice, PractitionerId who, UUID location, LocalDate day) {
        return qualifications
                .of(practice, who)
                .licence(jurisdiction(practice, location))
                .filter(it -> it.holdsOn(day))
                .isPresent();
    }

    /// Whether the rule that stands for a practitioner at a location asks for the patient's consent in writing.
    ///
    /// @param day in the location's zone
    /// @throws NotFound when the practice has no such practitioner or location
    @Transactional(readOnly = true)
    public boolean writtenConsent(PracticeId practice, PractitionerId who, UUID location, LocalDate day) {
        var profession =
                practitioners.find(practice, who).orElseThrow(NotFound::new).profession();
        return rules.standing(practice, jurisdiction(practice, location), profession, day)
                .filter(it -> it.requirements().writtenConsent())
                .isPresent();
    }

    /// Where a location lies.
    ///
    /// @throws NotFound when the practice has no such location
    @Transactional(readOnly = true)
    public Jurisdiction jurisdiction(PracticeId practice, UUID location) {
        var found = practices.find(practice).orElseThrow(NotFound::new);
        return found.locations().stream()
                .filter(it -> it.id().equals(location))
                .findFirst()
                .map(Practice.Location::region)
                .map(region -> proposals.jurisdiction(found.country(), region))
                .orElseThrow(NotFound::new);
    }
}
