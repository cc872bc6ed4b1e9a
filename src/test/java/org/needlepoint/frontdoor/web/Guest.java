package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.Visitor;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.web.util.HtmlUtils;

/// Somebody who books through the pages of a clinic, form by form, sending what the forms carry.
final class Guest {
    private static final Pattern OPENING = Pattern.compile("name=\"opening\" value=\"([^\"]+)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value|type)=\"([^\"]*)\"");

    private final Visitor visitor;
    private final Clinic.Opened clinic;

    Guest(int port, Clinic.Opened clinic) {
        this.visitor = new Visitor(port);
        this.clinic = clinic;
    }

    /// Reads the pages in a language.
    Guest reading(String language) {
        visitor.with("lang", language);
        return this;
    }

    Visitor visitor() {
        return visitor;
    }

    String path(String rest) {
        return "/p/" + clinic.slug() + rest;
    }

    Answer get(String rest) {
        return visitor.get(path(rest));
    }

    Answer post(String rest, Map<String, String> fields) {
        return visitor.post(
                path(rest),
                fields.entrySet().stream()
                        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    /// What somebody types who can be reached by phone and e-mail.
    static Map<String, String> typed(String name) {
        return new LinkedHashMap<>(Map.of(
                "name", name,
                "birthDate-year", "1988",
                "birthDate-month", "3",
                "birthDate-day", "4",
                "phone", "410 555 0144",
                "email", "typed.by.hand@example.org"));
    }

    static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /// The clinic's openings, as the page of times offers them.
    List<String> openings() {
        return openings(post("/book/times", Map.of("service", clinic.service().toString())));
    }

    static List<String> openings(Answer page) {
        var found = OPENING.matcher(page.body());
        var openings = new ArrayList<String>();
        while (found.find()) {
            openings.add(found.group(1));
        }
        return openings;
    }

    /// What a page's inputs carry, hidden or typed.
    static Map<String, String> inputs(Answer page) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(page.body());
        while (inputs.find()) {
            var attributes = new LinkedHashMap<String, String>();
            var each = ATTRIBUTE.matcher(inputs.group());
            while (each.find()) {
                attributes.put(each.group(1), HtmlUtils.htmlUnescape(each.group(2)));
            }
            var name = attributes.getOrDefault("name", "");
            if (!name.isEmpty() && !name.equals("_csrf") && !"radio".equals(attributes.get("type"))) {
                fields.put(name, attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    Answer hold(String opening, Map<String, String> carried) {
        return post("/book/hold", with(carried, "service", clinic.service().toString(), "opening", opening));
    }

    /// Holds an opening and books it.
    Answer book(String opening, Map<String, String> fields) {
        var page = hold(opening, fields);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return post(
                "/book/details",
                with(
                        inputs(page),
                        fields.entrySet().stream()
                                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new)));
    }

    /// Books the first opening; gives the token of the visit's link.
    String booked(Map<String, String> fields) {
        var booked = book(openings().getFirst(), fields);
        assertThat(booked.status()).as(booked.body()).isEqualTo(303);
        return token(booked);
    }

    static String token(Answer booked) {
        return booked.location().substring(booked.location().lastIndexOf('/') + 1);
    }
}
