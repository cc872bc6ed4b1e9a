package org.needlepoint.charting.care.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.care.CareEntryId;
import org.needlepoint.charting.care.RecordCare;
import org.needlepoint.charting.care.Recording;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// What happens at a visit beside the needles, on one page.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/care")
class CarePages {
    private final RecordCare recordCare;
    private final CareModel model;

    CarePages(RecordCare recordCare, CareModel model) {
        this.recordCare = recordCare;
        this.model = model;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        return model.page(practice, visit(id), new CareForm(new LinkedMultiValueMap<>()), List.of(), who, locale);
    }

    @PostMapping("/response")
    ModelAndView respond(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new CareForm(sent);
        return record(practice, id, form, form.response(), "response", who, locale);
    }

    @PostMapping("/reactions")
    ModelAndView react(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new CareForm(sent);
        return record(practice, id, form, form.reaction(), "reactions", who, locale);
    }

    @PostMapping("/treatments")
    ModelAndView treat(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new CareForm(sent);
        return record(practice, id, form, form.treatment(), "treatments", who, locale);
    }

    /// @param sent `usual` for everything as this person does it, else each measure
    @PostMapping("/hygiene")
    ModelAndView protect(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new CareForm(sent);
        if (sent.containsKey("usual")) {
            var recording = recordCare.asUsual(practice.id(), visit(id), who.actor());
            return recording instanceof Recording.Recorded && sent.containsKey("from")
                    ? to("/p/" + practice.slug() + "/appointments/" + id + "/session")
                    : answer(practice, id, form, recording, "hygiene", who, locale);
        }
        return record(practice, id, form, form.hygiene(), "hygiene", who, locale);
    }

    @PostMapping("/{entry}/error")
    ModelAndView retract(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "") String reason,
            SignedIn who,
            Locale locale) {
        var said = reason.strip();
        if (said.isEmpty() || said.length() > 1000) {
            return refused(
                    practice,
                    id,
                    new CareForm(new LinkedMultiValueMap<>()),
                    new CareForm.Mistake("error-" + entry, "injection.error.wrong"),
                    who,
                    locale);
        }
        recordCare.retract(practice.id(), visit(id), new CareEntryId(entry), said, who.actor());
        return back(practice, id, "recorded");
    }

    private ModelAndView record(
            Practice practice,
            UUID id,
            CareForm form,
            CareForm.Read read,
            String section,
            SignedIn who,
            Locale locale) {
        var event = read.event();
        if (event == null) {
            return invalid(model.page(practice, visit(id), form, read.mistakes(), who, locale));
        }
        return answer(
                practice,
                id,
                form,
                recordCare.record(practice.id(), visit(id), event, who.actor()),
                section,
                who,
                locale);
    }

    private ModelAndView answer(
            Practice practice,
            UUID id,
            CareForm form,
            Recording recording,
            String section,
            SignedIn who,
            Locale locale) {
        return switch (recording) {
            case Recording.Recorded _ -> back(practice, id, section);
            case Recording.NotNow _ ->
                refused(practice, id, form, new CareForm.Mistake("care", "care.error.notNow"), who, locale);
            case Recording.AllergyToAntiseptic _ ->
                refused(practice, id, form, new CareForm.Mistake("antiseptic", "care.error.allergy"), who, locale);
        };
    }

    private ModelAndView refused(
            Practice practice, UUID id, CareForm form, CareForm.Mistake mistake, SignedIn who, Locale locale) {
        return invalid(model.page(practice, visit(id), form, List.of(mistake), who, locale));
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static AppointmentId visit(UUID id) {
        return new AppointmentId(id);
    }

    private static ModelAndView back(Practice practice, UUID id, String section) {
        return to("/p/" + practice.slug() + "/appointments/" + id + "/care#" + section);
    }

    private static ModelAndView to(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
