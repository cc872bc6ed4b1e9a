package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.Comfort;
import org.needlepoint.intake.Comforts;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What makes needles easier, told by the patient before the visit.
@Controller
@RequestMapping("/p/{slug}/prepare/{token}/comfort")
class PrepareComfort {
    private final Doorway door;
    private final Comforts comforts;
    private final ComfortForm comfortForm;

    PrepareComfort(Doorway door, Comforts comforts, ComfortForm comfortForm) {
        this.door = door;
        this.comforts = comforts;
        this.comfortForm = comfortForm;
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            var latest = comforts.latest(practice.id(), inside.visit().chart())
                    .map(Comforts.Told::comfort)
                    .orElse(Comfort.NONE);
            return page(comfortForm.of(latest), List.of(), locale);
        });
    }

    @PostMapping
    ModelAndView tell(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            var problems = new ArrayList<FieldProblem>();
            var comfort = comfortForm.read(form, problems, locale);
            if (!problems.isEmpty()) {
                var page = page(form, problems, locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return page;
            }
            var visit = inside.visit();
            comforts.tell(practice.id(), visit.chart(), visit.visit(), comfort, inside.asked());
            door.open(practice, visit.visit(), inside.path(), response);
            return Pages.to(inside.path() + "?done=saved");
        });
    }

    private ModelAndView page(MultiValueMap<String, String> form, List<FieldProblem> problems, Locale locale) {
        var page = new ModelAndView("intake/comfort");
        comfortForm.show(page, form, problems, locale);
        return page;
    }
}
