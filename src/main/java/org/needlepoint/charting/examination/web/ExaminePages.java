package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.examination.TakeMeasures;
import org.needlepoint.charting.examination.web.ExamineModel.Asked;
import org.needlepoint.charting.measures.Catalogue;
import org.needlepoint.charting.measures.MeasureId;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The page on which a visit is examined: what is measured, with the last value beside each empty field; what hands
/// find; and the targets that follow from it.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/examination")
class ExaminePages {
    private final ExamineMuscle examineMuscle;
    private final TakeMeasures takeMeasures;
    private final Catalogue catalogue;
    private final ExamineModel model;
    private final MeasureProblems problems;

    ExaminePages(
            ExamineMuscle examineMuscle,
            TakeMeasures takeMeasures,
            Catalogue catalogue,
            ExamineModel model,
            MeasureProblems problems) {
        this.examineMuscle = examineMuscle;
        this.takeMeasures = takeMeasures;
        this.catalogue = catalogue;
        this.model = model;
        this.problems = problems;
    }

    /// What every address and form of the page carries of what is shown.
    @ModelAttribute
    Asked asked(
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "before") String moment,
            @RequestParam(defaultValue = "active") String range,
            @RequestParam(defaultValue = "manual") String strength,
            @RequestParam(defaultValue = "ordered") String imaging) {
        return new Asked(part, moment, range, strength, imaging);
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @ModelAttribute Asked asked,
            @RequestParam Optional<Integer> kept,
            SignedIn who,
            Locale locale) {
        var page = page(practice, id, asked, TypedMeasures.NOTHING, who, locale);
        kept.ifPresent(count -> page.addObject("kept", count));
        return page;
    }

    /// Keeps what was measured, or says that the last value of one thing holds today as well.
    @PostMapping("/measures")
    ModelAndView measure(
            Practice practice,
            @PathVariable UUID id,
            @ModelAttribute Asked asked,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam Optional<UUID> same,
            SignedIn who,
            Locale locale) {
        var visit = new AppointmentId(id);
        var moment = moment(asked);
        var typed = read(practice, visit, moment, sent);
        if (typed.wrong()) {
            return again(practice, id, asked, typed, who, locale);
        }
        var kept = takeMeasures.take(practice.id(), visit, moment, typed.taken(), who.actor());
        same.ifPresent(last -> takeMeasures.sameAsLast(practice.id(), visit, moment, new MeasureId(last), who.actor()));
        var count = kept + (same.isPresent() ? 1 : 0);
        return back(practice, id, asked, "&kept=" + count + "#" + typed.first("group"));
    }

    /// Says that something was entered in error. What else was typed into the same form is kept with it.
    @PostMapping("/measures/{measure}/error")
    ModelAndView enteredInError(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID measure,
            @ModelAttribute Asked asked,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var visit = new AppointmentId(id);
        var moment = moment(asked);
        var typed = read(practice, visit, moment, sent);
        if (typed.wrong()) {
            return again(practice, id, asked, typed, who, locale);
        }
        var kept = takeMeasures.take(practice.id(), visit, moment, typed.taken(), who.actor());
        takeMeasures.enteredInError(practice.id(), visit, new MeasureId(measure), who.actor());
        return back(practice, id, asked, kept == 0 ? "#parts" : "&kept=" + kept + "#" + typed.first("group"));
    }

    private static Moment moment(Asked asked) {
        return Moment.of(asked.moment()).orElse(Moment.BEFORE);
    }

    /// What was typed; what stands already is no news.
    private TypedMeasures read(
            Practice practice, AppointmentId visit, Moment moment, MultiValueMap<String, String> sent) {
        var today = takeMeasures.of(practice.id(), visit);
        return new TypedMeasures(sent)
                .read(
                        catalogue::scale,
                        (what, given, hurts) -> today.standing(what, moment)
                                .filter(there -> there.value().equals(given.value()) && there.painful() == hurts)
                                .isPresent());
    }

    private ModelAndView again(
            Practice practice, UUID id, Asked asked, TypedMeasures typed, SignedIn who, Locale locale) {
        var page = page(practice, id, asked, typed, who, locale);
        page.addObject("errors", problems.all(typed, locale));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            Practice practice, UUID id, Asked asked, TypedMeasures typed, SignedIn who, Locale locale) {
        var opened = examineMuscle.open(practice.id(), new AppointmentId(id), who.actor());
        var page = new ModelAndView("examination/examine");
        page.addAllObjects(model.model(practice, model.read(practice, opened, asked), typed, locale));
        page.addObject("errors", List.of());
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }

    private static ModelAndView back(Practice practice, UUID id, Asked asked, String more) {
        var back = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/examination?part="
                + word(asked.part()) + "&moment=" + word(asked.moment()) + "&range=" + word(asked.range())
                + "&strength=" + word(asked.strength()) + "&imaging=" + word(asked.imaging()) + more);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    /// Words of addresses are small letters and hyphens; anything else is dropped.
    private static String word(String sent) {
        return sent.replaceAll("[^a-z-]", "");
    }
}
