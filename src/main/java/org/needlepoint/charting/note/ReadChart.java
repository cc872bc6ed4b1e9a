package org.needlepoint.charting.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.RedFlagQuestion.PositiveAnswer;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.needling.SiteInWords;
import org.needlepoint.charting.note.ChartFacts.Consented;
import org.needlepoint.charting.note.ChartFacts.Screened;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ReportedPlace;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Gathers what the chart says about a visit and has it written down. Call it within a transaction.
@Component
class ReadChart {
    private static final int MOST_VISITS = 50;
    private static final String EVERYWHERE = "everywhere";

    private final Calendar calendar;
    private final Patients patients;
    private final Screenings screenings;
    private final Consents consents;
    private final Sessions sessions;
    private final WeighedRows weighed;
    private final Flags flags;
    private final List<NotePart> parts;
    private final Knowledge knowledge;
    private final MapViews map;
    private final SiteInWords sites;
    private final MessageSource messages;

    ReadChart(
            Calendar calendar,
            Patients patients,
            Screenings screenings,
            Consents consents,
            Sessions sessions,
            WeighedRows weighed,
            Flags flags,
            List<NotePart> parts,
            Knowledge knowledge,
            MapViews map,
            SiteInWords sites,
            MessageSource messages) {
        this.calendar = calendar;
        this.patients = patients;
        this.screenings = screenings;
        this.consents = consents;
        this.sessions = sessions;
        this.weighed = weighed;
        this.flags = flags;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(NotePart::order)).toList();
        this.knowledge = knowledge;
        this.map = map;
        this.sites = sites;
        this.messages = messages;
    }

    /// The text under each heading as the chart gives it now.
    Map<Heading, String> read(Practice practice, NoteHead head, Locale language) {
        var words = new NoteWords(
                messages, language, practice.country(), head.visit().zone());
        return NoteProse.of(facts(practice.id(), head, words), words);
    }

    /// Whether a needle went in at the visit.
    boolean needled(Practice practice, NoteHead head) {
        return sessions.ofVisit(practice.id(), head.visit().id())
                .map(session -> session.state().needles().stream().anyMatch(needle -> needle.placement() != null))
                .orElse(false);
    }

    private ChartFacts facts(PracticeId practice, NoteHead head, NoteWords words) {
        var visit = head.visit();
        var chart = head.patient().id();
        var pain = calendar.painOf(practice, visit.id());
        return new ChartFacts(
                visit.localStart().toLocalDate(),
                visit.modality() == Modality.IN_PERSON,
                marks(pain, words),
                redFlags(pain, words),
                screened(screenings.standing(practice, chart, visit.id().value(), Technique.DRY_NEEDLING), words),
                consented(consents.standing(practice, chart), visit),
                needling(practice, visit, words),
                parts.stream()
                        .flatMap(part -> part.section(practice, visit.id(), chart, words.locale()).stream())
                        .toList(),
                nextVisit(practice, head));
    }

    private List<String> marks(PainReport pain, NoteWords words) {
        return pain.marks().stream()
                .sorted(Comparator.comparingDouble(PainReport.Mark::intensity).reversed())
                .map(mark -> mark(mark, words))
                .toList();
    }

    private String mark(PainReport.Mark mark, NoteWords words) {
        var place = words.within(map.label(mark.zone(), mark.side(), words.locale()));
        var feels = map.feeling(mark.quality(), mark.spreads(), words.locale());
        return feels.isEmpty()
                ? words.say("note.prose.mark", place, Math.round(mark.intensity()))
                : words.say("note.prose.mark.felt", place, Math.round(mark.intensity()), feels);
    }

    private ChartFacts.RedFlags redFlags(PainReport pain, NoteWords words) {
        var reported = new ArrayList<ChartFacts.RedFlag>();
        for (var answer : pain.redFlags()) {
            knowledge.redFlagQuestion(answer.question()).ifPresent(question -> {
                if (answer.unsure() || isPositive(answer, question.positiveAnswer())) {
                    reported.add(new ChartFacts.RedFlag(question.ask().in(words.locale()), answer.answer()));
                }
            });
        }
        return new ChartFacts.RedFlags(!pain.redFlags().isEmpty(), reported);
    }

    private static boolean isPositive(RedFlagAnswer answer, PositiveAnswer positive) {
        return answer.yes() == (positive == PositiveAnswer.YES);
    }

    private static Screened screened(ScreeningStanding standing, NoteWords words) {
        return switch (standing) {
            case ScreeningStanding.NotAsked _ -> new Screened.NotAsked();
            case ScreeningStanding.Incomplete _ -> new Screened.Incomplete();
            case ScreeningStanding.Suspended suspended -> new Screened.Suspended(reasons(suspended.reasons(), words));
            case ScreeningStanding.Complete complete ->
                new Screened.Asked(
                        result(complete.overall()),
                        complete.askedAt(),
                        reasons(complete.overall().because(), words));
        };
    }

    private static List<ChartFacts.Reason> reasons(List<Reason> reasons, NoteWords words) {
        return reasons.stream()
                .map(reason -> new ChartFacts.Reason(
                        reason.ask().in(words.locale()), reason.unsure(), places(reason.where(), words)))
                .toList();
    }

    private static ChartFacts.Result result(Screening overall) {
        return switch (overall) {
            case Screening.NothingReported _ -> ChartFacts.Result.NOTHING_REPORTED;
            case Screening.Weigh _ -> ChartFacts.Result.WEIGH;
            case Screening.StopInRegion _ -> ChartFacts.Result.STOP_IN_REGION;
            case Screening.Stop _ -> ChartFacts.Result.STOP;
        };
    }

    private static @Nullable String places(@Nullable String where, NoteWords words) {
        if (where == null) {
            return null;
        }
        if (EVERYWHERE.equals(where)) {
            return words.say("note.area.everywhere");
        }
        return words.list(Arrays.stream(where.split(" "))
                .map(ReportedPlace::of)
                .map(place -> words.sided(words.area(place.area()), place.side()))
                .toList());
    }

    private static Consented consented(ConsentStanding standing, Appointment visit) {
        return switch (standing) {
            case ConsentStanding.None _ -> new Consented.NoneOnRecord();
            case ConsentStanding.Given(var consent) ->
                new Consented.Given(
                        consent.givenAt(), consent.confirmedAt(visit.id().value()));
            case ConsentStanding.NotEnough notEnough ->
                new Consented.NotEnough(notEnough.why().code());
            case ConsentStanding.Refused(var at) -> new Consented.Refused(at);
            case ConsentStanding.Withdrawn withdrawn -> new Consented.Withdrawn(withdrawn.at());
            case ConsentStanding.Altered _ -> new Consented.Altered();
        };
    }

    private Optional<Needling> needling(PracticeId practice, Appointment visit, NoteWords words) {
        return sessions.ofVisit(practice, visit.id())
                .map(session -> ReadLedger.of(
                        session.entries(),
                        id -> muscle(id, words),
                        point -> sites.of(point, words.locale()),
                        weighed.of(practice, session.id()),
                        flags.of(practice, session.id()),
                        words));
    }

    private String muscle(String id, NoteWords words) {
        return knowledge
                .muscle(id)
                .map(muscle -> muscle.name().in(words.locale()))
                .map(words::begun)
                .orElse(id);
    }

    /// The next one that is booked for the chart or somebody linked to it.
    private @Nullable Instant nextVisit(PracticeId practice, NoteHead head) {
        var people = new ArrayList<>(List.of(head.patient().id()));
        patients.linkedTo(practice, head.patient().id()).stream()
                .map(Patient::id)
                .forEach(people::add);
        return calendar.ofPatients(practice, people, MOST_VISITS).stream()
                .filter(visit -> visit.status() == Appointment.Status.BOOKED)
                .map(Appointment::startsAt)
                .filter(start -> start.isAfter(head.visit().startsAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
