package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What a practitioner has.
///
/// @param licences one for each jurisdiction
/// @param training all courses, those that were struck too
/// @param signedOff days of the supervised sessions in the practice that an instructor accepted
public record Qualifications(List<Licence> licences, List<Training> training, List<LocalDate> signedOff) {
    public Qualifications {
        licences = List.copyOf(licences);
        training = List.copyOf(training);
        signedOff = List.copyOf(signedOff);
    }

    /// The licence in a jurisdiction.
    public Optional<Licence> licence(Jurisdiction in) {
        return licences.stream().filter(it -> it.jurisdiction().equals(in)).findFirst();
    }

    /// Hours of training until a day, that day included.
    public int hours(LocalDate day) {
        return sum(day, Training::hours);
    }

    /// Of them, in person.
    public int hoursInPerson(LocalDate day) {
        return sum(day, it -> it.inPerson() ? it.hours() : 0);
    }

    /// Supervised sessions until a day, that day included: signed off here, and attested by courses.
    public int sessions(LocalDate day) {
        var here = signedOff.stream().filter(it -> !it.isAfter(day)).count();
        return Math.toIntExact(here) + sum(day, Training::sessions);
    }

    private int sum(LocalDate day, ToIntFunction<Training> figure) {
        return training.stream().filter(it -> it.countsOn(day)).mapToInt(figure).sum();
    }
}
