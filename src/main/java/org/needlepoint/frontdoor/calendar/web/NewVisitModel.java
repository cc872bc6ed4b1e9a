package org.needlepoint.frontdoor.calendar.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientSearch;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The model of the page on which the desk books a visit, and of what its search for a patient finds.
@Component
class NewVisitModel {
    private final Patients patients;
    private final Options options;
    private final MessageSource messages;

    NewVisitModel(Patients patients, Options options, MessageSource messages) {
        this.patients = patients;
        this.options = options;
        this.messages = messages;
    }

    /// Somebody who was found.
    record Found(String id, String name, String born, boolean provisional) {}

    /// What the page is filled with.
    record Filled(@Nullable Patient patient, @Nullable UUID service, PlaceForm form, SomebodyNew somebody, UUID key) {
        Filled withNewKey() {
            return new Filled(patient, service, form, somebody, newKey());
        }
    }

    ModelAndView page(
            Practice practice, Filled filled, List<FieldProblem> problems, @Nullable String refusal, Locale locale) {
        var page = new ModelAndView("calendar/new");
        var services = options.services(practice, locale);
        page.addObject("practice", practice);
        page.addObject("pageScripts", List.of("htmx"));
        page.addObject("patient", found(practice, filled.patient(), locale));
        page.addObject("services", services);
        page.addObject(
                "service",
                filled.service() == null ? first(services) : filled.service().toString());
        page.addObject("form", filled.form());
        page.addObject("somebody", filled.somebody());
        page.addObject("birthDate", filled.somebody().birthDate());
        page.addObject("key", filled.key());
        page.addObject("errors", problems);
        page.addObject("errorOf", VisitChangeModel.byField(problems));
        page.addObject("refusal", refusal);
        page.addObject("special", refusal != null || filled.form().isSpecial());
        page.addObject("found", List.of());
        page.addObject("state", "");
        options.addTo(page, practice, locale);
        return page;
    }

    private static String first(List<Choice> services) {
        return services.isEmpty() ? "" : services.getFirst().value();
    }

    /// Adds whom a search found; state `vague`, `none`, `more`, `all`, or empty when nothing was typed.
    void find(ModelAndView page, Practice practice, String typed, Locale locale) {
        page.addObject("q", typed);
        page.addObject("found", List.of());
        page.addObject("state", "");
        if (typed.isBlank()) {
            return;
        }
        switch (patients.search(practice.id(), typed, practice.country())) {
            case PatientSearch.TooVague _ -> page.addObject("state", "vague");
            case PatientSearch.Matches(var matches, var more) -> {
                page.addObject(
                        "found",
                        matches.stream()
                                .map(patient -> found(practice, patient, locale))
                                .toList());
                page.addObject("state", matches.isEmpty() ? "none" : more ? "more" : "all");
            }
        }
    }

    private static @Nullable Found found(Practice practice, @Nullable Patient patient, Locale locale) {
        return patient == null
                ? null
                : new Found(
                        patient.id().toString(),
                        patient.name(),
                        Words.of(practice, locale).date(patient.demographics().birthDate()),
                        patient.awaitsConfirmation());
    }

    List<FieldProblem> flaws(List<DemographicsForm.Flaw> flaws, Locale locale) {
        return flaws.stream()
                .map(flaw ->
                        new FieldProblem(SomebodyNew.field(flaw), messages.getMessage(flaw.messageKey(), null, locale)))
                .toList();
    }

    /// Why a form whose visit is booked already books no other.
    String sentBefore(Locale locale) {
        return messages.getMessage("frontdoor.desk.sentBefore", null, locale);
    }

    /// All that was sent but what changes from page to page.
    static String body(Map<String, String> all) {
        var body = new TreeMap<>(all);
        body.remove("_csrf");
        return body.toString();
    }

    static UUID newKey() {
        return Uuid7.next();
    }
}
