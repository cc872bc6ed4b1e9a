package org.needlepoint.aftercare.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.aftercare.AftercareLinks;
import org.needlepoint.aftercare.CheckIns;
import org.needlepoint.aftercare.Plan;
import org.needlepoint.aftercare.Plans;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.identity.QrDrawing;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The aftercare of a visit, for staff: when the patient is asked, what was said, and the sheet to hand out.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}")
class VisitAftercarePages {
    private final Plans plans;
    private final CheckIns checkIns;
    private final Patients patients;
    private final AftercareLinks links;
    private final Instructions instructions;
    private final ContentSets content;
    private final ConcernWords words;
    private final PublicUrl url;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final MessageSource messages;

    VisitAftercarePages(
            Plans plans,
            CheckIns checkIns,
            Patients patients,
            AftercareLinks links,
            Instructions instructions,
            ContentSets content,
            ConcernWords words,
            PublicUrl url,
            AuditTrail audit,
            TransactionOperations transaction,
            MessageSource messages) {
        this.plans = plans;
        this.checkIns = checkIns;
        this.patients = patients;
        this.links = links;
        this.instructions = instructions;
        this.content = content;
        this.words = words;
        this.url = url;
        this.audit = audit;
        this.transaction = transaction;
        this.messages = messages;
    }

    /// A time at which the patient is asked.
    record Asking(String window, String when, String state) {}

    @GetMapping("/aftercare")
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var plan = plan(practice, id);
        var patient = patients.open(practice.id(), plan.patient(), who.actor()).orElseThrow(NotFound::new);
        var address = url.of(links.path(practice, plan));
        var times = Words.of(practice, locale);
        var page = new ModelAndView("aftercare/visit");
        page.addObject("visit", id.toString());
        page.addObject("patientName", patient.name());
        page.addObject("published", content.published(practice, ContentSet.AFTERCARE));
        page.addObject("qr", QrDrawing.of(address));
        page.addObject("address", address);
        page.addObject("when", times.time(plan.endedAt()));
        page.addObject("why", why(plan));
        page.addObject(
                "asking",
                checkIns.of(practice.id(), plan.id()).stream()
                        .map(checkIn -> new Asking(
                                say("aftercare.window." + code(checkIn.window()), locale),
                                times.time(checkIn.askAt()),
                                say("aftercare.state." + checkIn.state().code(), locale)))
                        .toList());
        page.addObject("said", words.said(practice, plan.id(), locale));
        page.addObject("told", instructions.told(practice, plan, locale));
        return page;
    }

    private static List<String> why(Plan plan) {
        if (plan.flagged()) {
            return List.of("flagged");
        }
        return plan.firstVisit() ? List.of("first") : List.of();
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The sheet to take home, in the patient's language.
    @GetMapping("/aftercare.pdf")
    ResponseEntity<byte[]> sheet(Practice practice, @PathVariable UUID id, SignedIn who) {
        var plan = plan(practice, id);
        if (!content.published(practice, ContentSet.AFTERCARE)) {
            throw new NotFound();
        }
        var sheet = instructions.sheet(
                practice, plan, url.of(links.path(practice, plan)), patients.localeOf(practice.id(), plan.patient()));
        transaction.executeWithoutResult(_ -> audit.append(
                practice.id(),
                AuditEntry.of(who.actor(), "printed", "aftercare", plan.id().value())
                        .about(plan.patient().value())
                        .during(id)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"aftercare.pdf\"")
                .body(sheet);
    }

    /// Somebody has called a patient who did not answer.
    @PostMapping("/aftercare/seen")
    ModelAndView seen(Practice practice, @PathVariable UUID id, SignedIn who) {
        checkIns.seen(practice.id(), id, who.actor());
        var redirect = new RedirectView("/p/" + practice.slug() + "/today", true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private Plan plan(Practice practice, UUID visit) {
        return plans.ofVisit(practice.id(), visit).orElseThrow(NotFound::new);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
