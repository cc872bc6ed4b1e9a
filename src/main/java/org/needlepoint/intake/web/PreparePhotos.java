package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.PhotoConsents;
import org.needlepoint.intake.PhotoConsents.Standing;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What a patient agreed to about photographs, for the patient to see and to take back.
@Controller
@RequestMapping("/p/{slug}/prepare/{token}/photos")
class PreparePhotos {
    private final Doorway door;
    private final PhotoConsents photos;
    private final Pages pages;

    PreparePhotos(Doorway door, PhotoConsents photos, Pages pages) {
        this.door = door;
        this.photos = photos;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> page(practice, inside, locale));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            var visit = inside.visit();
            photos.withdraw(practice.id(), visit.chart(), visit.visit(), inside.asked());
            door.open(practice, visit.visit(), inside.path(), response);
            return Pages.to(inside.path() + "?done=saved");
        });
    }

    private ModelAndView page(Practice practice, Doorway.Inside inside, Locale locale) {
        var zone = inside.visit().start().getZone();
        var page = new ModelAndView("intake/photos");
        page.addObject("uses", List.of());
        switch (photos.standing(practice.id(), inside.visit().chart())) {
            case Standing.NotAsked _ -> page.addObject("state", "notAsked");
            case Standing.Given given -> {
                page.addObject("state", "given");
                page.addObject("at", Pages.when(given.at(), zone, practice, locale));
                page.addObject(
                        "uses",
                        given.uses().stream()
                                .sorted()
                                .map(use -> pages.say("intake.photos.mine." + use.code(), locale))
                                .toList());
            }
            case Standing.Refused(var at, var _) -> {
                page.addObject("state", "refused");
                page.addObject("at", Pages.when(at, zone, practice, locale));
            }
            case Standing.Withdrawn(var at, var _) -> {
                page.addObject("state", "withdrawn");
                page.addObject("at", Pages.when(at, zone, practice, locale));
            }
        }
        return page;
    }
}
