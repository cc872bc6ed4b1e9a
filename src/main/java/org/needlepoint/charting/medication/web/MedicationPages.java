package org.needlepoint.charting.medication.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.medication.Answering;
import org.needlepoint.charting.medication.MedicationRequest;
import org.needlepoint.charting.medication.MedicationRequest.Wanted;
import org.needlepoint.charting.medication.MedicationRequestId;
import org.needlepoint.charting.medication.MedicationRequests;
import org.needlepoint.charting.medication.RequestMedication;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
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

/// Requests for a medicine at a visit: asked for by whoever treats, answered by whoever may prescribe.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/medication")
class MedicationPages {
    private static final Map<String, Integer> LONGEST =
            Map.of("drug", 100, "dose", 60, "frequency", 100, "quantity", 60);
    private static final int LONGEST_WORD = 500;

    private final RequestMedication requestMedication;
    private final MedicationRequests requests;
    private final Calendar calendar;
    private final Patients patients;
    private final MessageSource messages;

    MedicationPages(
            RequestMedication requestMedication,
            MedicationRequests requests,
            Calendar calendar,
            Patients patients,
            MessageSource messages) {
        this.requestMedication = requestMedication;
        this.requests = requests;
        this.calendar = calendar;
        this.patients = patients;
        this.messages = messages;
    }

    /// A request as the page shows it.
    ///
    /// @param state `open`, `sent` or `declined`
    record Line(
            String id,
            String drug,
            String dose,
            String frequency,
            String quantity,
            int days,
            @Nullable String reason,
            String time,
            String state,
            @Nullable String word) {}

    /// What is wrong with a field.
    private record Mistake(String field, String textKey) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        return page(practice, id, Map.of(), List.of(), who, locale);
    }

    @PostMapping
    ModelAndView request(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            SignedIn who,
            Locale locale) {
        var mistakes = new ArrayList<Mistake>();
        LONGEST.forEach((field, most) -> {
            var typed = text(sent, field);
            if (typed.isEmpty() || typed.length() > most) {
                mistakes.add(new Mistake(field, "medication.error." + field));
            }
        });
        var days = text(sent, "days");
        int count = days.matches("\\d{1,2}") ? Integer.parseInt(days) : 0;
        if (count < 1 || count > Wanted.MOST_DAYS) {
            mistakes.add(new Mistake("days", "medication.error.days"));
        }
        if (!mistakes.isEmpty()) {
            return invalid(page(practice, id, sent, mistakes, who, locale));
        }
        var wanted = new Wanted(
                text(sent, "drug"),
                text(sent, "dose"),
                text(sent, "frequency"),
                text(sent, "quantity"),
                count,
                word(text(sent, "reason")));
        requestMedication.request(practice.id(), new AppointmentId(id), wanted, who.actor());
        return back(practice, id);
    }

    @PostMapping("/{request}/answer")
    ModelAndView answer(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String word,
            SignedIn who,
            Locale locale) {
        var said = word(word.strip());
        return switch (requestMedication.answer(
                practice.id(), new MedicationRequestId(request), answer.equals("sent"), said, who.actor())) {
            case Answering.Answered _, Answering.AnsweredBefore _ -> back(practice, id);
            case Answering.MayNotPrescribe _ ->
                invalid(page(
                        practice,
                        id,
                        Map.of(),
                        List.of(new Mistake("requests", "medication.error.prescribe")),
                        who,
                        locale));
            case Answering.WordMissing _ ->
                invalid(page(
                        practice,
                        id,
                        Map.of(),
                        List.of(new Mistake("word-" + request, "medication.error.word")),
                        who,
                        locale));
        };
    }

    private ModelAndView page(
            Practice practice, UUID id, Map<String, String> sent, List<Mistake> mistakes, SignedIn who, Locale locale) {
        var visit = calendar.find(practice.id(), new AppointmentId(id)).orElseThrow(NotFound::new);
        var patient = patients.find(practice.id(), visit.patient()).orElseThrow(NotFound::new);
        var words = new NoteWords(messages, locale, practice.country(), visit.zone());
        var page = new ModelAndView("charting/medication");
        page.addObject("visit", id.toString());
        page.addObject("patient", patient.name());
        page.addObject("typed", new HashMap<>(sent));
        page.addObject("mayPrescribe", requestMedication.mayPrescribe(practice.id(), who.actor()));
        page.addObject(
                "requests",
                requests.ofVisit(practice.id(), visit.id()).stream()
                        .map(request -> line(request, words))
                        .toList());
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

    private static Line line(MedicationRequest request, NoteWords words) {
        var wanted = request.wanted();
        var answer = request.answer();
        return new Line(
                request.id().toString(),
                wanted.drug(),
                wanted.dose(),
                wanted.frequency(),
                wanted.quantity(),
                wanted.days(),
                wanted.reason(),
                words.time(request.at()),
                answer == null ? "open" : answer.sent() ? "sent" : "declined",
                answer == null ? null : answer.word());
    }

    private static @Nullable String word(String typed) {
        return typed.isEmpty() ? null : typed.substring(0, Math.min(typed.length(), LONGEST_WORD));
    }

    private static String text(Map<String, String> sent, String field) {
        return Optional.ofNullable(sent.get(field)).orElse("").strip();
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView back(Practice practice, UUID id) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/medication");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
