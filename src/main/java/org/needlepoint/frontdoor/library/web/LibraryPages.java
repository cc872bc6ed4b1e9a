package org.needlepoint.frontdoor.library.web;

import java.util.Locale;
import java.util.Optional;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.frontdoor.library.DescribeAilment;
import org.needlepoint.frontdoor.library.DescribeMuscle;
import org.needlepoint.frontdoor.library.Library;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Muscles and conditions to read about. Staff see hazards and percentages; everybody else sees neither (rule C10), and
/// nothing before a clinician of the practice has signed the set (rule C11).
@Controller
@RequestMapping("/p/{slug}/library")
class LibraryPages {
    private final Library library;
    private final DescribeMuscle muscles;
    private final DescribeAilment ailments;
    private final Knowledge knowledge;
    private final ContentSets content;

    LibraryPages(
            Library library,
            DescribeMuscle muscles,
            DescribeAilment ailments,
            Knowledge knowledge,
            ContentSets content) {
        this.library = library;
        this.muscles = muscles;
        this.ailments = ailments;
        this.knowledge = knowledge;
        this.content = content;
    }

    @GetMapping
    ModelAndView search(
            Practice practice, @RequestParam(defaultValue = "") String q, Optional<SignedIn> who, Locale locale) {
        if (isClosed(practice, who)) {
            return closed();
        }
        var typed = q.strip();
        var page = page("frontdoor/library/search", who);
        page.addObject("typed", typed);
        page.addObject("muscles", library.musclesCalled(typed, locale));
        page.addObject(
                "conditions", typed.isEmpty() ? library.ailments(locale) : library.ailmentsCalled(typed, locale));
        page.addObject("shelves", library.shelves(locale));
        return page;
    }

    @GetMapping("/muscles/{id}")
    ModelAndView muscle(Practice practice, @PathVariable String id, Optional<SignedIn> who, Locale locale) {
        if (isClosed(practice, who)) {
            return closed();
        }
        var muscle = knowledge.muscle(id).orElseThrow(NotFound::new);
        if (muscle.replacedBy() != null) {
            return moved(practice, "/muscles/" + muscle.replacedBy());
        }
        var page = page("frontdoor/library/muscle", who);
        page.addObject("muscle", muscles.describe(muscle, isStaff(who), locale));
        return page;
    }

    @GetMapping("/conditions/{id}")
    ModelAndView condition(Practice practice, @PathVariable String id, Optional<SignedIn> who, Locale locale) {
        if (isClosed(practice, who)) {
            return closed();
        }
        var ailment = knowledge.ailment(id).orElseThrow(NotFound::new);
        if (ailment.replacedBy() != null) {
            return moved(practice, "/conditions/" + ailment.replacedBy());
        }
        var page = page("frontdoor/library/condition", who);
        page.addObject("condition", ailments.describe(ailment, isStaff(who), locale));
        return page;
    }

    private static boolean isStaff(Optional<SignedIn> who) {
        return who.filter(person -> person.kind() == SignedIn.Kind.STAFF).isPresent();
    }

    private boolean isClosed(Practice practice, Optional<SignedIn> who) {
        return !isStaff(who) && !content.published(practice, ContentSet.LOCATOR);
    }

    private static ModelAndView closed() {
        var page = new ModelAndView("frontdoor/library/unpublished");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static ModelAndView moved(Practice practice, String to) {
        return new ModelAndView("redirect:/p/" + practice.slug() + "/library" + to);
    }

    private static ModelAndView page(String view, Optional<SignedIn> who) {
        var page = new ModelAndView(view);
        page.addObject("staff", isStaff(who));
        page.addObject("emergencyLine", !isStaff(who));
        return page;
    }
}
