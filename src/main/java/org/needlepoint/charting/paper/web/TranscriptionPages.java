package org.needlepoint.charting.paper.web;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.care.KeepPicture;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.charting.note.VisitDay;
import org.needlepoint.charting.paper.TranscribeSheet;
import org.needlepoint.charting.paper.Transcribing;
import org.needlepoint.documents.Picture;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// From a paper sheet into the ledger, line by line; then the three counts as after every session.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/transcription")
class TranscriptionPages {
    private static final double UM_A_MM = 1000;

    private final TranscribeSheet transcribeSheet;
    private final KeepPicture keepPicture;
    private final Calendar calendar;
    private final Patients patients;
    private final Knowledge knowledge;
    private final MessageSource messages;
    private final Clock clock;

    TranscriptionPages(
            TranscribeSheet transcribeSheet,
            KeepPicture keepPicture,
            Calendar calendar,
            Patients patients,
            Knowledge knowledge,
            MessageSource messages,
            Clock clock) {
        this.transcribeSheet = transcribeSheet;
        this.keepPicture = keepPicture;
        this.calendar = calendar;
        this.patients = patients;
        this.knowledge = knowledge;
        this.messages = messages;
        this.clock = clock;
    }

    /// A choice of a list.
    record Choice(String value, String label) {}

    /// The muscles of an area.
    record Area(String label, List<Choice> muscles) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID id, Locale locale) {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("sheet", UUID.randomUUID().toString());
        return page(practice, id, new TranscriptionForm(sent), List.of(), locale);
    }

    @PostMapping
    ModelAndView transcribe(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            SignedIn who,
            Locale locale)
            throws IOException {
        var visit = visit(practice, id);
        var form = new TranscriptionForm(sent);
        var mistakes = new ArrayList<TranscriptionForm.Mistake>();
        boolean kept = keep(practice, visit, scan, mistakes, who);
        if (form.isEmpty() && (kept || !mistakes.isEmpty())) {
            return kept
                    ? to(practice, "/appointments/" + id + "/transcription")
                    : refused(page(practice, id, form, mistakes, locale));
        }
        var read = form.read(knowledge, VisitDay.of(visit, clock.instant()));
        mistakes.addAll(read.mistakes());
        if (!mistakes.isEmpty()) {
            return refused(page(practice, id, form, mistakes, locale));
        }
        return switch (transcribeSheet.transcribe(practice.id(), visit.id(), form.sheet(), read.rows(), who.actor())) {
            case Transcribing.Transcribed(var session) -> to(practice, "/sessions/" + session + "/closure");
            case Transcribing.AlreadyClosed(var session) -> to(practice, "/sessions/" + session);
            case Transcribing.NotBegun _ -> {
                var page = page(practice, id, form, List.of(), locale);
                page.addObject("notBegun", true);
                yield refused(page);
            }
            case Transcribing.OtherContent _ ->
                refused(page(
                        practice,
                        id,
                        form,
                        List.of(new TranscriptionForm.Mistake("muscle-1", "paper.error.twice")),
                        locale));
        };
    }

    /// Keeps the scan that came with the lines. It stays whatever becomes of them: it shows what was on the paper.
    private boolean keep(
            Practice practice,
            Appointment visit,
            @Nullable MultipartFile scan,
            List<TranscriptionForm.Mistake> mistakes,
            SignedIn who)
            throws IOException {
        if (scan == null || scan.isEmpty()) {
            return false;
        }
        var keeping =
                keepPicture.keep(practice.id(), visit.id(), Picture.Kind.SHEET, false, scan.getBytes(), who.actor());
        if (keeping instanceof KeepPicture.Keeping.Kept) {
            return true;
        }
        mistakes.add(new TranscriptionForm.Mistake("scan", "intake.scan.error"));
        return false;
    }

    private ModelAndView page(
            Practice practice,
            UUID id,
            TranscriptionForm form,
            List<TranscriptionForm.Mistake> mistakes,
            Locale locale) {
        var visit = visit(practice, id);
        var patient = patients.find(practice.id(), visit.patient()).orElseThrow(NotFound::new);
        var words = new NoteWords(messages, locale, practice.country(), visit.zone());
        var page = new ModelAndView("charting/transcription");
        page.addObject("visit", id.toString());
        page.addObject("patient", patient.name());
        page.addObject(
                "scans",
                keepPicture.of(practice.id(), visit.id()).stream()
                        .filter(picture -> picture.kind() == Picture.Kind.SHEET)
                        .map(picture -> new Choice(
                                picture.id().toString(), words.say("care.picture.sheet", words.time(picture.keptAt()))))
                        .toList());
        page.addObject("day", words.begun(words.day(visit.localStart().toLocalDate())));
        page.addObject(
                "rows", IntStream.rangeClosed(1, TranscriptionForm.ROWS).boxed().toList());
        page.addObject("areas", areas(words));
        page.addObject(
                "diameters",
                TranscriptionForm.DIAMETERS_UM.stream()
                        .map(um -> new Choice(um.toString(), String.format(locale, "%.2f", um / UM_A_MM)))
                        .toList());
        page.addObject(
                "techniques",
                Arrays.stream(NeedleTechnique.values())
                        .map(technique -> new Choice(technique.code(), words.say("note.technique." + technique.code())))
                        .toList());
        page.addObject("sheet", form.sheet().toString());
        page.addObject("typed", form.sent().toSingleValueMap());
        page.addObject("notBegun", false);
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

    private List<Area> areas(NoteWords words) {
        return Arrays.stream(BodyArea.values())
                .map(area -> new Area(
                        words.begun(words.say("note.area." + area.code())),
                        knowledge.muscles().stream()
                                .filter(muscle -> muscle.replacedBy() == null
                                        && area.regions().contains(muscle.region()))
                                .map(muscle -> new Choice(
                                        muscle.id(), words.begun(muscle.name().in(words.locale()))))
                                .toList()))
                .toList();
    }

    private Appointment visit(Practice practice, UUID id) {
        return calendar.find(practice.id(), new AppointmentId(id)).orElseThrow(NotFound::new);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView to(Practice practice, String path) {
        var redirect = new RedirectView("/p/" + practice.slug() + path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
