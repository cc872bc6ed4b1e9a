package org.needlepoint.anatomy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.PainRequest.Point;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.HtmlChecker;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/// The pages of the body map as the server sends them, before any script runs.
class BodyMapPagesTest {
    private static final MapViews PAGES = new MapViews(Knowledge.load(), Atlas.load(), messages());
    private static final List<Mark> MARKS =
            List.of(new Mark("scapula", Laterality.R, 7), new Mark("sternum", Laterality.M, 0, Quality.NUMB, true));
    private static final List<Outline> OUTLINES = List.of(new Outline(
            "back", List.of(new Point(300, 400), new Point(340, 400), new Point(340, 460)), 8, Quality.BURNING, true));

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-bodymap");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String render(String template, String fragment, List<Mark> marks, Locale locale, boolean drawn) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages());
        var servlet = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlet)
                .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse());
        var model = new HashMap<String, @Nullable Object>();
        model.put("groups", PAGES.groups(marks, locale));
        model.put("marks", PAGES.marks(marks, locale));
        model.put("mapViews", drawn ? PAGES.views(marks, OUTLINES, locale) : null);
        model.put("qualities", PAGES.qualities(locale));
        model.put("outlines", List.of("back;8;burning;yes;300,400 340,400 340,460"));
        model.put("action", "/p/harbor/pain/questions");
        model.put("hidden", List.of(Map.of("name", "start", "value", "soon")));
        return engine.process(template, Set.of(fragment), new WebContext(exchange, locale, model));
    }

    private static String paint(List<Mark> marks, Locale locale) {
        return render("bodymap/paint", "paint", marks, locale, true);
    }

    @Test
    void the_form_says_what_is_marked_without_any_script() {
        var page = paint(MARKS, Locale.ENGLISH);
        assertThat(page)
                .contains("action=\"/p/harbor/pain/questions\"")
                .containsPattern("<input type=\"hidden\" name=\"start\" value=\"soon\"")
                .containsPattern("id=\"mark-scapula-R\"[^>]*value=\"scapula:R\"[^>]*checked")
                .doesNotContainPattern("id=\"mark-scapula-L\"[^>]*checked")
                .containsPattern("name=\"intensity-scapula-R\"(?s:[^§]*?)<option selected=\"selected\">7</option>")
                .containsPattern("name=\"intensity-scapula-L\"(?s:[^§]*?)<option selected=\"selected\">5</option>")
                .contains("Over the shoulder blade (right)");
    }

    @Test
    void the_list_stands_alone_where_the_figure_is_missing() {
        assertThat(render("bodymap/paint", "paint", MARKS, Locale.ENGLISH, false))
                .contains("value=\"scapula:R\"")
                .doesNotContain("np-map__stage", "<svg");
    }

    @Test
    void every_word_is_there_in_spanish() {
        assertThat(paint(MARKS, Locale.of("es")))
                .contains("Sobre el omóplato", "(derecha)", "¿cuánto le duele ahora, de 0 a 10?")
                .doesNotContain("??", "bodymap.");
    }

    @Test
    void the_drawing_tells_its_marks_to_those_who_cannot_see_it() {
        var figure = render("bodymap/figure", "figure", MARKS, Locale.ENGLISH, true);
        assertThat(figure)
                .contains("aria-label=\"Body map. You marked: Over the shoulder blade (right), 7 out of 10; "
                        + "Breastbone (sternum), 0 out of 10, numb, spreads to here.\"");
        assertThat(render("bodymap/figure", "figure", List.of(), Locale.ENGLISH, true))
                .contains("aria-label=\"Body map. Nothing is marked.\"");
    }

    @Test
    void the_html_is_valid() {
        var checker = new HtmlChecker();
        checker.collect("paint", around(paint(MARKS, Locale.ENGLISH)));
        checker.collect("figure", around(render("bodymap/figure", "figure", MARKS, Locale.ENGLISH, true)));
        checker.assertAllValid();
    }

    private static String around(String content) {
        return "<!doctype html><html lang=\"en\"><head><title>Map</title></head><body><h1>Map</h1>" + content
                + "</body></html>";
    }

    @Test
    void how_it_feels_is_said_without_colour_and_without_script() {
        assertThat(paint(MARKS, Locale.ENGLISH))
                .containsPattern("name=\"quality-sternum-M\"(?s:[^§]*?)<option value=\"numb\" selected=\"selected\">")
                .containsPattern("name=\"spreads-sternum-M\"[^>]*checked")
                .containsPattern("name=\"outline\" value=\"back;8;burning;yes;300,400 340,400 340,460\"")
                .contains("fill=\"url(#np-map-severe-burning)\"", ">8B</text>", "np-map__rays");
    }

    @Test
    void a_page_stays_small_enough_for_a_slow_line() throws IOException {
        var sent = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(sent)) {
            gzip.write(paint(MARKS, Locale.of("es")).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(sent.size()).isLessThan(60_000);
    }
}
