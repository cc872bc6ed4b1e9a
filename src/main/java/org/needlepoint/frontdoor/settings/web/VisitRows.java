package org.needlepoint.frontdoor.settings.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.hours.Conflicts.Standing;
import org.springframework.stereotype.Component;

/// Visits in words, for lists on which somebody decides.
@Component
class VisitRows {
    private final Patients patients;
    private final Practitioners practitioners;
    private final FormPage form;

    VisitRows(Patients patients, Practitioners practitioners, FormPage form) {
        this.patients = patients;
        this.practitioners = practitioners;
        this.form = form;
    }

    /// A visit.
    ///
    /// @param phone  as people write it; null when none is known
    /// @param dial   the same for a link
    /// @param why    what stands against it; null where the page says it once for all
    /// @param choice what was decided; null: nothing yet
    record Row(
            String id,
            int version,
            String patientId,
            String patient,
            @Nullable String phone,
            @Nullable String dial,
            String when,
            String what,
            @Nullable String why,
            @Nullable String choice,
            @Nullable String choiceWords) {}

    List<Row> of(Practice practice, List<Appointment> visits, Locale locale) {
        return standing(
                practice,
                visits.stream().map(visit -> new Standing(visit, null, null)).toList(),
                false,
                locale);
    }

    List<Row> standing(Practice practice, List<Standing> visits, boolean withReason, Locale locale) {
        var words = Words.of(practice, locale);
        var names = practitioners.all(practice.id()).stream()
                .collect(Collectors.toMap(Practitioner::id, Practitioner::titledName));
        return visits.stream()
                .map(each -> {
                    var visit = each.visit();
                    var practitioner = names.getOrDefault(visit.practitioner(), "");
                    var patient = patients.find(practice.id(), visit.patient());
                    var phone = patient.map(Patient::demographics).flatMap(who -> Optional.ofNullable(who.phone()));
                    var choice = each.choice();
                    return new Row(
                            visit.id().toString(),
                            visit.version(),
                            visit.patient().toString(),
                            patient.map(Patient::name).orElse(""),
                            phone.map(words::phone).orElse(null),
                            phone.map(number -> "tel:" + number).orElse(null),
                            when(visit, words),
                            visit.serviceName().in(locale) + " · " + practitioner,
                            withReason ? why(each, practitioner, locale) : null,
                            choice == null ? null : choice.code(),
                            choice == null ? null : form.say("hours.choice." + choice.code() + ".made", locale));
                })
                .toList();
    }

    private static String when(Appointment visit, Words words) {
        return words.day(visit.start().toLocalDate()) + ", "
                + words.time(visit.start().toLocalTime());
    }

    private String why(Standing standing, String practitioner, Locale locale) {
        var against = standing.against();
        if (against == null) {
            return form.say("hours.conflicts.why.week", locale, practitioner);
        }
        return form.say(
                "hours.conflicts.why.exception",
                locale,
                against.label().in(locale),
                form.say("hours.exception.kind." + against.kind().code() + ".short", locale));
    }
}
