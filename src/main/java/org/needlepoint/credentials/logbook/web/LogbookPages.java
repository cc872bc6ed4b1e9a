package org.needlepoint.credentials.logbook.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.entitlement.Proposals;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.credentials.logbook.Logbook;
import org.needlepoint.credentials.logbook.Logbook.SigningOff;
import org.needlepoint.credentials.logbook.SupervisedSession;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
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

/// "My training" for whoever learns, and "To sign off" for whoever instructs.
@Controller
@RequestMapping("/p/{slug}/training")
class LogbookPages {
    private static final int LONGEST_WHAT = 500;
    private static final int LONGEST_WORD = 1000;

    private final Logbook logbook;
    private final QualificationRecords qualifications;
    private final Practitioners practitioners;
    private final Proposals proposals;
    private final EntitlementWords entitlement;
    private final LogbookModel model;
    private final Clock clock;

    LogbookPages(
            Logbook logbook,
            QualificationRecords qualifications,
            Practitioners practitioners,
            Proposals proposals,
            EntitlementWords entitlement,
            LogbookModel model,
            Clock clock) {
        this.logbook = logbook;
        this.qualifications = qualifications;
        this.practitioners = practitioners;
        this.proposals = proposals;
        this.entitlement = entitlement;
        this.model = model;
        this.clock = clock;
    }

    /// Something to choose.
    record Choice(String id, String name) {}

    @GetMapping
    ModelAndView mine(Practice practice, SignedIn who, Locale locale) {
        return mine(practice, who, Map.of(), List.of(), locale);
    }

    @PostMapping
    ModelAndView enter(Practice practice, @RequestParam Map<String, String> typed, SignedIn who, Locale locale) {
        var me = self(practice, who).orElseThrow(NotFound::new);
        var problems = new ArrayList<FieldProblem>();
        var held = day(practice, typed.getOrDefault("held", ""));
        if (held.isEmpty()) {
            problems.add(problem("held", "training.held.wrong", locale));
        }
        var instructor = instructor(practice, me, typed.getOrDefault("instructor", ""));
        if (instructor.isEmpty()) {
            problems.add(problem("instructor", "training.instructor.missing", locale));
        }
        var where = place(practice, typed.getOrDefault("where", ""));
        if (where.isEmpty()) {
            problems.add(problem("where", "training.where.missing", locale));
        }
        var what = text(typed, "what", LONGEST_WHAT);
        if (what == null) {
            problems.add(problem("what", "training.what.missing", locale));
        }
        if (held.isEmpty() || instructor.isEmpty() || where.isEmpty() || what == null) {
            return mine(practice, who, typed, problems, locale);
        }
        logbook.enter(
                practice.id(),
                new Logbook.Entry(me.id(), instructor.get(), null, where.get(), held.get(), what),
                who.actor());
        return to(practice, "/training");
    }

    @GetMapping("/to-sign-off")
    ModelAndView toSignOff(Practice practice, SignedIn who, Locale locale) {
        return toSignOff(practice, who, Map.of(), List.of(), locale);
    }

    @PostMapping("/sessions/{id}/signature")
    ModelAndView sign(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam SupervisedSession.Outcome outcome,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var me = self(practice, who).orElseThrow(NotFound::new);
        var field = "word-" + id;
        var word = text(typed, field, LONGEST_WORD);
        return switch (logbook.sign(practice.id(), me.id(), id, outcome, word, who.actor())) {
            case SigningOff.Signed _ -> to(practice, "/training/to-sign-off");
            case SigningOff.NotTheInstructor _ ->
                toSignOff(practice, who, typed, List.of(problem(field, "training.notYours", locale)), locale);
            case SigningOff.WordMissing _ ->
                toSignOff(practice, who, typed, List.of(problem(field, "training.word.missing", locale)), locale);
            case SigningOff.NotEntitled(var why) ->
                toSignOff(
                        practice,
                        who,
                        typed,
                        List.of(new FieldProblem(
                                field,
                                model.say(
                                        "training.instructor.notEntitled",
                                        locale,
                                        entitlement.say(why.shortfalls().getFirst(), why.jurisdiction(), locale)))),
                        locale);
        };
    }

    private ModelAndView mine(
            Practice practice, SignedIn who, Map<String, String> typed, List<FieldProblem> problems, Locale locale) {
        var page = page("training/mine", typed, problems);
        var me = self(practice, who);
        page.addObject("practitioner", me.isPresent());
        me.ifPresent(person -> addMine(page, practice, person, locale));
        return page;
    }

    private void addMine(ModelAndView page, Practice practice, Practitioner me, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var has = qualifications.of(practice.id(), me.id());
        page.addObject("name", me.titledName());
        page.addObject("hours", has.hours(today));
        page.addObject("hoursInPerson", has.hoursInPerson(today));
        page.addObject("sessions", has.sessions(today));
        page.addObject("standings", model.standings(practice, me.id(), today, locale));
        page.addObject("lines", model.lines(practice, logbook.done(practice.id(), me.id()), locale));
        page.addObject("waiting", waiting(practice, me).size());
        page.addObject(
                "instructors",
                practitioners.active(practice.id()).stream()
                        .filter(it -> !it.id().equals(me.id()))
                        .map(it -> new Choice(it.id().toString(), it.titledName()))
                        .toList());
        page.addObject(
                "places",
                proposals.jurisdictions(practice).stream()
                        .map(it -> new Choice(it.code(), proposals.name(it, locale)))
                        .toList());
        page.addObject("today", today.toString());
    }

    private ModelAndView toSignOff(
            Practice practice, SignedIn who, Map<String, String> typed, List<FieldProblem> problems, Locale locale) {
        var page = page("training/to-sign-off", typed, problems);
        var me = self(practice, who);
        var instructed =
                me.map(it -> logbook.instructed(practice.id(), it.id())).orElse(List.of());
        page.addObject(
                "waiting",
                model.lines(
                        practice, instructed.stream().filter(it -> !it.counts()).toList(), locale));
        page.addObject(
                "signed",
                model.lines(
                        practice,
                        instructed.stream().filter(SupervisedSession::counts).toList(),
                        locale));
        return page;
    }

    private List<SupervisedSession> waiting(Practice practice, Practitioner me) {
        return logbook.instructed(practice.id(), me.id()).stream()
                .filter(it -> it.standing().isEmpty())
                .toList();
    }

    private static ModelAndView page(String view, Map<String, String> typed, List<FieldProblem> problems) {
        var page = new ModelAndView(view, problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("typed", typed);
        page.addObject("errors", problems);
        page.addObject(
                "errorOf",
                problems.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first)));
        return page;
    }

    private Optional<Practitioner> self(Practice practice, SignedIn who) {
        return practitioners.ofAccount(practice.id(), who.id());
    }

    private Optional<LocalDate> day(Practice practice, String typed) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(it -> !it.isAfter(LocalDate.ofInstant(clock.instant(), practice.zone())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<PractitionerId> instructor(Practice practice, Practitioner me, String typed) {
        return practitioners.active(practice.id()).stream()
                .map(Practitioner::id)
                .filter(it -> it.toString().equals(typed) && !it.equals(me.id()))
                .findFirst();
    }

    private Optional<Jurisdiction> place(Practice practice, String typed) {
        return proposals.jurisdictions(practice).stream()
                .filter(it -> it.code().equals(typed))
                .findFirst();
    }

    private static @Nullable String text(Map<String, String> typed, String field, int longest) {
        var text = typed.getOrDefault(field, "")
                .replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                .strip();
        return text.isEmpty() || text.length() > longest ? null : text;
    }

    private FieldProblem problem(String field, String key, Locale locale) {
        return new FieldProblem(field, model.say(key, locale));
    }

    private static ModelAndView to(Practice practice, String path) {
        var redirect = new RedirectView("/p/" + practice.slug() + path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
