package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.frontdoor.OpenVisit;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Candidate;
import org.needlepoint.patients.Confirmation;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.PatientSearch;
import org.needlepoint.patients.Patients;
import org.needlepoint.patients.Unlinking;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.LinkGuest;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Patients for staff: search, record, and saying who a guest is.
@Controller
@RequestMapping("/p/{slug}/patients")
class PatientPages {
    private static final int TRAIL_LINES = 50;
    private static final int MOST_WAITING = 50;
    private static final int MOST_PAGES = 1000;
    private static final Set<String> OUTCOMES = Set.of("confirmed", "linked", "unlinked", "refused", "both-at-once");
    private static final Set<String> REFUSALS = Set.of("refused", "both-at-once");
    private static final Set<String> ACTS = Set.of(
            "viewed",
            "added",
            "confirmed",
            "linked",
            "unlinked",
            "changed",
            "booked",
            "moved",
            "cancelled",
            "restored",
            "examined");

    private final Patients patients;
    private final LinkGuest linkGuest;
    private final OpenVisit openVisit;
    private final OpeningsPage openings;
    private final AuditTrail audit;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    PatientPages(
            Patients patients,
            LinkGuest linkGuest,
            OpenVisit openVisit,
            OpeningsPage openings,
            AuditTrail audit,
            Accounts accounts,
            MessageSource messages,
            Clock clock) {
        this.patients = patients;
        this.linkGuest = linkGuest;
        this.openVisit = openVisit;
        this.openings = openings;
        this.audit = audit;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /// A visit in a patient's list.
    record Visit(String id, String when, String what, String state) {}

    /// A chart that may be the same person, beside what was typed.
    record Beside(PatientWords chart, boolean name, boolean birthDate, boolean phone, boolean email) {}

    /// A line of the trail.
    record Trace(String when, String who, String what) {}

    @GetMapping
    ModelAndView search(Practice practice, @RequestParam Optional<String> q, Locale locale) {
        var words = Words.of(practice, locale);
        var typed = q.map(String::strip).orElse("");
        var page = new ModelAndView("frontdoor/patients");
        page.addObject("q", typed);
        page.addObject("found", List.of());
        page.addObject("state", "");
        if (!typed.isEmpty()) {
            switch (patients.search(practice.id(), typed, practice.country())) {
                case PatientSearch.Matches(var matches, var more) -> {
                    page.addObject("found", words(matches, words, locale));
                    page.addObject("state", matches.isEmpty() ? "none" : more ? "more" : "all");
                }
                case PatientSearch.TooVague _ -> page.addObject("state", "vague");
            }
        }
        page.addObject(
                "waiting",
                words(
                        patients.provisional(practice.id(), MOST_WAITING).stream()
                                .filter(Patient::awaitsConfirmation)
                                .toList(),
                        words,
                        locale));
        return page;
    }

    private static List<PatientWords> words(List<Patient> found, Words words, Locale locale) {
        return found.stream()
                .map(patient -> PatientWords.of(patient, words, locale))
                .toList();
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Optional<String> done,
            @RequestParam(defaultValue = "1") int page,
            SignedIn who,
            Locale locale) {
        int number = Math.clamp(page, 1, MOST_PAGES);
        var chart = openVisit
                .chart(practice.id(), new PatientId(id), number, who.actor())
                .orElseThrow(NotFound::new);
        var words = Words.of(practice, locale);
        var patient = chart.patient();
        var shown = new ModelAndView("frontdoor/patient");
        shown.addObject("patient", PatientWords.of(patient, words, locale));
        shown.addObject("age", age(practice, patient));
        shown.addObject(
                "done",
                done.filter(OUTCOMES::contains)
                        .map(outcome -> say("frontdoor.patient.done." + outcome, locale))
                        .orElse(null));
        shown.addObject("refused", done.filter(REFUSALS::contains).isPresent());
        var practitioners = openings.names(practice);
        shown.addObject(
                "visits",
                chart.visits().stream()
                        .map(visit -> visit(visit, practitioners.apply(visit.practitioner()), words, locale))
                        .toList());
        shown.addObject("page", number);
        shown.addObject("more", chart.more());
        shown.addObject("linked", words(chart.linked(), words, locale));
        shown.addObject(
                "chart",
                Optional.ofNullable(patient.linkedTo())
                        .flatMap(chartId -> patients.find(practice.id(), chartId))
                        .map(found -> PatientWords.of(found, words, locale))
                        .orElse(null));
        shown.addObject("mayTreat", who.isAny(Role.PRACTITIONER, Role.SUPERVISOR));
        shown.addObject("mayDecide", who.isAny(Role.FRONT_DESK, Role.OWNER));
        shown.addObject(
                "candidates",
                patient.awaitsConfirmation()
                        ? patients.candidatesFor(practice.id(), patient.id()).stream()
                                .map(candidate -> beside(candidate, words, locale))
                                .toList()
                        : List.of());
        var actors = new HashMap<Actor, String>();
        shown.addObject(
                "trail",
                audit.ofPatient(practice.id(), id, TRAIL_LINES).stream()
                        .map(line -> trace(
                                practice,
                                line,
                                actors.computeIfAbsent(line.actor(), actor -> name(practice, actor, locale)),
                                words,
                                locale))
                        .toList());
        return shown;
    }

    @PostMapping("/{id}/confirmation")
    ModelAndView confirm(Practice practice, @PathVariable UUID id, SignedIn who) {
        return switch (patients.confirm(practice.id(), new PatientId(id), who.actor())) {
            case Confirmation.Confirmed _, Confirmation.AlreadyConfirmed _ -> back(practice, id, "confirmed");
            case Confirmation.BelongsTo _ -> back(practice, id, "refused");
        };
    }

    @PostMapping("/{id}/link")
    ModelAndView link(Practice practice, @PathVariable UUID id, @RequestParam UUID chart, SignedIn who) {
        return switch (linkGuest.link(practice.id(), new PatientId(id), new PatientId(chart), who.actor())) {
            case LinkGuest.Result.Linked _ -> back(practice, id, "linked");
            case LinkGuest.Result.NotLinked _ -> back(practice, id, "refused");
            case LinkGuest.Result.BothAtOnce _ -> back(practice, id, "both-at-once");
        };
    }

    @PostMapping("/{id}/unlink")
    ModelAndView unlink(Practice practice, @PathVariable UUID id, SignedIn who) {
        return switch (linkGuest.unlink(practice.id(), new PatientId(id), who.actor())) {
            case Unlinking.Unlinked _ -> back(practice, id, "unlinked");
            case Unlinking.NotLinked _ -> back(practice, id, "refused");
        };
    }

    private static ModelAndView back(Practice practice, UUID patient, String outcome) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/patients/" + patient + "?done=" + outcome);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private int age(Practice practice, Patient patient) {
        return Period.between(patient.demographics().birthDate(), LocalDate.ofInstant(clock.instant(), practice.zone()))
                .getYears();
    }

    private Visit visit(Appointment visit, String practitioner, Words words, Locale locale) {
        return new Visit(
                visit.id().toString(),
                words.dayAndYear(visit.localStart().toLocalDate()) + ", "
                        + words.time(visit.localStart().toLocalTime()),
                say("frontdoor.today.line", locale, visit.serviceName().in(locale), practitioner),
                say("frontdoor.status." + visit.status().code(), locale));
    }

    private static Beside beside(Candidate candidate, Words words, Locale locale) {
        var alike = candidate.likeness();
        return new Beside(
                PatientWords.of(candidate.chart(), words, locale),
                alike.contains(Candidate.Likeness.NAME),
                alike.contains(Candidate.Likeness.BIRTH_DATE),
                alike.contains(Candidate.Likeness.PHONE),
                alike.contains(Candidate.Likeness.EMAIL));
    }

    private Trace trace(Practice practice, AuditTrail.Line line, String who, Words words, Locale locale) {
        var at = line.at().atZone(practice.zone());
        var act = ACTS.contains(line.action()) ? line.action() : "other";
        return new Trace(
                words.dayAndYear(at.toLocalDate()) + ", " + words.time(at.toLocalTime()),
                who,
                say("frontdoor.act." + act, locale));
    }

    private String name(Practice practice, Actor actor, Locale locale) {
        return switch (actor.kind()) {
            case GUEST -> say("frontdoor.actor.guest", locale);
            case PATIENT -> say("frontdoor.actor.patient", locale);
            case SYSTEM -> say("frontdoor.actor.system", locale);
            case ACCOUNT ->
                Optional.ofNullable(actor.id())
                        .flatMap(id -> accounts.find(practice.id(), new AccountId(id)))
                        .map(Accounts.Account::displayName)
                        .orElseGet(() -> say("frontdoor.actor.unknown", locale));
        };
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
