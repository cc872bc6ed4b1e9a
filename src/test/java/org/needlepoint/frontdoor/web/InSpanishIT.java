package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.inputs;
import static org.needlepoint.frontdoor.web.Guest.openings;
import static org.needlepoint.frontdoor.web.Guest.typed;
import static org.needlepoint.frontdoor.web.Guest.with;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.util.HtmlUtils;

/// Whoever reads Spanish reads Spanish to the end, also where something goes wrong.
@IntegrationTest
@ActiveProfiles("demo")
class InSpanishIT {
    private static final Pattern SERVICE = Pattern.compile("name=\"service\" value=\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");
    private static final Map<String, String> BACK = Map.of("mark", "lumbar:R", "intensity-lumbar-R", "6");

    @Value("${spring.messages.basename}")
    List<String> basenames;

    @LocalServerPort
    int port;

    private Guest guest;
    private final Set<String> english = new HashSet<>();
    private final List<Pattern> filled = new ArrayList<>();
    private final List<String> leftovers = new ArrayList<>();

    @BeforeEach
    void chooseAServiceAndLearnEnglish() {
        var services = new Guest(port, "lakeview", "").get("/book").body();
        var service = SERVICE.matcher(services);
        assertThat(service.find()).isTrue();
        guest = new Guest(port, "lakeview", service.group(1)).reading("es");
        for (var basename : basenames) {
            var spanish = texts(basename + "_es");
            texts(basename).forEach((key, text) -> {
                if (!text.equals(spanish.get(key))) {
                    learn(text.replace("''", "'"));
                }
            });
        }
    }

    /// Whole texts, and texts with a place for an argument where enough is left to know them by.
    private void learn(String text) {
        if (!text.contains("{")) {
            english.add(text);
        } else if (text.replaceAll("\\{[^}]*}", "").length() > 12 && !text.contains("choice")) {
            filled.add(Pattern.compile(
                    Stream.of(text.split("\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining(".+"))));
        }
    }

    private boolean isEnglish(String text) {
        return !text.equals("English") // the switch names each language in its own
                && (english.contains(text)
                        || filled.stream().anyMatch(each -> each.matcher(text).matches()));
    }

    private static Map<String, String> texts(String name) {
        var properties = new Properties();
        try (var file = InSpanishIT.class.getResourceAsStream("/" + name + ".properties")) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var texts = new LinkedHashMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private void read(String what, int status, String heading, Answer page) {
        assertThat(page.status()).as(what).isEqualTo(status);
        assertThat(page.body()).as(what).contains("<html lang=\"es\"", heading);
        var texts = TEXT.matcher(page.body());
        while (texts.find()) {
            var text = HtmlUtils.htmlUnescape(texts.group(1)).strip();
            if (isEnglish(text)) {
                leftovers.add(what + ": " + text);
            }
        }
    }

    @Test
    void the_site_and_the_way_to_a_visit_and_back_are_spanish() {
        read("site", 200, "Hoy", guest.get(""));
        read("needling", 200, "punción seca", guest.get("/dry-needling"));
        read("privacy", 200, "<h1>", guest.get("/privacy"));
        read("accessibility", 200, "<h1>", guest.get("/accessibility"));
        read("map", 200, "<h1>¿Dónde le duele", guest.get("/pain"));
        read("nothing marked", 422, "<h1>¿Dónde le duele", guest.post("/pain/questions", Map.of()));
        read("questions", 200, "<h1>", guest.post("/pain/questions", BACK));
        read("result", 200, "<h1>", guest.post("/pain/result", with(BACK, "answer-first-back-pain-older", "unsure")));
        read("emergency", 200, "911", guest.post("/pain/result", with(BACK, "answer-chest-tight-sweaty", "yes")));
        read("services", 200, "Primera visita", guest.post("/book", BACK));

        var opening = guest.openings().getLast();
        var details = guest.hold(opening, BACK);
        read("details", 200, "<h1>", details);
        read("nothing typed", 422, "Escriba", guest.post("/book/details", inputs(details)));
        read("taken", 409, "<h1>", guest.hold(opening, BACK));
        var booked = guest.post("/book/details", with(inputs(details), pairs(typed("Inés Española"))));
        assertThat(booked.status()).isEqualTo(303);
        var link = Guest.token(booked);
        read("booked", 200, "Su cita está reservada", guest.get("/booked/" + link));
        read("manage", 200, "<h1>", guest.get("/manage/" + link));
        read("wrong date", 422, "<h1>", guest.post("/manage/" + link, Map.of("birthDate-year", "x")));
        read("open", 200, "<h1>", guest.post("/manage/" + link, typed("")));
        var times = guest.post("/manage/" + link + "/times", typed(""));
        read("times", 200, "<h1>", times);
        assertThat(openings(times)).isNotEmpty();
        read("dead link", 404, "<h1>", guest.get("/manage/" + "A".repeat(60)));
        read("no such page", 404, "<h1>", guest.get("/nothing-here"));
        read("sign in", 200, "<h1>", guest.get("/sign-in"));
        read("home", 200, "<h1>", guest.visitor().get("/"));
        assertThat(leftovers).isEmpty();
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
