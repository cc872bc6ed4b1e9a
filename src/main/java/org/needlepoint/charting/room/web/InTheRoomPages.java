package org.needlepoint.charting.room.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.room.AskChaperone;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.charting.room.KeepRoom.Answering;
import org.needlepoint.charting.room.KeepRoom.Striking;
import org.needlepoint.charting.room.KeepRoom.Supervising;
import org.needlepoint.charting.room.RoomEntry;
import org.needlepoint.charting.room.RoomEntry.Answer;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Who is in the room at a visit: chaperone, students and observers, supervision.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/room")
class InTheRoomPages {
    private static final int LONGEST_NAME = 200;

    private final KeepRoom keepRoom;
    private final AskChaperone askChaperone;
    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;
    private final EntitlementWords entitlement;
    private final RoomWords words;

    InTheRoomPages(
            KeepRoom keepRoom,
            AskChaperone askChaperone,
            Calendar calendar,
            Patients patients,
            Practitioners practitioners,
            EntitlementWords entitlement,
            RoomWords words) {
        this.keepRoom = keepRoom;
        this.askChaperone = askChaperone;
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
        this.entitlement = entitlement;
        this.words = words;
    }

    /// What can be said on the page.
    enum Act {
        CHAPERONE_DECLINED,
        CHAPERONE_PRESENT,
        STUDENT,
        OBSERVER,
        VISITOR_REFUSED,
        SUPERVISE,
        END_SUPERVISION,
        CONFIRM,
        DECLINE,
        STRIKE
    }

    /// Somebody to choose.
    record Person(String id, String name) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        return page(practice, new AppointmentId(visit), Map.of(), List.of(), who, locale);
    }

    @PostMapping
    ModelAndView say(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam Act act,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var id = new AppointmentId(visit);
        var problem = keep(practice, id, act, typed, who, locale);
        return problem.isEmpty()
                ? back(practice, id, typed)
                : page(practice, id, typed, problem.stream().toList(), who, locale);
    }

    /// Keeps what was said.
    ///
    /// @return what is wrong; empty: it is kept
    private Optional<FieldProblem> keep(
            Practice practice, AppointmentId visit, Act act, Map<String, String> typed, SignedIn who, Locale locale) {
        return switch (act) {
            case CHAPERONE_DECLINED -> {
                keepRoom.chaperone(practice.id(), visit, null, who.actor());
                yield Optional.empty();
            }
            case CHAPERONE_PRESENT -> {
                var name = name(typed, "chaperone");
                if (name == null) {
                    yield Optional.of(problem("chaperone", "room.name.missing", locale));
                }
                keepRoom.chaperone(practice.id(), visit, name, who.actor());
                yield Optional.empty();
            }
            case STUDENT, OBSERVER -> {
                var name = name(typed, "visitor");
                if (name == null) {
                    yield Optional.of(problem("visitor", "room.name.missing", locale));
                }
                var kind = act == Act.STUDENT ? RoomEntry.Kind.STUDENT : RoomEntry.Kind.OBSERVER;
                keepRoom.visitor(practice.id(), visit, kind, name, who.actor());
                yield Optional.empty();
            }
            case VISITOR_REFUSED -> {
                keepRoom.refuseVisitor(practice.id(), visit, who.actor());
                yield Optional.empty();
            }
            case SUPERVISE -> supervise(practice, visit, typed, who, locale);
            case END_SUPERVISION -> {
                keepRoom.endSupervision(practice.id(), visit, who.actor());
                yield Optional.empty();
            }
            case CONFIRM -> answer(practice, visit, id(typed, "entry"), Answer.CONFIRMED, who, locale);
            case DECLINE -> answer(practice, visit, id(typed, "entry"), Answer.DECLINED, who, locale);
            case STRIKE -> strike(practice, visit, id(typed, "entry").orElseThrow(NotFound::new), who, locale);
        };
    }

    private Optional<FieldProblem> supervise(
            Practice practice, AppointmentId visit, Map<String, String> typed, SignedIn who, Locale locale) {
        var trainee = practitioner(practice, typed, "trainee");
        var supervisor = practitioner(practice, typed, "supervisor");
        if (trainee.isEmpty() || supervisor.isEmpty()) {
            return Optional.of(problem(trainee.isEmpty() ? "trainee" : "supervisor", "room.person.missing", locale));
        }
        return switch (keepRoom.supervise(practice.id(), visit, trainee.get(), supervisor.get(), who.actor())) {
            case Supervising.Kept _ -> Optional.empty();
            case Supervising.Oneself _ -> Optional.of(problem("supervisor", "room.supervisor.oneself", locale));
            case Supervising.NotEntitled(var why) ->
                Optional.of(new FieldProblem(
                        "supervisor",
                        words.say(
                                "room.supervisor.notEntitled",
                                locale,
                                entitlement.say(why.shortfalls().getFirst(), why.jurisdiction(), locale))));
        };
    }

    private Optional<FieldProblem> answer(
            Practice practice, AppointmentId visit, Optional<UUID> entry, Answer answer, SignedIn who, Locale locale) {
        return switch (keepRoom.answer(practice.id(), visit, entry.orElseThrow(NotFound::new), answer, who.actor())) {
            case Answering.Kept _ -> Optional.empty();
            case Answering.OnlyTheSupervisor _ -> Optional.of(problem("now", "room.answer.onlyTheSupervisor", locale));
        };
    }

    private Optional<FieldProblem> strike(
            Practice practice, AppointmentId visit, UUID entry, SignedIn who, Locale locale) {
        return switch (keepRoom.strike(practice.id(), visit, entry, who.actor())) {
            case Striking.Struck _ -> Optional.empty();
            case Striking.OnlyTheSupervisor _ -> Optional.of(problem("now", "room.strike.onlyTheSupervisor", locale));
        };
    }

    private Optional<PractitionerId> practitioner(Practice practice, Map<String, String> typed, String field) {
        return id(typed, field)
                .map(PractitionerId::new)
                .filter(it -> practitioners.find(practice.id(), it).isPresent());
    }

    private static Optional<UUID> id(Map<String, String> typed, String field) {
        try {
            return Optional.of(UUID.fromString(typed.getOrDefault(field, "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable String name(Map<String, String> typed, String field) {
        var name = typed.getOrDefault(field, "").replaceAll("\\p{Cc}", " ").strip();
        return name.isEmpty() || name.length() > LONGEST_NAME ? null : name;
    }

    private FieldProblem problem(String field, String key, Locale locale) {
        return new FieldProblem(field, words.say(key, locale));
    }

    /// To the session that asked, else to the page itself.
    private static ModelAndView back(Practice practice, AppointmentId visit, Map<String, String> typed) {
        var to = new RedirectView(
                id(typed, "session")
                        .map(session -> "/p/" + practice.slug() + "/sessions/" + session)
                        .orElse("/p/" + practice.slug() + "/appointments/" + visit + "/room"),
                true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(to);
    }

    private ModelAndView page(
            Practice practice,
            AppointmentId id,
            Map<String, String> typed,
            List<FieldProblem> problems,
            SignedIn who,
            Locale locale) {
        var visit = calendar.find(practice.id(), id).orElseThrow(NotFound::new);
        var patient = patients.find(practice.id(), visit.patient()).orElseThrow(NotFound::new);
        var own = practitioners.ofAccount(practice.id(), who.id()).map(Practitioner::id);
        var room = keepRoom.open(practice.id(), id, who.actor());
        var page = new ModelAndView(
                "charting/room", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("practice", practice);
        page.addObject("visitId", id.toString());
        page.addObject("patientName", patient.name());
        page.addObject("typed", typed);
        page.addObject("errors", problems);
        problems.forEach(it -> page.addObject("wrong", it.field()));
        page.addObject("lines", words.lines(practice.id(), room.told(), own.orElse(null), locale));
        page.addObject("offered", room.chaperone().isPresent());
        page.addObject("supervised", !room.supervisions().isEmpty());
        page.addObject("because", because(practice, visit, patient, locale));
        page.addObject(
                "people",
                practitioners.active(practice.id()).stream()
                        .map(it -> new Person(it.id().toString(), it.titledName()))
                        .toList());
        page.addObject("own", own.orElse(visit.practitioner()).toString());
        return page;
    }

    private String because(Practice practice, Appointment visit, Patient patient, Locale locale) {
        return words.regions(askChaperone.because(practice.id(), visit.id(), patient.chart()), locale);
    }
}
