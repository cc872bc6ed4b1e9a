package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.examination.DrawingsOverTime;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.PatientId;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// A patient's drawings, then and now, over each other.
@Controller
class DrawingsPages {
    private final DrawingsOverTime drawings;
    private final DrawingsModel model;

    DrawingsPages(DrawingsOverTime drawings, DrawingsModel model) {
        this.drawings = drawings;
        this.model = model;
    }

    @GetMapping("/p/{slug}/patients/{id}/drawings")
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var opened =
                drawings.open(practice.id(), new PatientId(id), who.actor()).orElseThrow(NotFound::new);
        var page = new ModelAndView("examination/drawings");
        page.addObject("patient", id.toString());
        page.addObject("patientName", opened.patient().name());
        page.addObject("lines", model.lines(opened.drawings(), locale));
        page.addObject("views", model.views(opened.drawings(), locale));
        page.addObject("pageScripts", List.of("explore"));
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }
}
