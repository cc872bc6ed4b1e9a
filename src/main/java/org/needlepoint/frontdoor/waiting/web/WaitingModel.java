package org.needlepoint.frontdoor.waiting.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Choices;
import org.needlepoint.frontdoor.web.TypedFields;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.waiting.OfferedOpening;
import org.needlepoint.scheduling.waiting.WaitingList;
import org.needlepoint.scheduling.waiting.Wanted;
import org.needlepoint.scheduling.waiting.Wish;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The models of the waiting list's pages.
@Component
class WaitingModel {
    private static final List<Integer> NOTICES = List.of(2, 24, 48);

    private final Choices choices;
    private final Services services;
    private final Patients patients;
    private final Outbox outbox;
    private final MessageSource messages;
    private final Clock clock;

    WaitingModel(
            Choices choices, Services services, Patients patients, Outbox outbox, MessageSource messages, Clock clock) {
        this.choices = choices;
        this.services = services;
        this.patients = patients;
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
    }

    /// Somebody who waits.
    ///
    /// @param contact    how to reach them; empty when nobody can
    /// @param unanswered whether they were asked in vain and are asked no more
    /// @param kept       what is kept for them now and until when; null when nothing is
    /// @param news       whether a message is on its way; null when nothing is kept
    /// @param offer      the offer's id; null when there is none
    record Row(
            String wish,
            String patient,
            String name,
            String contact,
            String service,
            String times,
            String since,
            boolean unanswered,
            @Nullable String kept,
            @Nullable String news,
            @Nullable String offer) {}

    /// Adds what the fields of a wish need to a page.
    void fields(ModelAndView page, Practice practice, WishForm form, List<FieldProblem> problems, Locale locale) {
        page.addObject("form", form);
        page.addObject("services", choices.services(practice, locale));
        page.addObject("practitioners", choices.practitioners(practice, locale));
        page.addObject("locations", choices.locations(practice, locale));
        page.addObject("weekdays", Choices.weekdays(Words.of(practice, locale)));
        page.addObject(
                "notices",
                NOTICES.stream()
                        .map(hours -> new Choice(hours.toString(), say("waiting.notice." + hours, locale), null))
                        .toList());
        page.addObject("errors", problems);
        page.addObject("errorOf", TypedFields.byField(problems));
    }

    List<Row> rows(Practice practice, List<WaitingList.Line> lines, Locale locale) {
        var words = Words.of(practice, locale);
        return lines.stream()
                .flatMap(line -> patients.find(practice.id(), line.wish().patient()).stream()
                        .map(patient -> row(practice, line, patient, words, locale)))
                .toList();
    }

    private Row row(Practice practice, WaitingList.Line line, Patient patient, Words words, Locale locale) {
        var wish = line.wish();
        var offer = line.offer();
        var open = offer != null && offer.isOpen(clock.instant()) ? offer : null;
        return new Row(
                wish.id().toString(),
                patient.id().toString(),
                patient.name(),
                contact(patient.demographics(), words),
                services.find(practice.id(), wish.wanted().service())
                        .map(service -> service.name().in(locale))
                        .orElse(""),
                times(practice, wish.wanted(), words, locale),
                words.date(LocalDate.ofInstant(wish.joinedAt(), practice.zone())),
                wish.state() == Wish.State.UNANSWERED,
                open == null ? null : kept(open, words, locale),
                open == null ? null : news(practice, open, words, locale),
                open == null ? null : open.id().toString());
    }

    private static String contact(Demographics who, Words words) {
        var phone = who.phone();
        return Stream.of(
                        phone == null ? Stream.<String>empty() : Stream.of(words.phone(phone)),
                        Stream.ofNullable(who.email()))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    /// "Tuesday, Thursday, 7:00 AM to 8:00 PM, until December 31, 2026, with Robin Hale".
    private String times(Practice practice, Wanted wanted, Words words, Locale locale) {
        var parts = new ArrayList<String>();
        parts.add(
                wanted.weekdays().size() == DayOfWeek.values().length
                        ? say("waiting.anyDay", locale)
                        : wanted.weekdays().stream()
                                .sorted()
                                .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()))
                                .collect(Collectors.joining(", ")));
        parts.add(say("waiting.between", locale, words.time(wanted.earliest()), words.time(wanted.latest())));
        parts.add(say("waiting.untilDay", locale, words.date(wanted.until())));
        parts.add(say("waiting.noticeHours", locale, wanted.noticeHours()));
        var practitioner = wanted.practitioner();
        if (practitioner != null) {
            parts.add(choices.names(practice).apply(practitioner));
        }
        practice.locations().stream()
                .filter(location -> location.id().equals(wanted.location()))
                .map(Practice.Location::name)
                .forEach(parts::add);
        return String.join(" · ", parts);
    }

    private String kept(OfferedOpening offer, Words words, Locale locale) {
        var start = offer.opening().start();
        var until = offer.expiresAt().atZone(offer.zone());
        return say(
                "waiting.kept",
                locale,
                words.day(start.toLocalDate()),
                words.time(start.toLocalTime()),
                words.day(until.toLocalDate()),
                words.time(until.toLocalTime()));
    }

    /// Who cannot be written to is called.
    private String news(Practice practice, OfferedOpening offer, Words words, Locale locale) {
        if (clock.instant().isBefore(offer.tellAt())) {
            var morning = offer.tellAt().atZone(offer.zone());
            return say("waiting.news.later", locale, words.time(morning.toLocalTime()));
        }
        return outbox.about(practice.id(), offer.id().value()).stream()
                .findFirst()
                .map(line -> say(
                        "waiting.news.message",
                        locale,
                        say("frontdoor.message.state." + line.state().name().toLowerCase(Locale.ROOT), locale)))
                .orElseGet(() -> say("waiting.news.call", locale));
    }

    LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }

    List<FieldProblem> problems(List<TypedFields.Flaw> flaws, Locale locale) {
        return TypedFields.problems(flaws, messages, locale);
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
