package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.charting.examination.ExamineMuscle.Saying;
import org.needlepoint.charting.examination.Outcome;
import org.needlepoint.charting.examination.Target;
import org.needlepoint.charting.examination.ZonePlace;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
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

/// The trigger points of one muscle at a visit: one point at a time, with the zones in which the patient feels it.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/points/{muscle}/{side}")
class PointPages {
    private final ExamineMuscle examineMuscle;
    private final Knowledge knowledge;
    private final PointModel model;
    private final Tell tell;

    PointPages(ExamineMuscle examineMuscle, Knowledge knowledge, PointModel model, Tell tell) {
        this.examineMuscle = examineMuscle;
        this.knowledge = knowledge;
        this.model = model;
        this.tell = tell;
    }

    /// @param point  a point's name; empty for the muscle as a whole
    /// @param fresh  whether a point without a name yet is to be shown
    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable String muscle,
            @PathVariable String side,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "false") boolean fresh,
            SignedIn who,
            Locale locale) {
        var place = place(muscle, side);
        var opened = examineMuscle.open(practice.id(), new AppointmentId(id), who.actor());
        var shown = PointModel.Shown.of(opened, muscle, place, point.strip(), fresh);
        return page(practice, opened, shown, List.of(), locale);
    }

    @PostMapping
    ModelAndView say(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable String muscle,
            @PathVariable String side,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "false") boolean fresh,
            @RequestParam(required = false) @Nullable List<String> zone,
            @RequestParam Map<String, String> sent,
            SignedIn who,
            Locale locale) {
        var place = place(muscle, side);
        var name = point.strip();
        var zones = zones(zone);
        var signs = signs(sent, zones);
        var problems = new ArrayList<FieldProblem>();
        if ((fresh && name.isEmpty()) || name.length() > Target.MOST_POINT) {
            problems.add(new FieldProblem("point", tell.it("point.error.name", locale, Target.MOST_POINT)));
        }
        if (!zones.isEmpty() && signs.get(Sign.REFERRED_PAIN) != Outcome.FOUND) {
            problems.add(new FieldProblem(Sign.REFERRED_PAIN.word(), tell.it("point.error.zones", locale)));
        }
        if (!problems.isEmpty()) {
            var opened = examineMuscle.open(practice.id(), new AppointmentId(id), who.actor());
            var page = page(
                    practice, opened, new PointModel.Shown(muscle, place, name, fresh, signs, zones), problems, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var saying = new Saying(muscle, place, name.isEmpty() ? null : name, signs, zones);
        examineMuscle.examine(practice.id(), new AppointmentId(id), saying, who.actor());
        var back = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/examination#targets");
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    /// The side in the address, as this muscle has it.
    private Laterality place(String muscle, String side) {
        var paired = knowledge.muscle(muscle).orElseThrow(NotFound::new).side() == Muscle.Side.PAIRED;
        var sides = paired ? List.of(Laterality.L, Laterality.R) : List.of(Laterality.M);
        return sides.stream()
                .filter(each -> each.name().equals(side))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static List<ZonePlace> zones(@Nullable List<String> sent) {
        return Optional.ofNullable(sent).orElse(List.of()).stream()
                .map(word -> ZonePlace.of(word).orElseThrow(NotFound::new))
                .toList();
    }

    /// Who marks zones and says nothing else of referred pain says that it is there.
    private static Map<Sign, Outcome> signs(Map<String, String> sent, List<ZonePlace> zones) {
        var signs = new EnumMap<Sign, Outcome>(Sign.class);
        Arrays.stream(Sign.values()).forEach(sign -> {
            var word = sent.get(sign.word());
            if (word != null) {
                signs.put(sign, Outcome.of(word).orElseThrow(NotFound::new));
            }
        });
        if (!zones.isEmpty() && signs.get(Sign.REFERRED_PAIN) != Outcome.NOT_FOUND) {
            signs.put(Sign.REFERRED_PAIN, Outcome.FOUND);
        }
        return signs;
    }

    private ModelAndView page(
            Practice practice, Opened opened, PointModel.Shown shown, List<FieldProblem> problems, Locale locale) {
        var page = new ModelAndView("examination/points");
        page.addAllObjects(model.model(practice, opened, shown, locale));
        page.addObject("errors", problems);
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }
}
