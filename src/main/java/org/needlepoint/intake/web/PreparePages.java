package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.Comforts;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentStanding.NotEnough.Why;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Lessons;
import org.needlepoint.intake.PhotoConsents;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.intake.UnderstandingStanding;
import org.needlepoint.patients.LinkGate;
import org.needlepoint.practice.Practice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a patient does before a visit, as a list of things in any order.
@Controller
@RequestMapping("/p/{slug}/prepare/{token}")
class PreparePages {
    private final Doorway door;
    private final Screenings screenings;
    private final Lessons lessons;
    private final Consents consents;
    private final PhotoConsents photos;
    private final Comforts comforts;
    private final ContentSets sets;
    private final Pages pages;

    PreparePages(
            Doorway door,
            Screenings screenings,
            Lessons lessons,
            Consents consents,
            PhotoConsents photos,
            Comforts comforts,
            ContentSets sets,
            Pages pages) {
        this.door = door;
        this.screenings = screenings;
        this.lessons = lessons;
        this.consents = consents;
        this.photos = photos;
        this.comforts = comforts;
        this.sets = sets;
        this.pages = pages;
    }

    /// One of the things.
    ///
    /// @param css of the tag that says how far it is
    record Task(String path, String title, String hint, String state, String css) {}

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            @RequestParam Optional<String> done,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> tasks(practice, inside, done, locale));
    }

    @PostMapping
    ModelAndView open(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Locale locale) {
        return door.knock(practice, token, form, response, locale);
    }

    /// The patient gives the practice's tablet back: this browser no longer passes, and the screen asks for the
    /// password.
    @PostMapping("/return")
    ModelAndView giveBack(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(LinkGate.COOKIE, "")
                            .path(inside.path())
                            .maxAge(0)
                            .httpOnly(true)
                            .sameSite("Strict")
                            .build()
                            .toString());
            return Pages.to(
                    "/p/" + practice.slug() + "/appointments/" + inside.visit().visit() + "/screening");
        });
    }

    private ModelAndView tasks(Practice practice, Doorway.Inside inside, Optional<String> done, Locale locale) {
        var visit = inside.visit();
        var page = new ModelAndView("intake/tasks");
        page.addObject("when", Pages.when(visit.start(), practice, locale));
        page.addObject("place", visit.place());
        page.addObject("service", visit.service().in(locale));
        page.addObject("needling", visit.needling());
        page.addObject("saved", done.filter("saved"::equals).isPresent());
        page.addObject("contact", Pages.contact(practice));
        var screening = sets.published(practice, ContentSet.SCREENING);
        var consent = sets.published(practice, ContentSet.CONSENT);
        page.addObject("screening", screening);
        page.addObject("consent", consent);
        var tasks = new ArrayList<Task>();
        if (screening) {
            tasks.add(questions(practice, inside, locale));
        }
        if (consent) {
            tasks.add(lessons(practice, inside, locale));
            tasks.add(consent(practice, inside, locale));
        }
        injections(practice, inside, locale).ifPresent(tasks::add);
        tasks.add(comfort(practice, inside, locale));
        photographs(practice, inside, locale).ifPresent(tasks::add);
        page.addObject("tasks", tasks);
        page.addObject("stopped", screening && stopped(practice, inside));
        return page;
    }

    private boolean stopped(Practice practice, Doorway.Inside inside) {
        var visit = inside.visit();
        return screenings.soFar(practice.id(), visit, Technique.DRY_NEEDLING).because().stream()
                .anyMatch(reason -> reason.effect() == Effect.STOP);
    }

    private Task questions(Practice practice, Doorway.Inside inside, Locale locale) {
        var visit = inside.visit();
        var questionnaire = screenings.questionnaire(practice.id(), visit, Technique.DRY_NEEDLING);
        var state = questionnaire.next().isPresent() ? "todo" : questionnaire.later() > 0 ? "later" : "done";
        return task(inside, "questions", state, locale);
    }

    private Task lessons(Practice practice, Doorway.Inside inside, Locale locale) {
        return task(
                inside,
                "lessons",
                switch (lessons.standing(practice.id(), inside.visit().chart())) {
                    case UnderstandingStanding.NotYet _ -> "todo";
                    case UnderstandingStanding.ToExplain _ -> "explain";
                    case UnderstandingStanding.Understood _ -> "done";
                },
                locale);
    }

    private Task consent(Practice practice, Doorway.Inside inside, Locale locale) {
        var standing = consents.standing(practice.id(), inside.visit().chart());
        return task(inside, ConsentTo.NEEDLING.document(), said(standing), locale);
    }

    /// An injection is not offered to everybody: who was asked once sees here what they said, and can change it.
    private Optional<Task> injections(Practice practice, Doorway.Inside inside, Locale locale) {
        var standing = consents.standing(practice.id(), inside.visit().chart(), ConsentTo.INJECTION);
        return standing instanceof ConsentStanding.None || !sets.published(practice, ContentSet.INJECTION)
                ? Optional.empty()
                : Optional.of(task(inside, ConsentTo.INJECTION.document(), said(standing), locale));
    }

    private static String said(ConsentStanding standing) {
        return switch (standing) {
            case ConsentStanding.NotEnough(var _, var why) when why == Why.GUARDIAN_NOT_IDENTIFIED -> "given";
            case ConsentStanding.None _, ConsentStanding.Altered _, ConsentStanding.NotEnough _ -> "todo";
            case ConsentStanding.Given _ -> "given";
            case ConsentStanding.Refused _ -> "refused";
            case ConsentStanding.Withdrawn _ -> "withdrawn";
        };
    }

    private Task comfort(Practice practice, Doorway.Inside inside, Locale locale) {
        var told = comforts.latest(practice.id(), inside.visit().chart()).isPresent();
        return task(inside, "comfort", told ? "done" : "optional", locale);
    }

    private Optional<Task> photographs(Practice practice, Doorway.Inside inside, Locale locale) {
        return switch (photos.standing(practice.id(), inside.visit().chart())) {
            case PhotoConsents.Standing.NotAsked _ -> Optional.empty();
            case PhotoConsents.Standing.Given _ -> Optional.of(task(inside, "photos", "agreed", locale));
            case PhotoConsents.Standing.Refused _ -> Optional.of(task(inside, "photos", "refused", locale));
            case PhotoConsents.Standing.Withdrawn _ -> Optional.of(task(inside, "photos", "withdrawn", locale));
        };
    }

    private Task task(Doorway.Inside inside, String what, String state, Locale locale) {
        var css = switch (state) {
            case "done", "given", "agreed", "later" -> "np-tag--green";
            case "todo", "optional" -> "np-tag--outline";
            default -> "np-tag--amber";
        };
        return new Task(
                inside.path() + "/" + what,
                pages.say("intake.task." + what, locale),
                pages.say("intake.task." + what + ".hint", locale),
                pages.say("intake.task.state." + state, locale),
                css);
    }
}
