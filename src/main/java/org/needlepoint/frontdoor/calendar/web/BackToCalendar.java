package org.needlepoint.frontdoor.calendar.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Block;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Ways back to the calendar after something was done there, or was not.
@Component
class BackToCalendar {
    private final CalendarModel model;

    BackToCalendar(CalendarModel model) {
        this.model = model;
    }

    /// To where it was done, which then says so.
    ///
    /// @param visit with which visit; null: with none
    ModelAndView done(Practice practice, Shown shown, String done, @Nullable Appointment visit) {
        return to(practice, shown, done, visit == null ? "" : "&visit=" + visit.id() + "&version=" + visit.version());
    }

    /// The same after a block was removed, which can be undone.
    ModelAndView removed(Practice practice, Shown shown, Block block) {
        return to(practice, shown, "unblocked", "&block=" + block.id() + "&version=" + block.version());
    }

    /// The same after it was said that a practitioner is late, or on time again.
    ModelAndView done(Practice practice, Shown shown, PractitionerId late) {
        return to(practice, shown, "late", "&practitioner=" + late);
    }

    private static ModelAndView to(Practice practice, Shown shown, String done, String about) {
        var redirect =
                new RedirectView("/p/" + practice.slug() + "/calendar" + shown.query() + "&done=" + done + about);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /// The calendar as it stands, with the reason above it.
    ModelAndView refused(Practice practice, Shown shown, Said said, SignedIn who, Locale locale) {
        var page = model.page(practice, shown, who, locale);
        page.addObject("said", said);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
