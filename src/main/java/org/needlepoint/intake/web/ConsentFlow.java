package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.documents.Signature;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.Consent;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentStanding.NotEnough.Why;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/// Consent by the patient, to needling or to an injection: choose, read, sign; or refuse, or take it back.
@Component
class ConsentFlow {
    private static final int LONGEST_NAME = 200;

    private final Doorway door;
    private final Consents consents;
    private final ContentSets sets;
    private final ConsentChoices choices;
    private final GuardianForm guardian;
    private final Pages pages;

    ConsentFlow(
            Doorway door,
            Consents consents,
            ContentSets sets,
            ConsentChoices choices,
            GuardianForm guardian,
            Pages pages) {
        this.door = door;
        this.consents = consents;
        this.sets = sets;
        this.choices = choices;
        this.guardian = guardian;
        this.pages = pages;
    }

    /// What somebody at the door sent, and from where.
    record Call(
            String token,
            MultiValueMap<String, String> form,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {}

    ModelAndView show(
            Practice practice,
            ConsentTo to,
            String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return door.enter(
                practice, token, state, request, locale, inside -> choose(practice, to, inside, List.of(), locale));
    }

    /// What was chosen: the text to read and sign, or a refusal.
    ModelAndView choose(Practice practice, ConsentTo to, Call call) {
        var form = call.form();
        var locale = call.locale();
        return door.enter(practice, call.token(), call.state(), call.request(), locale, inside -> {
            published(practice, to);
            var visit = inside.visit();
            if ("none".equals(form.getFirst("where"))) {
                consents.refuse(practice.id(), visit.chart(), visit.visit(), to, inside.asked());
                door.open(practice, visit.visit(), inside.path(), call.response());
                return Pages.to(inside.path() + "?done=saved");
            }
            var scope = choices.scope(to, form, visit.zones());
            if (scope.isEmpty()) {
                var unsaid = form.getFirst("where") == null;
                var problem = unsaid
                        ? new FieldProblem("where", pages.say(words(to) + ".error.choose", locale))
                        : new FieldProblem("area", pages.say("intake.consent.error.area", locale));
                return choose(practice, to, inside, List.of(problem), locale);
            }
            return sign(practice, inside, scope.get(), form, List.of(), locale);
        });
    }

    ModelAndView sign(Practice practice, ConsentTo to, Call call) {
        var form = call.form();
        var locale = call.locale();
        return door.enter(practice, call.token(), call.state(), call.request(), locale, inside -> {
            published(practice, to);
            var visit = inside.visit();
            var scope = choices.scope(to, form, visit.zones());
            if (scope.isEmpty()) {
                return Pages.to(inside.path() + "/" + to.document());
            }
            if (!sets.edition(to.text()).equals(form.getFirst("edition"))) {
                var page = sign(practice, inside, scope.get(), form, List.of(), locale);
                page.addObject("changed", true);
                page.setStatus(HttpStatus.CONFLICT);
                return page;
            }
            var name = String.valueOf(form.getOrDefault("name", List.of("")).getFirst())
                    .strip();
            var problems = new ArrayList<FieldProblem>();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                problems.add(new FieldProblem("name", pages.say("intake.consent.error.name", locale)));
            }
            var told = consents.needsGuardian(practice.id(), visit.chart())
                    ? guardian.read(form, name, !inside.tablet(), problems, locale)
                    : List.<Circumstance>of();
            if (!problems.isEmpty()) {
                return sign(practice, inside, scope.get(), form, problems, locale);
            }
            consents.give(
                    practice,
                    visit.chart(),
                    visit.visit(),
                    scope.get(),
                    signature(name, form),
                    told,
                    locale,
                    inside.asked());
            door.open(practice, visit.visit(), inside.path(), call.response());
            return Pages.to(inside.path() + "?done=saved");
        });
    }

    ModelAndView withdraw(Practice practice, ConsentTo to, Call call) {
        return door.enter(practice, call.token(), call.state(), call.request(), call.locale(), inside -> {
            var visit = inside.visit();
            consents.withdraw(practice.id(), visit.chart(), visit.visit(), to, inside.asked());
            door.open(practice, visit.visit(), inside.path(), call.response());
            return Pages.to(inside.path() + "?done=saved");
        });
    }

    private static Signature signature(String name, MultiValueMap<String, String> form) {
        var path = form.getFirst("path");
        return path != null && !path.isEmpty() && Signature.Drawn.isPath(path)
                ? new Signature.Drawn(name, path)
                : new Signature.Typed(name);
    }

    /// Where the texts of a consent lie that differ from the other's.
    private static String words(ConsentTo to) {
        return "intake." + to.document();
    }

    /// Where a consent is signed and taken back.
    private static String below(ConsentTo to, Doorway.Inside inside) {
        return to == ConsentTo.NEEDLING ? inside.path() : inside.path() + "/" + to.document();
    }

    private void published(Practice practice, ConsentTo to) {
        if (!sets.published(practice, to.text())) {
            throw new NotFound();
        }
    }

    private ModelAndView choose(
            Practice practice, ConsentTo to, Doorway.Inside inside, List<FieldProblem> problems, Locale locale) {
        published(practice, to);
        var visit = inside.visit();
        var page = new ModelAndView("intake/consent");
        var suggested = choices.suggested(visit.zones());
        page.addObject("words", words(to));
        page.addObject("needling", to == ConsentTo.NEEDLING);
        page.addObject("choosing", inside.path() + "/" + to.document());
        page.addObject("below", below(to, inside));
        page.addObject("ways", choices.ways(words(to), suggested, locale));
        page.addObject("areas", choices.areas(locale));
        var standing = consents.standing(practice.id(), visit.chart(), to);
        page.addObject("altered", standing instanceof ConsentStanding.Altered);
        page.addObject("refused", standing instanceof ConsentStanding.Refused);
        if (standing instanceof ConsentStanding.NotEnough(var consent, var why)) {
            page.addObject("notEnough", why.code());
            if (why == Why.GUARDIAN_NOT_IDENTIFIED) {
                given(practice, inside, consent, page, locale);
            }
        }
        page.addObject("withdrawn", standing instanceof ConsentStanding.Withdrawn);
        if (standing instanceof ConsentStanding.Given(var consent)) {
            given(practice, inside, consent, page, locale);
        }
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }

    /// What was signed, from the bytes that were kept.
    private void given(Practice practice, Doorway.Inside inside, Consent consent, ModelAndView page, Locale locale) {
        consents.signed(practice.id(), consent).ifPresent(signed -> {
            page.addObject("signed", signed);
            page.addObject(
                    "signedWhen",
                    Pages.when(signed.signedAt(), inside.visit().start().getZone(), practice, locale));
        });
    }

    private ModelAndView sign(
            Practice practice,
            Doorway.Inside inside,
            ConsentScope scope,
            MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var page = new ModelAndView("intake/consent-sign");
        var chart = inside.visit().chart();
        page.addObject("choosing", inside.path() + "/" + scope.to().document());
        page.addObject("below", below(scope.to(), inside));
        page.addObject("document", consents.document(practice, chart, scope, locale));
        if (consents.needsGuardian(practice.id(), chart)) {
            page.addObject("authorities", guardian.authorities(locale));
            page.addObject("assents", guardian.assents(locale));
        }
        page.addObject("typed", form.toSingleValueMap());
        page.addObject(
                "refused",
                scope.refusedInOrder().stream().map(area -> area.code()).toList());
        page.addObject("edition", sets.edition(scope.to().text()));
        page.addObject(
                "areas", scope.areasInOrder().stream().map(area -> area.code()).toList());
        page.addObject(
                "techniques",
                scope.techniquesInOrder().stream()
                        .map(technique -> technique.code())
                        .toList());
        page.addObject("name", form.getFirst("name"));
        page.addObject("pageScripts", List.of("intake"));
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }
}
