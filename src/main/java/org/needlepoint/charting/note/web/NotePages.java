package org.needlepoint.charting.note.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.note.AddAddendum;
import org.needlepoint.charting.note.Addition;
import org.needlepoint.charting.note.Passage;
import org.needlepoint.charting.note.Saving;
import org.needlepoint.charting.note.SignNote;
import org.needlepoint.charting.note.Signing;
import org.needlepoint.charting.note.VisitNote;
import org.needlepoint.charting.note.VisitNotes;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The note of a visit: written, signed, read, added to.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/note")
class NotePages {
    private final VisitNotes notes;
    private final SignNote signNote;
    private final AddAddendum addAddendum;
    private final NoteModel model;

    NotePages(VisitNotes notes, SignNote signNote, AddAddendum addAddendum, NoteModel model) {
        this.notes = notes;
        this.signNote = signNote;
        this.addAddendum = addAddendum;
        this.model = model;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        return switch (open(practice, id, who, locale)) {
            case VisitNote.Unsigned note -> model.draft(practice, note, locale);
            case VisitNote.Awaiting note -> model.awaiting(practice, note, "", List.of(), locale);
            case VisitNote.Signed note -> model.signed(practice, note, "", List.of(), locale);
        };
    }

    @PostMapping
    ModelAndView save(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new NoteForm(sent);
        if (!form.mistakes().isEmpty()) {
            return mistaken(practice, id, form, who, locale);
        }
        return switch (notes.save(practice, visit(id), form.draft(), form.decision(), who)) {
            case Saving.Saved _, Saving.AlreadySigned _, Saving.AwaitsCoSignature _ -> back(practice, id);
            case Saving.ChangedMeanwhile(var typed, var saved) ->
                conflict(model.conflict(
                        practice, typed(practice, id, form, typed.version(), who), List.of(saved), locale));
        };
    }

    /// Saves while the writer goes on; answers the line that says so.
    @PostMapping("/draft")
    ModelAndView keep(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new NoteForm(sent);
        if (!form.mistakes().isEmpty()) {
            return model.unkept("note.draft.mistakes", form.draft().version(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (notes.save(practice, visit(id), form.draft(), null, who)) {
            case Saving.Saved(var writing, var reads) -> model.kept(practice, writing, reads, locale);
            case Saving.AlreadySigned _, Saving.AwaitsCoSignature _ ->
                model.unkept("note.draft.signed", form.draft().version(), HttpStatus.CONFLICT);
            case Saving.ChangedMeanwhile _ ->
                model.unkept("note.draft.changed", form.draft().version(), HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/signature")
    ModelAndView sign(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new NoteForm(sent);
        if (!form.mistakes().isEmpty()) {
            return mistaken(practice, id, form, who, locale);
        }
        return switch (signNote.sign(practice, visit(id), form.draft(), form.seen(), who)) {
            case Signing.Signed _, Signing.AlreadySigned _, Signing.AwaitsCoSignature _ -> back(practice, id);
            case Signing.ChangedMeanwhile(var now, var saved) ->
                conflict(model.conflict(practice, typed(practice, id, form, now.version(), who), saved, locale));
            case Signing.NothingWritten _ -> refused(practice, id, form, "note.error.nothing", who, locale);
            case Signing.NotThePractitioner _ -> refused(practice, id, form, "note.error.notYours", who, locale);
            case Signing.VisitNotHeld _, Signing.SessionOpen _, Signing.FlagsUnresolved _ ->
                conflict(model.draft(
                        practice, typed(practice, id, form, form.draft().version(), who), locale));
        };
    }

    @PostMapping("/addenda")
    ModelAndView add(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            SignedIn who,
            Locale locale) {
        if (text.length() > Passage.MOST) {
            return unadded(practice, id, text, "note.error.long", who, locale);
        }
        return switch (addAddendum.add(practice, visit(id), text, locale, who)) {
            case Addition.Added _, Addition.NotSignedYet _ -> back(practice, id);
            case Addition.NothingWritten _ -> unadded(practice, id, text, "note.error.addendum", who, locale);
            case Addition.NotThePractitioner _ -> unadded(practice, id, text, "note.error.notYours", who, locale);
        };
    }

    private ModelAndView unadded(Practice practice, UUID id, String text, String why, SignedIn who, Locale locale) {
        return switch (open(practice, id, who, locale)) {
            case VisitNote.Signed note ->
                invalid(model.signed(practice, note, text, List.of(new NoteForm.Mistake("text", why)), locale));
            case VisitNote.Unsigned _, VisitNote.Awaiting _ -> back(practice, id);
        };
    }

    private ModelAndView mistaken(Practice practice, UUID id, NoteForm form, SignedIn who, Locale locale) {
        var note = typed(practice, id, form, form.draft().version(), who);
        return invalid(model.mistaken(practice, note, form.mistakes(), locale));
    }

    private ModelAndView refused(Practice practice, UUID id, NoteForm form, String why, SignedIn who, Locale locale) {
        var note = typed(practice, id, form, form.draft().version(), who);
        return invalid(model.mistaken(practice, note, List.of(new NoteForm.Mistake("subjective", why)), locale));
    }

    private VisitNote open(Practice practice, UUID id, SignedIn who, Locale locale) {
        return notes.open(practice, visit(id), who, locale).orElseThrow(NotFound::new);
    }

    private VisitNote.Unsigned typed(Practice practice, UUID id, NoteForm form, int version, SignedIn who) {
        return notes.typed(practice, visit(id), form.draft().on(version), who).orElseThrow(NotFound::new);
    }

    private static AppointmentId visit(UUID id) {
        return new AppointmentId(id);
    }

    private static ModelAndView back(Practice practice, UUID id) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/note");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
