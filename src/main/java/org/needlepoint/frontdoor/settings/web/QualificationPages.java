package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.credentials.entitlement.Licence;
import org.needlepoint.credentials.entitlement.Proposals;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.credentials.entitlement.Training;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A practitioner's licences and courses, as the owner saw them.
@Controller
@RequestMapping("/p/{slug}/settings/needling/practitioners/{id}")
class QualificationPages {
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_COURSE = 200;
    private static final int LONGEST_EVIDENCE = 500;
    private static final int MOST_HOURS = 2000;
    private static final int MOST_SESSIONS = 1000;

    private final Practitioners practitioners;
    private final QualificationRecords records;
    private final Proposals proposals;
    private final FormPage form;
    private final Clock clock;

    QualificationPages(
            Practitioners practitioners,
            QualificationRecords records,
            Proposals proposals,
            FormPage form,
            Clock clock) {
        this.practitioners = practitioners;
        this.records = records;
        this.proposals = proposals;
        this.form = form;
        this.clock = clock;
    }

    /// A licence in words.
    record LicenceRow(String where, String number, String days, String check, String state, String css) {}

    /// A course in words.
    ///
    /// @param struck why it does not count; null: it counts
    record Course(
            String id,
            String name,
            String completed,
            String hours,
            String sessions,
            String evidence,
            @Nullable String struck) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID id, Locale locale) {
        return page(practice, person(practice, id), Map.of(), List.of(), locale);
    }

    @PostMapping("/licence")
    ModelAndView licence(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var person = person(practice, id);
        var fields = new Fields(typed);
        var licence = licence(practice, person.id(), fields);
        if (licence.isEmpty()) {
            return page(practice, person, typed, fields.problems(), locale);
        }
        records.note(practice.id(), licence.get(), who.actor());
        return back(practice, person);
    }

    private Optional<Licence> licence(Practice practice, PractitionerId person, Fields fields) {
        var where = proposals.jurisdictions(practice).stream()
                .filter(it -> it.code().equals(fields.text("where")))
                .findFirst();
        if (where.isEmpty()) {
            fields.wrong("where", "credentials.licence.where.missing");
        }
        var number = fields.text("number", LONGEST_NUMBER, "credentials.licence.number.missing");
        var issued = fields.anyDay("issued");
        var expires = fields.lastDay("expires", issued);
        var check = fields.day("checkAgain", today(practice));
        return fields.fine() && where.isPresent() && issued != null && check != null
                ? Optional.of(new Licence(person, where.get(), number, issued, expires, check))
                : Optional.empty();
    }

    @PostMapping("/training")
    ModelAndView training(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var person = person(practice, id);
        var fields = new Fields(typed);
        var course = fields.text("course", LONGEST_COURSE, "credentials.training.course.missing");
        var hours = fields.number("hours", 0, MOST_HOURS);
        var sessions = fields.number("sessions", 0, MOST_SESSIONS);
        var completed = fields.anyDay("completed");
        if (completed != null && completed.isAfter(today(practice))) {
            fields.wrong("completed", "credentials.training.completed.later");
        }
        var evidence = fields.text("evidence");
        if (evidence.length() > LONGEST_EVIDENCE) {
            fields.wrong("evidence", "hours.wrong.long", LONGEST_EVIDENCE);
        }
        if (!fields.fine() || completed == null) {
            return page(practice, person, typed, fields.problems(), locale);
        }
        records.note(
                practice.id(),
                new Training(
                        Uuid7.next(),
                        person.id(),
                        course,
                        hours.orElseThrow(),
                        !fields.text("way").equals("online"),
                        sessions.orElseThrow(),
                        completed,
                        evidence,
                        null),
                who.actor());
        return back(practice, person);
    }

    @PostMapping("/training/{training}/strike")
    ModelAndView strike(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID training,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var person = person(practice, id);
        var fields = new Fields(typed);
        var field = "reason-" + training;
        var reason = fields.text(field, LONGEST_EVIDENCE, "credentials.training.reason.missing");
        if (!fields.fine()) {
            return page(practice, person, typed, fields.problems(), locale);
        }
        records.strike(practice.id(), person.id(), training, reason, who.actor());
        return back(practice, person);
    }

    private Practitioner person(Practice practice, UUID id) {
        return practitioners.find(practice.id(), new PractitionerId(id)).orElseThrow(NotFound::new);
    }

    private static ModelAndView back(Practice practice, Practitioner person) {
        return FormPage.to("/p/" + practice.slug() + NeedlingSettings.PATH + "/practitioners/" + person.id());
    }

    private ModelAndView page(
            Practice practice,
            Practitioner person,
            Map<String, String> typed,
            List<Fields.Problem> problems,
            Locale locale) {
        var has = records.of(practice.id(), person.id());
        var today = today(practice);
        var page = form.of("settings/needling-person", typed, problems, locale);
        page.addObject("practice", practice);
        page.addObject("person", person.id().toString());
        page.addObject("name", person.titledName());
        page.addObject(
                "licences",
                has.licences().stream().map(it -> row(it, today, locale)).toList());
        page.addObject(
                "courses", has.training().stream().map(it -> course(it, locale)).toList());
        page.addObject("hours", has.hours(today));
        page.addObject("hoursInPerson", has.hoursInPerson(today));
        page.addObject("sessions", has.sessions(today));
        page.addObject(
                "places",
                proposals.jurisdictions(practice).stream()
                        .map(it -> new Choice(it.code(), proposals.name(it, locale), null))
                        .toList());
        page.addObject(
                "ways",
                List.of(
                        new Choice("in-person", form.say("credentials.training.inPerson", locale), null),
                        new Choice("online", form.say("credentials.training.online", locale), null)));
        return page;
    }

    private LicenceRow row(Licence licence, LocalDate today, Locale locale) {
        var expires = licence.expires();
        var state = today.isBefore(licence.issued())
                ? "later"
                : expires != null && today.isAfter(expires) ? "over" : "holds";
        return new LicenceRow(
                proposals.name(licence.jurisdiction(), locale),
                licence.number(),
                expires == null
                        ? form.say("hours.credential.since", locale, EntitlementWords.day(licence.issued(), locale))
                        : form.say(
                                "frontdoor.site.range",
                                locale,
                                EntitlementWords.day(licence.issued(), locale),
                                EntitlementWords.day(expires, locale)),
                EntitlementWords.day(licence.checkAgain(), locale),
                form.say("hours.credential." + state, locale),
                state.equals("holds") ? "np-tag--green" : state.equals("over") ? "np-tag--red" : "np-tag--outline");
    }

    private Course course(Training training, Locale locale) {
        return new Course(
                training.id().toString(),
                training.course(),
                EntitlementWords.day(training.completed(), locale),
                form.say(
                        training.inPerson()
                                ? "credentials.training.hours.inPerson"
                                : "credentials.training.hours.online",
                        locale,
                        training.hours()),
                form.say("credentials.training.sessions.count", locale, training.sessions()),
                training.evidence(),
                training.struck());
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
