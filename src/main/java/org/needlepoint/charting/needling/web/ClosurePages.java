package org.needlepoint.charting.needling.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Closure;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.Device;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.charting.ledger.RetainedSearch;
import org.needlepoint.charting.ledger.RetainedSearch.Imaging;
import org.needlepoint.charting.ledger.RetainedSearch.Told;
import org.needlepoint.charting.needling.CloseSession;
import org.needlepoint.charting.needling.OpenSession;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Closing a session: three counts while the running figure is hidden (rule C7), or the way over a needle that a search
/// did not find.
@Controller
@RequestMapping("/p/{slug}/sessions/{id}")
class ClosurePages {
    /// Counts up to here are one tap; more are typed.
    private static final List<Integer> TAPS =
            IntStream.rangeClosed(0, 20).boxed().toList();

    private final CloseSession closeSession;
    private final OpenSession openSession;
    private final Say say;

    ClosurePages(CloseSession closeSession, OpenSession openSession, Say say) {
        this.closeSession = closeSession;
        this.openSession = openSession;
        this.say = say;
    }

    /// A form of counts as it was sent: a tap, or a typed number for more than the taps offer.
    record CountForm(
            @Nullable Integer opened,
            @Nullable Integer openedMore,
            @Nullable Integer unused,
            @Nullable Integer unusedMore,
            @Nullable Integer sharps,
            @Nullable Integer sharpsMore) {
        @Nullable
        Counts counts() {
            var one = openedMore == null ? opened : openedMore;
            var two = unusedMore == null ? unused : unusedMore;
            var three = sharpsMore == null ? sharps : sharpsMore;
            if (one == null || two == null || three == null) {
                return null;
            }
            return fits(one) && fits(two) && fits(three) ? new Counts(one, two, three) : null;
        }

        private static boolean fits(int count) {
            return count >= 0 && count <= 500;
        }
    }

    @GetMapping("/closure")
    ModelAndView ask(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var session = openSession.read(practice.id(), new SessionId(id));
        if (session.state().isClosed()) {
            return SessionPages.back(practice, id);
        }
        return closure(practice, id, "ask", null, HttpStatus.OK, who, locale);
    }

    @PostMapping("/closure")
    ModelAndView close(Practice practice, @PathVariable UUID id, CountForm form, SignedIn who, Locale locale) {
        var counts = form.counts();
        if (counts == null) {
            return closure(practice, id, "incomplete", form, HttpStatus.UNPROCESSABLE_CONTENT, who, locale);
        }
        var closure = closeSession.close(practice.id(), new SessionId(id), counts, who.actor());
        return answer(practice, id, closure, form, who, locale);
    }

    private ModelAndView answer(
            Practice practice, UUID id, Closure closure, @Nullable CountForm form, SignedIn who, Locale locale) {
        var state = switch (closure) {
            case Closure.Closed _, Closure.AlreadyClosed _ -> null;
            case Closure.NeedlesInSitu _ -> "in-situ";
            case Closure.InsertionsMissing _ -> "strange";
            case Closure.Unaccounted _ -> "missing";
            case Closure.NothingMissing _ -> "ask";
            case Closure.DevicesPending _ -> "devices";
            case Closure.CountsDisagree _ -> "disagree";
        };
        if (state == null) {
            return SessionPages.back(practice, id);
        }
        boolean countAnew = closure instanceof Closure.CountsDisagree;
        var page = closure(practice, id, state, countAnew ? null : form, HttpStatus.UNPROCESSABLE_CONTENT, who, locale);
        if (closure instanceof Closure.CountsDisagree disagreement) {
            page.addObject(
                    "doubts",
                    disagreement.doubts().stream().map(ClosurePages::code).toList());
        }
        return page;
    }

    /// A device that has not sent everything.
    ///
    /// @param heard   when something last came from it
    /// @param needles how many needles it has charted, as far as is known
    record Waiting(String id, String heard, long needles) {}

    private List<Waiting> waitedFor(Practice practice, SessionView session, Locale locale) {
        return session.state().devices().stream()
                .filter(Device::pending)
                .map(device -> {
                    var sent = session.entries().stream()
                            .filter(it -> it.device().equals(device.id()))
                            .toList();
                    var heard = sent.stream().map(LedgerEntry::recordedAt).max(Comparator.naturalOrder());
                    return new Waiting(
                            device.id().toString(),
                            heard.map(it -> say.time(it, practice, locale)).orElse(""),
                            sent.stream()
                                    .filter(it -> it.event() instanceof LedgerEvent.Inserted)
                                    .count());
                })
                .toList();
    }

    /// A device will not come back: somebody counted by hand what was used.
    @PostMapping("/devices/{device}/lost")
    ModelAndView lost(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID device,
            @RequestParam(required = false) @Nullable Integer handCount,
            SignedIn who,
            Locale locale) {
        if (handCount == null || !CountForm.fits(handCount)) {
            return closure(practice, id, "hand-count", null, HttpStatus.UNPROCESSABLE_CONTENT, who, locale);
        }
        closeSession.giveUp(practice.id(), new SessionId(id), new DeviceId(device), handCount, who.actor());
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/p/{slug}/sessions/{id}/closure")
                        .build(practice.slug(), id));
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ModelAndView closure(
            Practice practice,
            UUID id,
            String state,
            @Nullable CountForm form,
            HttpStatus status,
            SignedIn who,
            Locale locale) {
        var page = page("charting/closure", practice, id, status, who, locale);
        page.addObject("state", state);
        page.addObject("doubts", List.of());
        page.addObject("taps", TAPS);
        page.addObject("form", form == null ? new CountForm(null, null, null, null, null, null) : form);
        return page;
    }

    /// The form of the retained path as it was sent.
    record RetainedForm(
            @Nullable List<Place> searched,
            @Nullable Imaging imaging,
            @Nullable List<Told> told,
            @Nullable String words) {
        @Nullable
        RetainedSearch search() {
            if (searched == null || imaging == null || told == null || words == null) {
                return null;
            }
            boolean complete =
                    !searched.isEmpty() && told.contains(Told.PATIENT) && !words.isBlank() && words.length() <= 2000;
            return complete ? new RetainedSearch(searched, imaging, told, words.strip()) : null;
        }
    }

    @GetMapping("/retained")
    ModelAndView askRetained(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var session = openSession.read(practice.id(), new SessionId(id));
        if (session.state().isClosed() || session.state().missing().isEmpty()) {
            return SessionPages.back(practice, id);
        }
        return retained(practice, id, false, null, HttpStatus.OK, who, locale);
    }

    @PostMapping("/retained")
    ModelAndView closeWithRetained(
            Practice practice, @PathVariable UUID id, RetainedForm form, SignedIn who, Locale locale) {
        var search = form.search();
        if (search == null) {
            return retained(practice, id, true, form, HttpStatus.UNPROCESSABLE_CONTENT, who, locale);
        }
        var closure = closeSession.closeWithRetained(practice.id(), new SessionId(id), search, who.actor());
        return answer(practice, id, closure, null, who, locale);
    }

    private ModelAndView retained(
            Practice practice,
            UUID id,
            boolean incomplete,
            @Nullable RetainedForm form,
            HttpStatus status,
            SignedIn who,
            Locale locale) {
        var page = page("charting/retained", practice, id, status, who, locale);
        page.addObject("incomplete", incomplete);
        page.addObject("places", Place.values());
        page.addObject("imagings", Imaging.values());
        page.addObject("people", Told.values());
        page.addObject("form", form == null ? new RetainedForm(List.of(), null, List.of(), "") : form);
        return page;
    }

    private ModelAndView page(String view, Practice practice, UUID id, HttpStatus status, SignedIn who, Locale locale) {
        var session = openSession.read(practice.id(), new SessionId(id));
        var page = new ModelAndView(view, status);
        page.addObject("sessionId", id.toString());
        page.addObject("account", who.id().toString());
        page.addObject("missing", session.state().missing().size());
        page.addObject("waitedFor", waitedFor(practice, session, locale));
        page.addObject("pageScripts", List.of("charting"));
        return page;
    }
}
