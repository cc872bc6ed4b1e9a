package org.needlepoint.charting.note.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.note.CoSignNote;
import org.needlepoint.charting.note.CoSigning;
import org.needlepoint.charting.note.VisitNote;
import org.needlepoint.charting.note.VisitNotes;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// A supervisor's answer to a note that was written under supervision.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/note")
class CoSignaturePages {
    private final CoSignNote coSignNote;
    private final VisitNotes notes;
    private final NoteModel model;

    CoSignaturePages(CoSignNote coSignNote, VisitNotes notes, NoteModel model) {
        this.coSignNote = coSignNote;
        this.notes = notes;
        this.model = model;
    }

    /// @param document the one that the supervisor read
    @PostMapping("/cosignature")
    ModelAndView sign(
            Practice practice, @PathVariable UUID id, @RequestParam UUID document, SignedIn who, Locale locale) {
        var answer = coSignNote.release(practice, new AppointmentId(id), new SignedDocumentId(document), who);
        return answered(practice, id, answer, "", who, locale);
    }

    @PostMapping("/return")
    ModelAndView sendBack(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam UUID document,
            @RequestParam(defaultValue = "") String word,
            SignedIn who,
            Locale locale) {
        var answer = coSignNote.sendBack(practice, new AppointmentId(id), new SignedDocumentId(document), word, who);
        return answered(practice, id, answer, word, who, locale);
    }

    private ModelAndView answered(
            Practice practice, UUID id, CoSigning answer, String word, SignedIn who, Locale locale) {
        return switch (answer) {
            case CoSigning.Released _, CoSigning.SentBack _, CoSigning.NothingWaits _ -> back(practice, id);
            case CoSigning.WordMissing _ -> refused(practice, id, word, "note.cosign.error.word", who, locale);
            case CoSigning.NotTheSupervisor _ -> refused(practice, id, word, "note.cosign.error.who", who, locale);
            case CoSigning.Altered _ -> refused(practice, id, word, "note.altered.what", who, locale);
            case CoSigning.SessionUnsettled _ -> refused(practice, id, word, "note.hindrance.session", who, locale);
        };
    }

    private ModelAndView refused(Practice practice, UUID id, String word, String why, SignedIn who, Locale locale) {
        var note = notes.open(practice, new AppointmentId(id), who, locale).orElseThrow(NotFound::new);
        return switch (note) {
            case VisitNote.Awaiting awaiting -> {
                var page = model.awaiting(practice, awaiting, word, List.of(new NoteForm.Mistake("word", why)), locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case VisitNote.Unsigned _, VisitNote.Signed _ -> back(practice, id);
        };
    }

    private static ModelAndView back(Practice practice, UUID id) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/note");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
