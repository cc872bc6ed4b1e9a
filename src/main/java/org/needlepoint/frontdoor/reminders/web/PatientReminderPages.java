package org.needlepoint.frontdoor.reminders.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.reminders.ChooseReminders;
import org.needlepoint.frontdoor.reminders.ChooseReminders.Ways;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// How a patient is reminded, kept by the front desk for whoever says it on the phone or at the counter.
@Controller
@RequestMapping("/p/{slug}/patients/{id}/reminders")
class PatientReminderPages {
    private final Patients patients;
    private final ChooseReminders chooseReminders;
    private final MessageWords words;

    /// A way to choose.
    record Choice(String value, String label, @Nullable String hint) {}

    PatientReminderPages(Patients patients, ChooseReminders chooseReminders, MessageWords words) {
        this.patients = patients;
        this.chooseReminders = chooseReminders;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Optional<String> done,
            SignedIn who,
            Locale locale) {
        var patient =
                patients.open(practice.id(), new PatientId(id), who.actor()).orElseThrow(NotFound::new);
        return page(practice, patient, done.isPresent(), null, locale);
    }

    @PostMapping
    ModelAndView choose(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String way,
            SignedIn who,
            Locale locale) {
        var patient = patients.find(practice.id(), new PatientId(id)).orElseThrow(NotFound::new);
        var wish = Wish.of(way)
                .filter(chooseReminders.ways(practice.id(), patient.id()).choices()::contains);
        if (wish.isEmpty()) {
            var page = page(practice, patient, false, words.say(locale, "reminders.manage.error.way"), locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        chooseReminders.choose(practice.id(), patient.id(), wish.get(), who.actor());
        var redirect = new RedirectView("/p/" + practice.slug() + "/patients/" + id + "/reminders?done");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView page(
            Practice practice, Patient patient, boolean done, @Nullable String problem, Locale locale) {
        var ways = chooseReminders.ways(practice.id(), patient.id());
        var page = new ModelAndView("frontdoor/reminders/patient");
        page.addObject("patient", patient.id().toString());
        page.addObject("name", patient.name());
        page.addObject("done", done);
        page.addObject(
                "ways",
                ways.choices().stream().map(wish -> choice(wish, ways, locale)).toList());
        page.addObject("way", ways.now().code());
        page.addObject("ended", ways.ended());
        page.addObject("errors", problem == null ? List.of() : List.of(new FieldProblem("way", problem)));
        page.addObject("errorOf", problem == null ? Map.of() : Map.of("way", problem));
        return page;
    }

    private Choice choice(Wish wish, Ways ways, Locale locale) {
        return switch (wish) {
            case EMAIL ->
                new Choice(
                        "email", words.say(locale, "reminders.manage.way.email", String.valueOf(ways.email())), null);
            case SMS ->
                new Choice("sms", words.say(locale, "reminders.manage.way.sms", String.valueOf(ways.phone())), null);
            case NONE ->
                new Choice(
                        "none",
                        words.say(locale, "reminders.patient.none"),
                        words.say(locale, "reminders.patient.none.hint"));
        };
    }
}
