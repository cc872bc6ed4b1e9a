package org.needlepoint.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.needlepoint.intake.Circumstance.Recorded;
import org.needlepoint.intake.ConsentStanding.NotEnough.Why;

/// When a consent that was signed does not carry needles because of the patient's age (rule W6): nobody who may sign
/// for a minor has, nobody checked who they are, the minor said no, or the minor has come of age since.
final class ForMinors {
    /// From this birthday on people sign for themselves. The knowledge holds no other age for any state.
    static final Period OF_AGE = Period.ofYears(18);

    private ForMinors() {}

    static boolean isMinor(LocalDate birthDate, LocalDate on) {
        return on.isBefore(birthDate.plus(OF_AGE));
    }

    /// Empty: the consent is enough.
    ///
    /// @param told how the consent came about, oldest first
    static Optional<Why> notEnough(
            Consent consent, LocalDate birthDate, List<Recorded> told, Instant now, ZoneId zone) {
        var ofAge = birthDate.plus(OF_AGE);
        var signed = LocalDate.ofInstant(consent.givenAt(), zone);
        if (!signed.isBefore(ofAge)) {
            return Optional.empty();
        }
        if (!LocalDate.ofInstant(now, zone).isBefore(ofAge)) {
            return Optional.of(Why.OF_AGE_SINCE);
        }
        if (!consent.byGuardian()) {
            return Optional.of(Why.NO_GUARDIAN);
        }
        if (assent(told).filter(Circumstance.Answer.NO::equals).isPresent()) {
            return Optional.of(Why.NO_ASSENT);
        }
        return identified(told) ? Optional.empty() : Optional.of(Why.GUARDIAN_NOT_IDENTIFIED);
    }

    /// Staff say so: nobody identifies themselves.
    private static boolean identified(List<Recorded> told) {
        return told.stream()
                .anyMatch(each -> each.what() instanceof Circumstance.Identified
                        && each.asked().how() == Asked.How.STAFF);
    }

    private static Optional<Circumstance.Answer> assent(List<Recorded> told) {
        return told.stream()
                .flatMap(each -> each.what() instanceof Circumstance.Assent(var answer)
                        ? Optional.of(answer).stream()
                        : Optional.<Circumstance.Answer>empty().stream())
                .reduce((_, later) -> later);
    }
}
