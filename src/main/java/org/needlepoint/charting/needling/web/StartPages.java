package org.needlepoint.charting.needling.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.RedFlagQuestion;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.ArrivalCheck;
import org.needlepoint.charting.needling.Start;
import org.needlepoint.charting.needling.StartNeedling;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.PainReport;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The way into a session: what stands against it, with the page that settles it.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/session")
class StartPages {
    private final StartNeedling startNeedling;
    private final Knowledge knowledge;
    private final NeedleCard card;
    private final EntitlementWords entitlement;
    private final Say say;

    StartPages(
            StartNeedling startNeedling, Knowledge knowledge, NeedleCard card, EntitlementWords entitlement, Say say) {
        this.startNeedling = startNeedling;
        this.knowledge = knowledge;
        this.card = card;
        this.entitlement = entitlement;
        this.say = say;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        var refusal = startNeedling.refusal(practice.id(), new AppointmentId(visit), who.actor());
        return refusal == null
                ? page(visit, "ready", entitled(practice, visit, who, locale), HttpStatus.OK)
                : answer(practice, visit, refusal, HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView start(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String signsWord,
            @RequestParam(defaultValue = "") String arrivalWord,
            @RequestParam(defaultValue = "") String referralWord,
            SignedIn who,
            Locale locale) {
        var words = new StartNeedling.Words(said(word), said(signsWord), said(arrivalWord), said(referralWord));
        var start = startNeedling.start(practice.id(), new AppointmentId(visit), words, who.actor());
        var answer = answer(practice, visit, start, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        // What goes with a redirect goes into its address, and this is about a patient.
        return answer.getStatus() == null
                ? answer
                : answer.addObject("word", word)
                        .addObject("signsWord", signsWord)
                        .addObject("arrivalWord", arrivalWord);
    }

    private static @Nullable String said(String typed) {
        var word = typed.strip();
        return word.isEmpty() ? null : word.substring(0, Math.min(word.length(), 1000));
    }

    private ModelAndView answer(Practice practice, UUID visit, Start start, HttpStatus status, Locale locale) {
        return switch (start) {
            case Start.Started(var session) -> to(practice, session);
            case Start.AlreadyOpen(var session) -> to(practice, session);
            case Start.RedFlagsReported(var report) -> page(visit, "red-flags", asked(report, locale), status);
            case Start.RedSignsFound(var signs) -> page(visit, "red-signs", card.signs(signs, locale), status);
            case Start.CameUnwell(var arrival) -> page(visit, "came-unwell", came(arrival, locale), status);
            case Start.NoReferral _ -> page(visit, "no-referral", List.of(), status);
            case Start.NotScreened(ScreeningStanding.Suspended suspended) ->
                page(visit, "new-facts", notices(suspended.reasons(), locale), status)
                        .addObject("facts", suspended.facts());
            case Start.NotScreened _ -> page(visit, "not-screened", List.of(), status);
            case Start.Stopped(var reasons) -> page(visit, "stopped", notices(reasons, locale), status);
            case Start.NoConsent(ConsentStanding.NotEnough notEnough) ->
                page(visit, notEnough.why().code(), List.of(), status);
            case Start.NoConsent _ -> page(visit, "no-consent", List.of(), status);
            case Start.NotEntitled(var why) -> page(visit, "not-entitled", reasons(why, locale), status);
            case Start.NotNow _ -> page(visit, "not-now", List.of(), status);
        };
    }

    private static ModelAndView to(Practice practice, SessionId session) {
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/p/{slug}/sessions/{id}").build(practice.slug(), session));
    }

    private static ModelAndView page(UUID visit, String state, List<NeedleCard.Notice> notices, HttpStatus status) {
        var page = new ModelAndView("charting/start", status);
        page.addObject("visitId", visit.toString());
        page.addObject("state", state);
        page.addObject("notices", notices);
        return page;
    }

    /// What a practitioner who may needle should know of it.
    private List<NeedleCard.Notice> entitled(Practice practice, UUID visit, SignedIn who, Locale locale) {
        return startNeedling.notices(practice.id(), new AppointmentId(visit), who.actor()).stream()
                .map(it -> new NeedleCard.Notice(entitlement.say(it, locale), ""))
                .toList();
    }

    private List<NeedleCard.Notice> reasons(Entitlement.NotEntitled why, Locale locale) {
        return why.shortfalls().stream()
                .map(it -> new NeedleCard.Notice(entitlement.say(it, why.jurisdiction(), locale), ""))
                .toList();
    }

    /// What was answered with yes or not sure on booking.
    private List<NeedleCard.Notice> asked(PainReport report, Locale locale) {
        return report.redFlags().stream()
                .filter(answer -> answer.unsure()
                        || knowledge
                                .redFlagQuestion(answer.question())
                                .filter(question -> (question.positiveAnswer() == RedFlagQuestion.PositiveAnswer.YES)
                                        == answer.yes())
                                .isPresent())
                .map(answer -> new NeedleCard.Notice(
                        knowledge
                                .redFlagQuestion(answer.question())
                                .map(question -> question.ask().in(locale))
                                .orElse(answer.question()),
                        ""))
                .toList();
    }

    private List<NeedleCard.Notice> came(ArrivalCheck.Unwell arrival, Locale locale) {
        var outcome = say.it("unwell.outcome." + arrival.outcome(), locale);
        return List.of(
                new NeedleCard.Notice(say.it("charting.start.came-unwell.reported", locale, arrival.reported()), ""),
                new NeedleCard.Notice(say.it("charting.start.came-unwell.outcome", locale, outcome), ""));
    }

    private List<NeedleCard.Notice> notices(List<Reason> reasons, Locale locale) {
        return reasons.stream().map(it -> card.notice(it, locale)).toList();
    }
}
