package org.needlepoint.frontdoor.web;

import static org.needlepoint.frontdoor.web.ManageGate.back;
import static org.needlepoint.frontdoor.web.ManageGate.conflict;
import static org.needlepoint.frontdoor.web.ManageGate.version;

import java.util.List;
import java.util.Locale;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.reminders.ChooseReminders;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.ConfirmAppointment;
import org.needlepoint.scheduling.ConfirmAppointment.Confirmation;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a reminder asks of a patient: to say that they are coming, and how they want to be reminded.
@Controller
@RequestMapping("/p/{slug}/manage/{token}")
class ManageReminderPages {
    private final ManageGate gate;
    private final ManageModel model;
    private final ConfirmAppointment confirmAppointment;
    private final ChooseReminders chooseReminders;

    ManageReminderPages(
            ManageGate gate,
            ManageModel model,
            ConfirmAppointment confirmAppointment,
            ChooseReminders chooseReminders) {
        this.gate = gate;
        this.model = model;
        this.confirmAppointment = confirmAppointment;
        this.chooseReminders = chooseReminders;
    }

    /// One button for whoever holds the link: it tells nothing and takes nothing away, so no birth date is asked.
    @PostMapping("/confirmation")
    ModelAndView confirm(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale) {
        return gate.withVisit(practice, token, locale, visit -> switch (confirmAppointment.confirm(
                practice.id(), visit.id(), version(form, visit), Actor.GUEST)) {
            case Confirmation.Confirmed _ -> back(practice, token, "confirmed");
            case Confirmation.NotConfirmable(var now) -> model.closed(practice, now, token, null, locale);
            case Confirmation.ChangedMeanwhile(var now) ->
                conflict(model.closed(practice, now, token, "changed", locale));
        });
    }

    @PostMapping("/reminders")
    ModelAndView choose(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale) {
        return gate.checked(practice, token, form, locale, (visit, typed) -> {
            var wish = Wish.of(String.valueOf(form.getFirst("way")));
            if (wish.isEmpty()) {
                var problems = List.of(model.problem("way", "reminders.manage.error.way", locale));
                return model.open(practice, visit, token, typed, problems, null, locale);
            }
            chooseReminders.choose(practice.id(), visit.patient(), wish.get(), Actor.GUEST);
            return back(practice, token, "reminders");
        });
    }
}
