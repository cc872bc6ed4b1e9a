package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.ConfirmAppointment;
import org.needlepoint.web.TodayPanel;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The practice's day: every visit in order, and beside it what modules want people to see today.
@Controller
class TodayPages {
    private final Calendar calendar;
    private final List<TodayPanel> panels;
    private final MapViews map;
    private final ConfirmAppointment confirmAppointment;
    private final DelayWords delays;
    private final MessageSource messages;
    private final Clock clock;

    TodayPages(
            Calendar calendar,
            List<TodayPanel> panels,
            MapViews map,
            ConfirmAppointment confirmAppointment,
            DelayWords delays,
            MessageSource messages,
            Clock clock) {
        this.calendar = calendar;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(TodayPanel::order))
                .toList();
        this.map = map;
        this.confirmAppointment = confirmAppointment;
        this.delays = delays;
        this.messages = messages;
        this.clock = clock;
    }

    /// A visit of the day.
    ///
    /// @param css  the row's look: done, now, or nothing
    /// @param pain what was marked, in words; empty for nothing
    /// @param flag the answers' level in words; null for none
    /// @param step what usually comes next; null for nothing, or for what the visit's own page does
    record Visit(
            String id,
            String time,
            String isoTime,
            String length,
            String patient,
            String what,
            String state,
            String tag,
            String css,
            boolean provisional,
            String pain,
            @Nullable String flag,
            boolean flagUrgent,
            @Nullable Step step) {}

    /// What usually comes next for a visit, in one tap; the version is what the tap goes by.
    record Step(String state, String label, int version) {}

    @GetMapping("/p/{slug}/today")
    ModelAndView today(Practice practice, @RequestParam Optional<String> date, Locale locale) {
        var words = Words.of(practice, locale);
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var day = date.flatMap(TodayPages::read).orElse(today);
        var lines = calendar.day(practice.id(), day);
        var page = new ModelAndView("frontdoor/today");
        page.addObject("title", words.dayAndYear(day));
        page.addObject("isToday", day.equals(today));
        page.addObject("previous", day.minusDays(1).toString());
        page.addObject("next", day.plusDays(1).toString());
        page.addObject(
                "visits",
                lines.stream().map(line -> visit(practice, line, words, locale)).toList());
        page.addObject(
                "count",
                lines.stream()
                        .filter(line -> line.appointment().status() != Appointment.Status.CANCELLED)
                        .count());
        page.addObject("coming", coming(practice, lines));
        page.addObject(
                "late",
                delays.tags(
                        practice, lines.stream().map(Calendar.Line::appointment).toList(), locale));
        page.addObject("panels", List.of());
        if (day.equals(today)) {
            panels.forEach(panel -> page.addAllObjects(panel.model(practice.id())));
            page.addObject("panels", panels.stream().map(TodayPanel::template).toList());
        }
        return page;
    }

    /// The ids of visits that have not begun, of patients who said that they are coming.
    private Set<String> coming(Practice practice, List<Calendar.Line> lines) {
        var booked = lines.stream()
                .map(Calendar.Line::appointment)
                .filter(visit -> visit.status() == Appointment.Status.BOOKED)
                .map(Appointment::id)
                .toList();
        return confirmAppointment.confirmed(practice.id(), booked).stream()
                .map(AppointmentId::toString)
                .collect(Collectors.toSet());
    }

    /// Any day of three centuries; anything else is today.
    private static Optional<LocalDate> read(String written) {
        try {
            var day = LocalDate.parse(written);
            return day.getYear() < 1900 || day.getYear() > 2200 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Visit visit(Practice practice, Calendar.Line line, Words words, Locale locale) {
        var appointment = line.appointment();
        var report = calendar.painOf(practice.id(), appointment.id());
        var level = Levels.of(report);
        return new Visit(
                appointment.id().toString(),
                words.time(appointment.localStart().toLocalTime()),
                appointment.start().toOffsetDateTime().toString(),
                say(
                        "frontdoor.today.minutes",
                        locale,
                        Duration.between(appointment.startsAt(), appointment.endsAt())
                                .toMinutes()),
                line.patient(),
                say("frontdoor.today.line", locale, appointment.serviceName().in(locale), line.practitioner()),
                say("frontdoor.status." + appointment.status().code(), locale),
                tag(appointment.status()),
                css(appointment),
                line.provisional(),
                String.join(", ", marked(report, locale)),
                level.map(word -> say("frontdoor.level." + word, locale)).orElse(null),
                level.filter(Levels::urgent).isPresent(),
                step(appointment, locale));
    }

    private @Nullable Step step(Appointment appointment, Locale locale) {
        return switch (appointment.status()) {
            case BOOKED -> step("arrived", appointment, locale);
            case ARRIVED -> step("roomed", appointment, locale);
            case ROOMED, IN_SESSION, COMPLETED, NO_SHOW, CANCELLED -> null;
        };
    }

    private Step step(String state, Appointment appointment, Locale locale) {
        return new Step(state, say("frontdoor.status." + state, locale), appointment.version());
    }

    private List<String> marked(org.needlepoint.scheduling.PainReport report, Locale locale) {
        return report.marks().stream()
                .map(mark -> map.label(mark.zone(), mark.side(), locale) + " " + Math.round(mark.intensity()))
                .toList();
    }

    private static String tag(Appointment.Status status) {
        return switch (status) {
            case BOOKED -> "np-tag--outline";
            case ARRIVED -> "np-tag--amber";
            case ROOMED -> "np-tag--teal";
            case IN_SESSION -> "np-tag--copper";
            case COMPLETED -> "np-tag--green";
            case NO_SHOW, CANCELLED -> "np-tag--red";
        };
    }

    private String css(Appointment appointment) {
        var now = clock.instant();
        if (appointment.status() == Appointment.Status.COMPLETED
                || appointment.status() == Appointment.Status.CANCELLED
                || now.isAfter(appointment.endsAt())) {
            return "np-visit--done";
        }
        return now.isBefore(appointment.startsAt()) ? "" : "np-visit--now";
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
