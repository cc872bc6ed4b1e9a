package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.examination.Because;
import org.needlepoint.charting.examination.ChooseTargets;
import org.needlepoint.charting.examination.ChooseTargets.Choosing;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.charting.examination.ProposeTargets;
import org.needlepoint.charting.examination.Reason;
import org.needlepoint.charting.examination.Target;
import org.needlepoint.charting.examination.TargetId;
import org.needlepoint.charting.examination.web.ExamineModel.Asked;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The target list of a visit: taken up from what was found or from last time, added with a reason, put in order.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/targets")
class TargetPages {
    private final ExamineMuscle examineMuscle;
    private final ChooseTargets chooseTargets;
    private final ProposeTargets proposeTargets;
    private final Knowledge knowledge;
    private final ExamineModel model;
    private final Tell tell;

    TargetPages(
            ExamineMuscle examineMuscle,
            ChooseTargets chooseTargets,
            ProposeTargets proposeTargets,
            Knowledge knowledge,
            ExamineModel model,
            Tell tell) {
        this.examineMuscle = examineMuscle;
        this.chooseTargets = chooseTargets;
        this.proposeTargets = proposeTargets;
        this.knowledge = knowledge;
        this.model = model;
        this.tell = tell;
    }

    /// What was sent to choose a target.
    ///
    /// @param from `last` when it is taken up from the visit before
    private record Sent(String muscle, String side, String point, String why, String from) {}

    @PostMapping
    ModelAndView choose(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String muscle,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String from,
            SignedIn who,
            Locale locale) {
        var sent = new Sent(muscle, side, point.strip(), why.strip(), from);
        var opened = examineMuscle.open(practice.id(), new AppointmentId(id), who.actor());
        var problems = problems(sent, locale);
        if (problems.isEmpty()) {
            var place = side(sent);
            var choosing = chooseTargets.choose(
                    practice.id(),
                    opened.visit().id(),
                    muscle,
                    place,
                    sent.point(),
                    because(opened, sent),
                    who.actor());
            switch (choosing) {
                case Choosing.Listed _ -> {
                    return back(practice, id);
                }
                case Choosing.NoReason() -> problems.add(new FieldProblem("why", tell.it("target.error.why", locale)));
            }
        }
        return refused(practice, opened, sent, problems, locale);
    }

    private List<FieldProblem> problems(Sent sent, Locale locale) {
        var problems = new ArrayList<FieldProblem>();
        var muscle = knowledge.muscle(sent.muscle());
        if (muscle.isEmpty()) {
            problems.add(new FieldProblem("muscle", tell.it("target.error.muscle", locale)));
        } else if (muscle.get().side() == Muscle.Side.PAIRED && !sent.side().matches("[LR]")) {
            problems.add(new FieldProblem(
                    "side",
                    tell.it("target.error.side", locale, muscle.get().name().in(locale))));
        } else if (muscle.get().side() == Muscle.Side.UNPAIRED && sent.side().matches("[LR]")) {
            problems.add(new FieldProblem(
                    "side",
                    tell.it("examine.error.noSide", locale, muscle.get().name().in(locale))));
        }
        if (sent.point().length() > Target.MOST_POINT) {
            problems.add(new FieldProblem("point", tell.it("target.error.long", locale, Target.MOST_POINT)));
        }
        if (sent.why().length() > Because.MOST_WORDS) {
            problems.add(new FieldProblem("why", tell.it("target.error.long", locale, Because.MOST_WORDS)));
        }
        return problems;
    }

    private static Laterality side(Sent sent) {
        return switch (sent.side()) {
            case "L" -> Laterality.L;
            case "R" -> Laterality.R;
            default -> Laterality.M;
        };
    }

    /// What speaks for it today, that it was meant last time, and what somebody wrote.
    private Because because(Opened opened, Sent sent) {
        var found = proposeTargets.because(
                opened, sent.muscle(), side(sent), sent.point().isEmpty() ? null : sent.point());
        var reasons = new ArrayList<>(found.reasons());
        if (sent.from().equals("last")) {
            reasons.add(Reason.LAST_TIME);
        }
        return new Because(reasons, found.explains(), sent.why());
    }

    private ModelAndView refused(
            Practice practice, Opened opened, Sent sent, List<FieldProblem> problems, Locale locale) {
        var page = new ModelAndView("examination/examine");
        var asked = new Asked("", "before", "active", "manual", "ordered");
        page.addAllObjects(model.model(practice, model.read(practice, opened, asked), TypedMeasures.NOTHING, locale));
        page.addObject("errors", problems);
        page.addObject("sentTarget", sent);
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/{target}/place")
    ModelAndView move(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID target,
            @RequestParam int place,
            SignedIn who) {
        chooseTargets.move(practice.id(), new AppointmentId(id), new TargetId(target), place, who.actor());
        return back(practice, id);
    }

    @PostMapping("/{target}/removal")
    ModelAndView takeOff(Practice practice, @PathVariable UUID id, @PathVariable UUID target, SignedIn who) {
        chooseTargets.takeOff(practice.id(), new AppointmentId(id), new TargetId(target), who.actor());
        return back(practice, id);
    }

    @PostMapping("/{target}/return")
    ModelAndView putBack(Practice practice, @PathVariable UUID id, @PathVariable UUID target, SignedIn who) {
        chooseTargets.putBack(practice.id(), new AppointmentId(id), new TargetId(target), who.actor());
        return back(practice, id);
    }

    @PostMapping("/{target}/error")
    ModelAndView enteredInError(Practice practice, @PathVariable UUID id, @PathVariable UUID target, SignedIn who) {
        chooseTargets.enteredInError(practice.id(), new AppointmentId(id), new TargetId(target), who.actor());
        return back(practice, id);
    }

    private static ModelAndView back(Practice practice, UUID id) {
        var back = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/examination#targets");
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }
}
