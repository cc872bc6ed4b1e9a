package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.calendar.By;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Block;
import org.needlepoint.scheduling.BlockId;
import org.needlepoint.scheduling.Blocking;
import org.needlepoint.scheduling.Blocks;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Time that the desk keeps free of visits: lunch, a meeting, cleaning a room.
@Controller
class BlockPages {
    private static final int LONGEST_LABEL = 200;

    private final Blocks blocks;
    private final Rooms rooms;
    private final Options options;
    private final VisitChangeModel problems;
    private final SayRefusals refusals;
    private final BackToCalendar back;
    private final Clock clock;

    BlockPages(
            Blocks blocks,
            Rooms rooms,
            Options options,
            VisitChangeModel problems,
            SayRefusals refusals,
            BackToCalendar back,
            Clock clock) {
        this.blocks = blocks;
        this.rooms = rooms;
        this.options = options;
        this.problems = problems;
        this.refusals = refusals;
        this.back = back;
        this.clock = clock;
    }

    /// As typed.
    ///
    /// @param whom `practitioner:` or `room:` and an id
    record BlockForm(
            @Nullable String whom,
            @Nullable String date,
            @Nullable String from,
            @Nullable String to,
            @Nullable String label) {}

    @GetMapping("/p/{slug}/calendar/blocks/new")
    ModelAndView form(Practice practice, BlockForm form) {
        var day = form.date() == null ? today(practice).toString() : form.date();
        return page(practice, new BlockForm(form.whom(), day, form.from(), form.to(), form.label()), List.of(), null);
    }

    @PostMapping("/p/{slug}/calendar/blocks")
    ModelAndView add(Practice practice, BlockForm form, SignedIn who, Locale locale) {
        var wrong = new ArrayList<String>();
        var wanted = read(practice, form, wrong);
        if (wanted.isEmpty()) {
            var page = page(practice, form, problems.problems(wrong, locale), null);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (blocks.add(practice.id(), wanted.get(), who.actor())) {
            case Blocking.Blocked(var block) -> {
                var by = block.kind() == Block.Kind.ROOM ? By.ROOM : By.PRACTITIONER;
                yield back.done(
                        practice, new Shown(block.localStart().toLocalDate(), false, by, null), "blocked", null);
            }
            case Blocking refusal -> {
                var text = refusals.of(practice, refusal, wanted.get().zone(), locale);
                var page = page(practice, form, List.of(), text);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    @PostMapping("/p/{slug}/calendar/blocks/{id}/removal")
    ModelAndView remove(Practice practice, @PathVariable UUID id, Shown.Asked asked, SignedIn who) {
        var shown = Shown.of(asked, today(practice));
        return blocks.remove(practice.id(), new BlockId(id), who.actor())
                .map(removed -> back.removed(practice, shown, removed))
                .orElseGet(() -> back.done(practice, shown, "unblocked", null));
    }

    /// Takes a removal back.
    @PostMapping("/p/{slug}/calendar/blocks/{id}/undo")
    ModelAndView putBack(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            Shown.Asked asked,
            SignedIn who,
            Locale locale) {
        var shown = Shown.of(asked, today(practice));
        return switch (blocks.putBack(practice.id(), new BlockId(id), version, who.actor())) {
            case Blocking.Blocked _ -> back.done(practice, shown, "blocked", null);
            case Blocking refusal -> {
                var text = refusals.of(practice, refusal, practice.zone(), locale);
                yield back.refused(practice, shown, Said.refusal(text), who, locale);
            }
        };
    }

    private Optional<Blocks.Wanted> read(Practice practice, BlockForm form, List<String> wrong) {
        var whom = form.whom() == null ? new String[0] : form.whom().split(":");
        Optional<Block.Kind> kind = Optional.empty();
        Optional<UUID> resource = Optional.empty();
        try {
            kind = Optional.of(Block.Kind.of(whom.length == 2 ? whom[0] : ""));
            resource = Optional.of(UUID.fromString(whom.length == 2 ? whom[1] : ""));
        } catch (IllegalArgumentException e) {
            wrong.add("whom");
        }
        var day = date(form.date(), wrong);
        var from = time(form.from(), "from", wrong);
        var to = time(form.to(), "to", wrong);
        var label = form.label() == null ? "" : form.label().strip();
        if (label.length() > LONGEST_LABEL) {
            wrong.add("label");
        }
        if (kind.isEmpty()
                || resource.isEmpty()
                || day.isEmpty()
                || from.isEmpty()
                || to.isEmpty()
                || !wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Blocks.Wanted(
                kind.get(),
                resource.get(),
                day.get().atTime(from.get()),
                end(day.get(), to.get()),
                zone(practice, resource.get()),
                label));
    }

    /// Until midnight is until the end of the day.
    private static LocalDateTime end(LocalDate day, LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to);
    }

    /// A room's own; a practitioner's is that of the practice's first location.
    private ZoneId zone(Practice practice, UUID resource) {
        var place = rooms.active(practice.id()).stream()
                .filter(room -> room.id().value().equals(resource))
                .map(room -> room.location())
                .findFirst();
        return practice.locations().stream()
                .filter(each -> place.isEmpty() || each.id().equals(place.get()))
                .findFirst()
                .map(Practice.Location::zone)
                .orElse(practice.zone());
    }

    private static Optional<LocalDate> date(@Nullable String text, List<String> wrong) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text));
        } catch (DateTimeException e) {
            wrong.add("date");
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(@Nullable String text, String field, List<String> wrong) {
        try {
            return Optional.of(LocalTime.parse(text == null ? "" : text));
        } catch (DateTimeException e) {
            wrong.add(field);
            return Optional.empty();
        }
    }

    private ModelAndView page(Practice practice, BlockForm form, List<FieldProblem> wrong, @Nullable String refusal) {
        var page = new ModelAndView("calendar/block");
        page.addObject("practice", practice);
        page.addObject("form", form);
        page.addObject("whoms", whoms(practice));
        page.addObject("refusal", refusal);
        page.addObject("errors", wrong);
        page.addObject("errorOf", VisitChangeModel.byField(wrong));
        return page;
    }

    private List<Choice> whoms(Practice practice) {
        var whoms = new ArrayList<Choice>();
        options.practitioners(practice)
                .forEach(each -> whoms.add(new Choice("practitioner:" + each.value(), each.label(), null)));
        rooms.active(practice.id()).forEach(room -> whoms.add(new Choice("room:" + room.id(), room.name(), null)));
        return whoms;
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
