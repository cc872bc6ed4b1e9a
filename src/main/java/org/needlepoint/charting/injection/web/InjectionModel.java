package org.needlepoint.charting.injection.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.injection.Concentration;
import org.needlepoint.charting.injection.DoseUnit;
import org.needlepoint.charting.injection.Doubt;
import org.needlepoint.charting.injection.Drug;
import org.needlepoint.charting.injection.GiveInjection;
import org.needlepoint.charting.injection.GiveInjection.Before;
import org.needlepoint.charting.injection.Injection;
import org.needlepoint.charting.injection.InjectionWords;
import org.needlepoint.charting.injection.Injections;
import org.needlepoint.charting.injection.Obstacle;
import org.needlepoint.charting.injection.Shot;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Reason;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the page of injections shows.
@Component
class InjectionModel {
    private final GiveInjection giveInjection;
    private final Injections injections;
    private final InjectionWords say;
    private final Sessions sessions;
    private final Calendar calendar;
    private final Patients patients;
    private final Knowledge knowledge;
    private final MessageSource messages;

    InjectionModel(
            GiveInjection giveInjection,
            Injections injections,
            InjectionWords say,
            Sessions sessions,
            Calendar calendar,
            Patients patients,
            Knowledge knowledge,
            MessageSource messages) {
        this.giveInjection = giveInjection;
        this.injections = injections;
        this.say = say;
        this.sessions = sessions;
        this.calendar = calendar;
        this.patients = patients;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// A choice of a list.
    record Choice(String value, String label) {}

    /// The muscles of an area.
    record Area(String label, List<Choice> muscles) {}

    /// One thing to know before.
    ///
    /// @param css   the look of its tag
    /// @param lines what was answered, with what to do
    record Check(String label, String word, String css, List<String> lines) {}

    /// A question that nobody has asked yet.
    record Question(String id, String ask) {}

    /// An injection that was given.
    ///
    /// @param needled whether the same muscle was needled at this visit
    record Given(
            String id,
            String place,
            String drug,
            String vial,
            String time,
            @Nullable String against,
            @Nullable String reason,
            boolean needled,
            @Nullable String wrong) {}

    ModelAndView page(Practice practice, AppointmentId visit, InjectionForm form, SignedIn who, Locale locale) {
        var booked = calendar.find(practice.id(), visit).orElseThrow(NotFound::new);
        var patient = patients.find(practice.id(), booked.patient()).orElseThrow(NotFound::new);
        var words = new NoteWords(messages, locale, practice.country(), booked.zone());
        var before = giveInjection.open(practice.id(), visit, who.actor());
        var page = new ModelAndView("charting/injections");
        page.addObject("visit", visit.toString());
        page.addObject("patient", patient.name());
        page.addObject("checks", checks(before, words));
        page.addObject("asked", before.asked());
        page.addObject(
                "questions",
                before.unasked().stream()
                        .map(question ->
                                new Question(question.id(), question.ask().in(locale)))
                        .toList());
        page.addObject("given", given(practice, visit, words));
        page.addObject("drugs", words(Drug.values(), Drug::code, "injection.drug.", words));
        page.addObject("units", words(DoseUnit.values(), DoseUnit::code, "injection.unit.", words));
        page.addObject(
                "concentrations",
                words(Concentration.Unit.values(), Concentration.Unit::code, "injection.concentrationUnit.", words));
        page.addObject("areas", areas(words));
        page.addObject("day", words.day(booked.localStart().toLocalDate()));
        page.addObject("volumeUnasked", Shot.VOLUME_UNASKED);
        page.addObject("typed", form.sent().toSingleValueMap());
        page.addObject("errors", List.of());
        page.addObject("errorOf", Map.of());
        page.addObject("obstacles", List.of());
        page.addObject("doubts", List.of());
        return page;
    }

    ModelAndView mistaken(
            Practice practice,
            AppointmentId visit,
            InjectionForm form,
            List<InjectionForm.Mistake> mistakes,
            SignedIn who,
            Locale locale) {
        var page = page(practice, visit, form, who, locale);
        var errors = mistakes.stream()
                .map(mistake -> new FieldProblem(mistake.field(), messages.getMessage(mistake.textKey(), null, locale)))
                .toList();
        page.addObject("errors", errors);
        page.addObject(
                "errorOf",
                errors.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first)));
        return page;
    }

    /// The form again, with what stands against it or is to be confirmed.
    ModelAndView again(
            Practice practice,
            AppointmentId visit,
            InjectionForm form,
            Set<Obstacle> because,
            Set<Doubt> about,
            @Nullable String why,
            SignedIn who,
            Locale locale) {
        var page = why == null
                ? page(practice, visit, form, who, locale)
                : mistaken(practice, visit, form, List.of(new InjectionForm.Mistake("reason", why)), who, locale);
        page.addObject(
                "obstacles",
                because.stream()
                        .sorted()
                        .map(obstacle -> messages.getMessage("injection.obstacle." + obstacle.code(), null, locale))
                        .toList());
        page.addObject(
                "doubts",
                about.stream()
                        .sorted()
                        .map(doubt -> new Choice(
                                doubt.code(), messages.getMessage("injection.doubt." + doubt.code(), null, locale)))
                        .toList());
        return page;
    }

    private List<Check> checks(Before before, NoteWords words) {
        return List.of(
                stands("profession", before.mayInject(), List.of(), words),
                stands("licence", before.licensed(), List.of(), words),
                consent(before, words),
                answers("allergy", before, before.allergies(), words),
                answers("bleeding", before, before.bleeding(), words),
                answers(
                        "other",
                        before,
                        before.answers().stream()
                                .filter(answer -> !before.allergies().contains(answer)
                                        && !before.bleeding().contains(answer))
                                .toList(),
                        words));
    }

    private static Check consent(Before before, NoteWords words) {
        var why = switch (before.consent()) {
            case ConsentStanding.Given _ when !before.consented().isEmpty() -> null;
            case ConsentStanding.Given _, ConsentStanding.None _ -> "none";
            case ConsentStanding.NotEnough notEnough -> notEnough.why().code();
            case ConsentStanding.Refused _ -> "refused";
            case ConsentStanding.Withdrawn _ -> "withdrawn";
            case ConsentStanding.Altered _ -> "altered";
        };
        return why == null
                ? check("consent", "yes", List.of(areasOf(before.consented(), words)), words)
                : check("consent", "no", List.of(words.say("injection.check.consent." + why)), words);
    }

    private static Check stands(String what, boolean stands, List<String> lines, NoteWords words) {
        return stands
                ? check(what, "yes", lines, words)
                : check(what, "no", List.of(words.say("injection.check." + what + ".why")), words);
    }

    private static Check answers(String what, Before before, List<Reason> answers, NoteWords words) {
        if (!before.asked() || !before.unasked().isEmpty()) {
            return check(what, "unasked", List.of(), words);
        }
        return check(
                what,
                answers.isEmpty() ? "none" : "some",
                answers.stream()
                        .map(answer -> words.say(
                                answer.unsure() ? "injection.check.unsure" : "injection.check.answer",
                                answer.ask().in(words.locale()),
                                answer.whatToDo()))
                        .toList(),
                words);
    }

    private static Check check(String what, String state, List<String> lines, NoteWords words) {
        var css = switch (state) {
            case "yes" -> "np-tag--green";
            case "none" -> "np-tag--outline";
            case "no" -> "np-tag--red";
            default -> "np-tag--amber";
        };
        return new Check(
                words.say("injection.check." + what), words.say("injection.check." + what + "." + state), css, lines);
    }

    private static String areasOf(Set<String> regions, NoteWords words) {
        return words.list(Arrays.stream(BodyArea.values())
                .filter(area -> regions.containsAll(area.regions()))
                .map(area -> words.say("note.area." + area.code()))
                .toList());
    }

    private List<Given> given(Practice practice, AppointmentId visit, NoteWords words) {
        var needled = sessions.ofVisit(practice.id(), visit)
                .map(InjectionModel::needled)
                .orElse(Set.of());
        return injections.ofVisit(practice.id(), visit).stream()
                .map(injection -> given(injection, needled, words))
                .toList();
    }

    private Given given(Injection injection, Set<String> needled, NoteWords words) {
        var shot = injection.shot();
        return new Given(
                injection.id().toString(),
                say.place(shot.muscle(), shot.side(), words),
                say.drug(shot, words),
                say.vial(shot, words),
                words.time(injection.givenAt()),
                injection.against().isEmpty() ? null : say.against(injection, words),
                injection.reason(),
                needled.contains(shot.muscle() + shot.side()),
                injection.inError());
    }

    private static Set<String> needled(SessionView session) {
        return session.state().needles().stream()
                .flatMap(needle -> Optional.ofNullable(needle.placement()).stream())
                .map(placement -> placement.muscle() + placement.side())
                .collect(Collectors.toSet());
    }

    private List<Area> areas(NoteWords words) {
        var areas = new LinkedHashMap<BodyArea, List<Choice>>();
        for (var area : BodyArea.values()) {
            areas.put(
                    area,
                    knowledge.muscles().stream()
                            .filter(muscle -> muscle.replacedBy() == null
                                    && area.regions().contains(muscle.region()))
                            .map(muscle -> new Choice(
                                    muscle.id(), words.begun(muscle.name().in(words.locale()))))
                            .toList());
        }
        return areas.entrySet().stream()
                .map(entry -> new Area(
                        words.begun(words.say("note.area." + entry.getKey().code())), entry.getValue()))
                .toList();
    }

    private static <E> List<Choice> words(E[] values, Function<E, String> code, String prefix, NoteWords words) {
        return Arrays.stream(values)
                .map(value -> new Choice(code.apply(value), words.say(prefix + code.apply(value))))
                .toList();
    }
}
