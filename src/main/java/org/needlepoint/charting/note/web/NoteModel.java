package org.needlepoint.charting.note.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.note.Ending;
import org.needlepoint.charting.note.NoteHead;
import org.needlepoint.charting.note.NoteStyle;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.charting.note.Passage;
import org.needlepoint.charting.note.Signing;
import org.needlepoint.charting.note.VisitNote;
import org.needlepoint.charting.note.Writing;
import org.needlepoint.charting.rebook.web.NextVisitPanel;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.documents.SignedDocuments.Reading;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the pages of a note show.
@Component
class NoteModel {
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_ROWS = 24;
    private static final int CHARACTERS_A_ROW = 80;

    private final NextVisitPanel nextVisit;
    private final MessageSource messages;
    private final Clock clock;

    NoteModel(NextVisitPanel nextVisit, MessageSource messages, Clock clock) {
        this.nextVisit = nextVisit;
        this.messages = messages;
        this.clock = clock;
    }

    /// A heading with its text.
    ///
    /// @param chart what the chart says now
    /// @param moved whether the writer has to decide between the chart and their own words
    record Section(
            String id,
            String label,
            String text,
            String basis,
            boolean edited,
            boolean moved,
            String chart,
            int rows) {}

    /// A choice of the form.
    record Choice(String value, String label, boolean chosen) {}

    /// What keeps the note from being signed, in words, and where to go about it.
    record Hindrance(String text, @Nullable String session) {}

    /// A signed document; without content when it is not what was signed.
    record Shown(@Nullable Document content, @Nullable SignedDocument signed, String when) {}

    /// A note that somebody else saved.
    record Other(String label, String text) {}

    ModelAndView draft(Practice practice, VisitNote.Unsigned note, Locale locale) {
        var writing = note.writing();
        var words = words(practice, note.head(), locale);
        var page = page("charting/note", note.head(), words);
        page.addObject("language", writing.language().getLanguage());
        page.addObject("style", writing.style().code());
        page.addObject(
                "styles", Arrays.stream(NoteStyle.values()).map(NoteStyle::code).toList());
        page.addObject("reads", note.reads());
        page.addAllObjects(nextVisit.model(practice, note.head().visit().id(), "note", locale));
        page.addObject("supervised", note.supervised());
        page.addObject("sentBack", note.sentBack());
        page.addObject("chart", writing.chartFingerprint());
        page.addObject("sections", sections(writing, words(practice, note.head(), writing.language())));
        page.addObject("endings", endings(note, locale));
        page.addObject(
                "hindrance",
                note.hindrance().map(why -> hindrance(why, note.head(), locale)).orElse(null));
        page.addObject("saved", List.of());
        page.addObject("pageScripts", List.of("note"));
        return state(page, writing.version(), null, null);
    }

    /// The form again, with what is wrong.
    ModelAndView mistaken(Practice practice, VisitNote.Unsigned note, List<NoteForm.Mistake> mistakes, Locale locale) {
        return problems(draft(practice, note, locale), mistakes, locale);
    }

    /// The form again, beside what somebody else saved or after the chart has changed.
    ModelAndView conflict(Practice practice, VisitNote.Unsigned note, List<Writing> saved, Locale locale) {
        var page = draft(practice, note, locale);
        page.addObject("changed", say(saved.isEmpty() ? "note.changed.chart" : "note.changed.draft", locale));
        page.addObject(
                "saved",
                saved.stream()
                        .flatMap(writing -> writing.parts().stream())
                        .map(part -> new Other(
                                say("note.heading." + NoteForm.word(part.heading()), locale),
                                part.passage().text()))
                        .toList());
        return page;
    }

    /// The note as its writer signed it, for the supervisor to sign or send back.
    ModelAndView awaiting(
            Practice practice, VisitNote.Awaiting note, String word, List<NoteForm.Mistake> mistakes, Locale locale) {
        var words = words(practice, note.head(), locale);
        var page = page("charting/awaiting-note", note.head(), words);
        page.addObject("documents", List.of(shown(note.written(), words)));
        page.addObject("altered", note.written() instanceof Reading.Altered);
        page.addObject("document", note.document().toString());
        page.addObject("mayCoSign", note.mayCoSign());
        page.addObject("word", word);
        return problems(page, mistakes, locale);
    }

    private static Shown shown(Reading reading, NoteWords words) {
        return switch (reading) {
            case Reading.Genuine(var document) ->
                new Shown(document.content(), document, words.dayAndTime(document.signedAt()));
            case Reading.Altered _ -> new Shown(null, null, "");
        };
    }

    ModelAndView signed(
            Practice practice, VisitNote.Signed note, String typed, List<NoteForm.Mistake> mistakes, Locale locale) {
        var words = words(practice, note.head(), locale);
        var page = page("charting/signed-note", note.head(), words);
        page.addObject("altered", note.altered());
        page.addObject("mayAdd", note.mayAdd());
        page.addAllObjects(nextVisit.model(practice, note.head().visit().id(), "note", locale));
        page.addObject("addedTo", note.addedTo());
        page.addObject("unsettled", note.unsettled().map(SessionId::toString).orElse(null));
        page.addObject(
                "documents",
                note.documents().stream().map(reading -> shown(reading, words)).toList());
        page.addObject("text", typed);
        return problems(page, mistakes, locale);
    }

    /// The line that says a draft was kept.
    ModelAndView kept(Practice practice, Writing writing, Document reads, Locale locale) {
        var at = new NoteWords(messages, locale, practice.country(), practice.zone()).time(clock.instant());
        var fragment = new ModelAndView("charting/note-parts :: kept");
        fragment.addObject("reads", reads);
        return state(fragment, writing.version(), at, null);
    }

    /// The line that says it was not.
    ModelAndView unkept(String why, int version, HttpStatus status) {
        var fragment = state(new ModelAndView("charting/note-parts :: kept"), version, null, why);
        fragment.setStatus(status);
        return fragment;
    }

    private static ModelAndView state(
            ModelAndView page, int version, @Nullable String keptAt, @Nullable String unkept) {
        page.addObject("version", version);
        page.addObject("keptAt", keptAt);
        page.addObject("unkept", unkept);
        return page;
    }

    private ModelAndView page(String template, NoteHead head, NoteWords words) {
        var page = new ModelAndView(template);
        page.addObject("visit", head.visit().id().toString());
        page.addObject("patient", head.patient().name());
        page.addObject("patientId", head.patient().id().toString());
        page.addObject("born", words.date(head.patient().demographics().birthDate()));
        page.addObject("when", words.begun(words.dayAndTime(head.visit().startsAt())));
        page.addObject("service", head.visit().serviceName().in(words.locale()));
        page.addObject("practitioner", head.practitioner());
        page.addObject("place", head.place());
        page.addObject("errors", List.of());
        page.addObject("errorOf", Map.of());
        page.addObject("most", Passage.MOST);
        return page;
    }

    private List<Section> sections(Writing writing, NoteWords words) {
        return writing.parts().stream()
                .map(part -> new Section(
                        NoteForm.word(part.heading()),
                        words.say("note.heading." + NoteForm.word(part.heading())),
                        part.passage().text(),
                        part.passage().basis(),
                        part.edited(),
                        part.chartMoved(),
                        part.chart(),
                        rows(part.passage().text())))
                .toList();
    }

    private static int rows(String text) {
        int rows = text.lines()
                .mapToInt(line -> 1 + line.length() / CHARACTERS_A_ROW)
                .sum();
        return Math.clamp(rows + 1L, FEWEST_ROWS, MOST_ROWS);
    }

    /// Whoever was needled was not sent home on arrival.
    private List<Choice> endings(VisitNote.Unsigned note, Locale locale) {
        var chosen = note.writing().ending();
        return Arrays.stream(Ending.values())
                .filter(ending -> ending != Ending.UNWELL_ON_ARRIVAL || !note.needled())
                .map(ending -> new Choice(ending.code(), say("note.ending." + ending.code(), locale), chosen == ending))
                .toList();
    }

    private Hindrance hindrance(Signing why, NoteHead head, Locale locale) {
        return switch (why) {
            case Signing.SessionOpen(var session) ->
                new Hindrance(say("note.hindrance.session", locale), session.toString());
            case Signing.FlagsUnresolved(var session, var flags) ->
                new Hindrance(say("note.hindrance.flags", locale, flags), session.toString());
            case Signing.VisitNotHeld _ -> new Hindrance(say("note.hindrance.notHeld", locale), null);
            case Signing.NotThePractitioner _ ->
                new Hindrance(say("note.error.notYours", locale, head.practitioner()), null);
            case Signing.Signed _,
                    Signing.AwaitsCoSignature _,
                    Signing.AlreadySigned _,
                    Signing.ChangedMeanwhile _,
                    Signing.NothingWritten _ -> throw new IllegalArgumentException("not a hindrance: " + why);
        };
    }

    private ModelAndView problems(ModelAndView page, List<NoteForm.Mistake> mistakes, Locale locale) {
        var errors = new ArrayList<FieldProblem>();
        for (var mistake : mistakes) {
            var practitioner = Optional.ofNullable(page.getModel().get("practitioner"));
            errors.add(new FieldProblem(mistake.field(), say(mistake.textKey(), locale, practitioner.orElse(""))));
        }
        page.addObject("errors", errors);
        page.addObject(
                "errorOf",
                errors.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first)));
        return page;
    }

    private NoteWords words(Practice practice, NoteHead head, Locale language) {
        return new NoteWords(
                messages, language, practice.country(), head.visit().zone());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
