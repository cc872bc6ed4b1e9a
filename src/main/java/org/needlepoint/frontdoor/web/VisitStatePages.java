package org.needlepoint.frontdoor.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.frontdoor.PreparingAVisit;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.MoveVisitOn.Progress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Where a visit stands on its day, in one tap from the day's list or the visit's page.
@Controller
class VisitStatePages {
    private final MoveVisitOn moveVisitOn;
    private final PreparingAVisit preparing;
    private final VisitPages visitPages;
    private final ObstacleWords obstacleWords;

    VisitStatePages(
            MoveVisitOn moveVisitOn, PreparingAVisit preparing, VisitPages visitPages, ObstacleWords obstacleWords) {
        this.moveVisitOn = moveVisitOn;
        this.preparing = preparing;
        this.visitPages = visitPages;
        this.obstacleWords = obstacleWords;
    }

    /// @param from where to go back to: `day`, or the visit's page
    @PostMapping("/p/{slug}/appointments/{id}/state")
    ModelAndView move(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String state,
            @RequestParam(defaultValue = "visit") String from,
            SignedIn who,
            Locale locale) {
        return switch (moveVisitOn.to(practice.id(), new AppointmentId(id), version, status(state), who.actor())) {
            case Progress.Now(var visit) -> back(practice, visit, from, "");
            case Progress.NotPossible(var visit) -> back(practice, visit, "visit", "?done=stays");
            case Progress.ChangedMeanwhile(var now) -> back(practice, now, "visit", "?done=changed");
            case Progress.InTheWay(var visit, var obstacles) -> {
                var why = obstacleWords.of(practice, obstacles, visit.zone(), locale);
                var page = visitPages.page(practice, id, why, who, locale);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    private static Appointment.Status status(String code) {
        return Arrays.stream(Appointment.Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    @PostMapping("/p/{slug}/appointments/{id}/preparation")
    ModelAndView sendPreparation(Practice practice, @PathVariable UUID id, SignedIn who) {
        var sent = switch (preparing.send(practice, new AppointmentId(id), who.actor())) {
            case QUEUED -> "sent";
            case NO_CONTACT -> "no-contact";
        };
        return redirect(practice, "/appointments/" + id + "?done=" + sent);
    }

    private static ModelAndView back(Practice practice, Appointment visit, String from, String query) {
        var path = from.equals("day")
                ? "/today?date=" + visit.localStart().toLocalDate() + "#visit-" + visit.id()
                : "/appointments/" + visit.id() + query;
        return redirect(practice, path);
    }

    private static ModelAndView redirect(Practice practice, String path) {
        var redirect = new RedirectView("/p/" + practice.slug() + path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
