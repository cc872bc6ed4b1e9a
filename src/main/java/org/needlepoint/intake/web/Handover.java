package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignIns;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Hands the practice's tablet to the patient: the staff's sign-in is locked and the visit's pages are open, nothing
/// else.
@Controller
class Handover {
    private static final Duration LINK = Duration.ofHours(2);

    private final StaffVisits visits;
    private final Doorway door;
    private final SignedLinks links;
    private final SignIns signIns;
    private final Clock clock;

    Handover(StaffVisits visits, Doorway door, SignedLinks links, SignIns signIns, Clock clock) {
        this.visits = visits;
        this.door = door;
        this.links = links;
        this.signIns = signIns;
        this.clock = clock;
    }

    /// @param to `injection-consent` to read and sign that; else the list of tasks
    @PostMapping("/p/{slug}/appointments/{visit}/handover")
    ModelAndView hand(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam(defaultValue = "") String to,
            SignedIn who,
            SignInState state,
            HttpServletResponse response) {
        visits.open(practice, visit, who);
        if (state instanceof SignInState.Active active) {
            signIns.lock(practice.id(), active.key());
        }
        var token = links.issue(
                practice.id(),
                SignedLinks.Purpose.PREPARE_VISIT,
                visit,
                clock.instant().plus(LINK));
        door.open(practice, visit, Doorway.path(practice, token), response);
        var tasks = Doorway.path(practice, token);
        var injections = ConsentTo.INJECTION.document();
        return Pages.to(to.equals(injections) ? tasks + "/" + injections : tasks);
    }
}
