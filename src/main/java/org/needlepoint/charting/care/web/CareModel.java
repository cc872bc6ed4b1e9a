package org.needlepoint.charting.care.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.care.Antiseptic;
import org.needlepoint.charting.care.CareEntry;
import org.needlepoint.charting.care.CareKind;
import org.needlepoint.charting.care.CareWords;
import org.needlepoint.charting.care.KeepPicture;
import org.needlepoint.charting.care.Measure;
import org.needlepoint.charting.care.Reaction;
import org.needlepoint.charting.care.RecordCare;
import org.needlepoint.charting.care.Tone;
import org.needlepoint.charting.care.VisitCare;
import org.needlepoint.charting.injection.Injections;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.documents.Picture;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the page beside the needles shows.
@Component
class CareModel {
    private final CareWords say;
    private final RecordCare recordCare;
    private final Injections injections;
    private final KeepPicture pictures;
    private final Sessions sessions;
    private final Calendar calendar;
    private final Patients patients;
    private final Knowledge knowledge;
    private final MessageSource messages;

    CareModel(
            CareWords say,
            RecordCare recordCare,
            Injections injections,
            KeepPicture pictures,
            Sessions sessions,
            Calendar calendar,
            Patients patients,
            Knowledge knowledge,
            MessageSource messages) {
        this.say = say;
        this.recordCare = recordCare;
        this.injections = injections;
        this.pictures = pictures;
        this.sessions = sessions;
        this.calendar = calendar;
        this.patients = patients;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// A choice of a list.
    record Choice(String value, String label) {}

    /// Choices under a heading.
    record Group(String label, List<Choice> choices) {}

    /// An entry in a line.
    record Line(
            String id,
            String section,
            String text,
            String time,
            @Nullable String wrong) {}

    /// A picture of the visit.
    record Shot(String id, String label) {}

    /// @param form as it was sent; empty for a page that is opened
    ModelAndView page(
            Practice practice,
            AppointmentId visit,
            CareForm form,
            List<CareForm.Mistake> mistakes,
            SignedIn who,
            Locale locale) {
        var booked = calendar.find(practice.id(), visit).orElseThrow(NotFound::new);
        var patient = patients.find(practice.id(), booked.patient()).orElseThrow(NotFound::new);
        var words = new NoteWords(messages, locale, practice.country(), booked.zone());
        var care = recordCare.open(practice.id(), visit, who.actor());
        var session = sessions.ofVisit(practice.id(), visit);
        var page = new ModelAndView("charting/care");
        page.addObject("visit", visit.toString());
        page.addObject("patient", patient.name());
        page.addObject("session", session.map(view -> view.id().toString()).orElse(null));
        page.addObject("faints", session.map(CareModel::faints).orElse(0L));
        page.addObject("lines", lines(care, words));
        page.addObject("response", care.response().orElse(null));
        page.addObject("minutes", minutes(care, words));
        page.addObject("total", care.totalMinutes());
        page.addObject("injected", injections.ofVisit(practice.id(), visit).size());
        page.addObject("tones", choices(Tone.values(), Tone::code, "care.tone.", words));
        page.addObject("reactions", choices(Reaction.values(), Reaction::code, "care.reaction.", words));
        page.addObject("places", session.map(view -> places(view, words)).orElse(List.of()));
        page.addObject("kinds", kinds(words));
        page.addObject("areas", choices(BodyArea.values(), BodyArea::code, "note.area.", words));
        page.addObject(
                "pictures",
                pictures.of(practice.id(), visit).stream()
                        .filter(picture -> picture.kind() != Picture.Kind.CONSENT)
                        .map(picture -> new Shot(
                                picture.id().toString(),
                                words.say("care.picture." + picture.kind().code(), words.time(picture.keptAt()))))
                        .toList());
        page.addObject("photos", pictures.photos(practice.id(), patient.chart()).name());
        page.addObject("typed", form.sent().toSingleValueMap());
        hygiene(page, practice, care, patient, who, words);
        problems(page, mistakes, locale);
        return page;
    }

    private void hygiene(
            ModelAndView page, Practice practice, VisitCare care, Patient patient, SignedIn who, NoteWords words) {
        var hygiene = care.hygiene();
        var usual = recordCare.usual(practice.id(), who.actor());
        page.addObject("measures", choices(Measure.values(), Measure::code, "care.measure.", words));
        page.addObject(
                "measured",
                hygiene.map(done -> done.measures().stream().map(Measure::code).toList())
                        .orElse(List.of()));
        page.addObject("antiseptics", choices(Antiseptic.values(), Antiseptic::code, "care.antiseptic.", words));
        page.addObject(
                "antiseptic",
                hygiene.flatMap(done -> Optional.ofNullable(done.antiseptic()))
                        .orElse(usual)
                        .code());
        page.addObject("usual", words.say("care.antiseptic." + usual.code()));
        page.addObject("hygieneDone", hygiene.isPresent());
        page.addObject("allergic", recordCare.mayBeAllergic(practice.id(), patient.chart()));
    }

    private static long faints(SessionView session) {
        return session.entries().stream()
                .filter(entry -> entry.event() instanceof LedgerEvent.FeltFaint)
                .count();
    }

    private List<Line> lines(VisitCare care, NoteWords words) {
        return care.entries().stream().map(entry -> line(entry, words)).toList();
    }

    private Line line(CareEntry entry, NoteWords words) {
        return new Line(
                entry.id().toString(),
                words.say("care.section." + entry.event().kind()),
                words.begun(say.of(entry.event(), words)),
                words.time(entry.recordedAt()),
                entry.inError());
    }

    private static List<Choice> minutes(VisitCare care, NoteWords words) {
        return care.minutes().entrySet().stream()
                .map(entry -> new Choice(
                        words.say("care.group." + entry.getKey().code()), words.say("care.min", entry.getValue())))
                .toList();
    }

    /// The muscles that were needled at this visit.
    private List<Choice> places(SessionView session, NoteWords words) {
        var places = new LinkedHashMap<String, String>();
        session.state().needles().stream()
                .flatMap(needle -> Optional.ofNullable(needle.placement()).stream())
                .forEach(placement -> places.put(placement.muscle() + ":" + placement.side(), place(placement, words)));
        return places.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String place(Placement placement, NoteWords words) {
        return words.sided(
                knowledge
                        .muscle(placement.muscle())
                        .map(Muscle::name)
                        .map(name -> words.begun(name.in(words.locale())))
                        .orElse(placement.muscle()),
                placement.side());
    }

    private static List<Group> kinds(NoteWords words) {
        var groups = new ArrayList<Group>();
        for (var group : CareKind.Group.values()) {
            groups.add(new Group(
                    words.say("care.group." + group.code()),
                    Arrays.stream(CareKind.values())
                            .filter(kind -> kind.group() == group)
                            .map(kind -> new Choice(kind.code(), words.say("care.kind." + kind.code())))
                            .toList()));
        }
        return groups;
    }

    private static <E> List<Choice> choices(E[] values, Function<E, String> code, String prefix, NoteWords words) {
        return Arrays.stream(values)
                .map(value -> new Choice(code.apply(value), words.begun(words.say(prefix + code.apply(value)))))
                .toList();
    }

    private void problems(ModelAndView page, List<CareForm.Mistake> mistakes, Locale locale) {
        var errors = mistakes.stream()
                .map(mistake -> new FieldProblem(mistake.field(), messages.getMessage(mistake.textKey(), null, locale)))
                .toList();
        page.addObject("errors", errors);
        page.addObject(
                "errorOf",
                errors.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first)));
    }
}
