package org.needlepoint.aftercare.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.AnswerCheckIn;
import org.needlepoint.aftercare.Plan;
import org.needlepoint.aftercare.Report;
import org.needlepoint.aftercare.Report.Reply;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.WatchQuestion;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.patients.LinkGate;
import org.needlepoint.practice.EmergencyNumber;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The models of the pages behind an aftercare link. On every one of them the emergency line comes first.
@Component
class AfterModel {
    private final LinkGate gate;
    private final Instructions instructions;
    private final AnswerCheckIn answerCheckIn;
    private final ContentSets content;
    private final Knowledge knowledge;
    private final MessageSource messages;

    AfterModel(
            LinkGate gate,
            Instructions instructions,
            AnswerCheckIn answerCheckIn,
            ContentSets content,
            Knowledge knowledge,
            MessageSource messages) {
        this.gate = gate;
        this.instructions = instructions;
        this.answerCheckIn = answerCheckIn;
        this.content = content;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// A danger question with what was chosen.
    ///
    /// @param field  the name of its radio buttons
    /// @param chosen `yes`, `no`, `unsure` or null
    /// @param error  in words, null when it is answered
    record Asked(
            String field,
            String ask,
            @Nullable String chosen,
            @Nullable String error) {}

    /// What to do about one answer.
    record ToDo(String ask, String instruction, boolean unsure) {}

    /// Before the birth date is known: time and place only.
    ///
    /// @param problem a message key, null for none
    ModelAndView gate(
            Practice practice,
            Plan plan,
            String token,
            Map<String, String> typed,
            @Nullable String problem,
            Locale locale) {
        var page = page("aftercare/gate", practice, token, locale);
        page.addObject("when", Words.of(practice, locale).time(plan.endedAt()));
        page.addObject("locked", gate.locked(practice.id(), plan.id().value()));
        page.addObject("birthDate", typed.isEmpty() ? Map.of("year", "", "month", "", "day", "") : typed);
        page.addObject("error", null);
        if (problem != null) {
            var words = say(problem, locale);
            page.addObject("error", words);
            page.addObject("errors", List.of(new FieldProblem("birthDate", words)));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /// What to do after the visit.
    ModelAndView open(Practice practice, Plan plan, String token, Locale locale) {
        var page = page("aftercare/after", practice, token, locale);
        page.addObject("when", Words.of(practice, locale).time(plan.endedAt()));
        var published = content.published(practice, ContentSet.AFTERCARE);
        page.addObject("published", published);
        page.addObject("told", published ? instructions.told(practice, plan, locale) : null);
        return page;
    }

    /// The questions, with what was chosen so far.
    ModelAndView check(Practice practice, Plan plan, String token, CheckForm typed, Locale locale) {
        return questions(practice, plan, token, typed, false, locale);
    }

    /// The same after an answer that will not do.
    ModelAndView refused(Practice practice, Plan plan, String token, CheckForm typed, Locale locale) {
        var page = questions(practice, plan, token, typed, true, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView questions(
            Practice practice, Plan plan, String token, CheckForm typed, boolean complain, Locale locale) {
        var page = page("aftercare/check", practice, token, locale);
        var problems = new ArrayList<FieldProblem>();
        var asked = new ArrayList<Asked>();
        for (var question : answerCheckIn.questions(plan)) {
            var reply = Optional.ofNullable(typed.replies().get(question.id()));
            var missing = complain && reply.isEmpty();
            var field = CheckForm.field(question.id());
            var error = missing ? say("aftercare.check.error.sign", locale) : null;
            asked.add(new Asked(
                    field, question.ask().in(locale), reply.map(Reply::code).orElse(null), error));
            if (missing) {
                problems.add(new FieldProblem(
                        field,
                        say(
                                "aftercare.check.error.summary",
                                locale,
                                question.ask().in(locale))));
            }
        }
        var errorOf = new LinkedHashMap<String, String>();
        if (complain) {
            complain(problems, errorOf, typed, locale);
        }
        page.addObject("published", content.published(practice, ContentSet.AFTERCARE));
        page.addObject("asked", asked);
        page.addObject("errors", problems);
        page.addObject("errorOf", errorOf);
        page.addObject("now", typed.now());
        page.addObject("worst", typed.worst());
        page.addObject("words", typed.words());
        return page;
    }

    private void complain(List<FieldProblem> problems, Map<String, String> errorOf, CheckForm typed, Locale locale) {
        if (typed.offTheScale(typed.now())) {
            errorOf.put("now", say("outcomes.error.rating", locale));
        }
        if (typed.offTheScale(typed.worst())) {
            errorOf.put("worst", say("outcomes.error.rating", locale));
        }
        if (typed.tooLong()) {
            errorOf.put("words", say("aftercare.check.error.words", locale));
        }
        errorOf.forEach((field, message) -> problems.add(new FieldProblem(field, message)));
    }

    /// What to do now, by what was answered. "That is expected" stands only where every danger question was answered
    /// with no (rule C6).
    ModelAndView answered(Practice practice, Plan plan, Report report, String token, Locale locale) {
        var page = page("aftercare/answered", practice, token, locale);
        page.addObject("level", report.level().code());
        page.addObject("at", Words.of(practice, locale).time(report.at()));
        page.addObject("toDo", toDo(report, locale));
        page.addObject(
                "expected", report.level() == Report.Level.NONE ? instructions.expected(practice, locale) : null);
        return page;
    }

    private List<ToDo> toDo(Report report, Locale locale) {
        return report.alarming().stream()
                .flatMap(id -> knowledge.watchQuestion(id).stream())
                .sorted(Comparator.comparingInt(WatchQuestion::order))
                .map(question -> toDo(question, report, locale))
                .toList();
    }

    private static ToDo toDo(WatchQuestion question, Report report, Locale locale) {
        return new ToDo(
                question.ask().in(locale),
                question.instruction().in(locale),
                report.answers().get(question.id()) == Reply.UNSURE);
    }

    /// A link that opens nothing still says whom to call.
    ModelAndView deadLink(Practice practice, String texts, HttpStatus status, Locale locale) {
        var page = page("aftercare/link", practice, "", locale);
        page.addObject("title", say(texts + ".title", locale));
        page.addObject("text", say(texts + ".text", locale));
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(String view, Practice practice, String token, Locale locale) {
        var page = new ModelAndView(view);
        page.addObject("practice", practice);
        page.addObject("token", token);
        page.addObject("emergencyLine", true);
        page.addObject("emergencyNumber", EmergencyNumber.in(practice.country()));
        page.addObject("phones", Words.of(practice, locale).phones(practice));
        page.addObject("errors", List.of());
        return page;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
