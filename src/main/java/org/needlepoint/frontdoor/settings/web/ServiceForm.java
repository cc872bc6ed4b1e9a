package org.needlepoint.frontdoor.settings.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Profession;
import org.needlepoint.scheduling.Audience;
import org.needlepoint.scheduling.Demands;
import org.needlepoint.scheduling.Equipment;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.ReviseServices.By;
import org.needlepoint.scheduling.ReviseServices.Terms;
import org.needlepoint.scheduling.ReviseServices.Window;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.ServicePlan;
import org.needlepoint.scheduling.ServiceWindow;
import org.needlepoint.scheduling.hours.PastedHours;
import org.needlepoint.shared.Money;

/// Reads the form for a service.
///
/// @param people   who treat
/// @param places   of the practice
/// @param currency of prices
/// @param chosen   the values of fields that have several
record ServiceForm(
        List<Practitioner> people, List<java.util.UUID> places, Currency currency, Map<String, List<String>> chosen) {
    /// Fields of the parts of a visit, in order: hands-on, needles in, and so on.
    static final List<String> PARTS = List.of("handsOn1", "needlesIn1", "handsOn2", "needlesIn2", "handsOn3");

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 400;
    private static final int LONGEST_VISIT = 480;
    private static final Pattern PRICE = Pattern.compile("\\$?\\s*(\\d{1,6}(\\.\\d{2})?)");
    private static final Pattern CREDENTIAL = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// Everything that was said; empty when something is wrong with the fields.
    Optional<Terms> read(Fields fields) {
        var name = fields.texts("name", LONGEST_NAME, "hours.service.name.missing");
        var description = fields.texts("description", LONGEST_DESCRIPTION, "hours.service.description.missing");
        var modality = coded(fields, "modality", Modality.values(), Modality::code);
        var audience = coded(fields, "audience", Audience.values(), Audience::code);
        boolean needling = fields.given("needling");
        var segments = segments(fields);
        if (modality != null && modality != Modality.IN_PERSON && (needling || hasNeedlesIn(segments))) {
            fields.wrong("modality", "hours.service.modality.needles");
        }
        var price = price(fields);
        var position = fields.number("position", 0, 999);
        var grid = fields.number("grid", 5, 240);
        var notice = fields.number("notice", 0, 43_200);
        var horizon = fields.number("horizon", 1, 730);
        var cancellation = fields.number("cancellation", 0, 336);
        var before = fields.number("bufferBefore", 0, 120);
        var after = fields.number("bufferAfter", 0, 120);
        var professions = professions();
        var credential = credential(fields, "credential");
        var by = by(fields, professions);
        var windows = windows(fields);
        if (!fields.fine() || modality == null || audience == null || price == null) {
            return Optional.empty();
        }
        var demands = new Demands(
                before.orElseThrow(),
                after.orElseThrow(),
                professions,
                credential,
                equipment(),
                fields.given("fewestGaps"));
        var plan = new ServicePlan(
                name,
                description,
                segments,
                modality,
                audience,
                needling,
                price,
                grid.orElseThrow(),
                notice.orElseThrow(),
                horizon.orElseThrow(),
                cancellation.orElseThrow(),
                position.orElseThrow(),
                demands);
        return Optional.of(new Terms(plan, by, windows));
    }

    /// The fields of a service with one value, to change it.
    static Map<String, String> typed(Service service, List<ServiceWindow> windows) {
        var typed = new HashMap<String, String>();
        typed.put("nameEn", service.name().en());
        typed.put("nameEs", service.name().es());
        typed.put("descriptionEn", service.description().en());
        typed.put("descriptionEs", service.description().es());
        typed.put("modality", service.modality().code());
        typed.put("audience", service.audience().code());
        typed.put("price", BigDecimal.valueOf(service.price().cents(), 2).toPlainString());
        typed.put("position", String.valueOf(service.position()));
        typed.put("grid", String.valueOf(service.gridMinutes()));
        typed.put("notice", String.valueOf(service.minimumNoticeMinutes()));
        typed.put("horizon", String.valueOf(service.horizonDays()));
        typed.put("cancellation", String.valueOf(service.cancellationHours()));
        typed.put("bufferBefore", String.valueOf(service.demands().bufferBefore()));
        typed.put("bufferAfter", String.valueOf(service.demands().bufferAfter()));
        typed.put(
                "credential",
                Optional.ofNullable(service.demands().credential()).orElse(""));
        if (service.needling()) {
            typed.put("needling", "yes");
        }
        if (service.demands().fewestGaps()) {
            typed.put("fewestGaps", "yes");
        }
        int part = 0;
        for (var segment : service.segments()) {
            int at = part + (isNeedlesIn(part) == (segment.presence() == Segment.Presence.NEEDLES_IN) ? 0 : 1);
            if (at < PARTS.size()) {
                typed.put(PARTS.get(at), String.valueOf(segment.minutes()));
            }
            part = at + 1;
        }
        for (var audience : Audience.values()) {
            typed.put(
                    windowField(audience),
                    windows.stream()
                            .filter(window -> window.audience() == audience)
                            .map(window -> window.weekday().name().charAt(0)
                                    + window.weekday().name().substring(1, 3).toLowerCase(Locale.ROOT) + " "
                                    + window.opens() + "-" + window.closes())
                            .collect(Collectors.joining("; ")));
        }
        return typed;
    }

    static String windowField(Audience audience) {
        return "windows-" + audience.code();
    }

    private static boolean isNeedlesIn(int part) {
        return part % 2 == 1;
    }

    private static boolean hasNeedlesIn(List<Segment> segments) {
        return segments.stream().anyMatch(segment -> segment.presence() == Segment.Presence.NEEDLES_IN);
    }

    /// Needles that go in come out: each part with needles in is followed by hands.
    private static List<Segment> segments(Fields fields) {
        var segments = new ArrayList<Segment>();
        for (int part = 0; part < PARTS.size(); part++) {
            var field = PARTS.get(part);
            if (!fields.given(field) && part > 0) {
                continue;
            }
            var minutes = fields.number(field, 1, LONGEST_VISIT);
            if (minutes.isEmpty()) {
                return List.of();
            }
            if (isNeedlesIn(part) && !fields.given(PARTS.get(part + 1))) {
                fields.wrong(PARTS.get(part + 1), "hours.service.parts.out");
                return List.of();
            }
            segments.add(
                    isNeedlesIn(part) ? Segment.needlesIn(minutes.getAsInt()) : Segment.handsOn(minutes.getAsInt()));
        }
        int together = segments.stream().mapToInt(Segment::minutes).sum();
        if (together < 5 || together > LONGEST_VISIT) {
            fields.wrong(PARTS.getFirst(), "hours.service.parts.together", 5, LONGEST_VISIT, together);
        }
        return segments;
    }

    private static <T> @Nullable T coded(Fields fields, String field, T[] values, Function<T, String> code) {
        var typed = fields.text(field);
        for (var value : values) {
            if (code.apply(value).equals(typed)) {
                return value;
            }
        }
        fields.wrong(field, "hours.wrong.choice");
        return null;
    }

    private @Nullable Money price(Fields fields) {
        var price = PRICE.matcher(fields.text("price"));
        if (!price.matches()) {
            fields.wrong("price", "hours.service.price.wrong");
            return null;
        }
        return new Money(new BigDecimal(price.group(1)).movePointRight(2).longValueExact(), currency);
    }

    private Set<Profession> professions() {
        return Arrays.stream(Profession.values())
                .filter(each -> chosen("professions").contains(each.code()))
                .collect(Collectors.toSet());
    }

    private List<Equipment.Kind> equipment() {
        return Arrays.stream(Equipment.Kind.values())
                .filter(each -> chosen("equipment").contains(each.code()))
                .toList();
    }

    /// As people write it, too: "Dry needling course".
    static @Nullable String credential(Fields fields, String field) {
        var typed = fields.text(field).toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.length() > 60 || !CREDENTIAL.matcher(typed).matches()) {
            fields.wrong(field, "hours.credential.wrong");
        }
        return typed;
    }

    private Set<By> by(Fields fields, Set<Profession> professions) {
        var by = new HashSet<By>();
        for (var person : people) {
            for (var place : places) {
                if (chosen("by").contains(value(person, place))) {
                    if (!professions.isEmpty() && !professions.contains(person.profession())) {
                        fields.wrong("by", "hours.service.by.profession", person.titledName());
                    }
                    by.add(new By(person.id(), place));
                }
            }
        }
        return by;
    }

    static String value(Practitioner person, java.util.UUID place) {
        return person.id() + " " + place;
    }

    private static List<Window> windows(Fields fields) {
        var windows = new ArrayList<Window>();
        for (var audience : Audience.values()) {
            var field = windowField(audience);
            if (!fields.given(field)) {
                continue;
            }
            switch (PastedHours.read(fields.text(field))) {
                case PastedHours.Reading.Week(var hours) ->
                    hours.forEach(
                            each -> windows.add(new Window(audience, each.weekday(), each.opens(), each.closes())));
                case PastedHours.Reading.Flawed(var flaws) -> {
                    var flaw = flaws.getFirst();
                    fields.wrong(field, WeekForm.keyOf(flaw), flaw.piece());
                }
            }
        }
        return windows;
    }

    private List<String> chosen(String field) {
        return chosen.getOrDefault(field, List.of());
    }
}
