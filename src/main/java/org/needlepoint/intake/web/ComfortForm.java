package org.needlepoint.intake.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.intake.Comfort;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/// The questions about what makes needles easier, the same for the patient and for staff.
@Component
class ComfortForm {
    private static final String NO_MATTER = "any";

    private final Pages pages;

    ComfortForm(Pages pages) {
        this.pages = pages;
    }

    /// What was chosen; a text that is too long is added to the problems.
    Comfort read(MultiValueMap<String, String> form, List<FieldProblem> problems, Locale locale) {
        return new Comfort(
                Comfort.Position.ofCode(form.getFirst("position")).orElse(null),
                Comfort.Talk.ofCode(form.getFirst("talk")).orElse(null),
                form.getOrDefault("wish", List.of()).stream()
                        .flatMap(code -> Comfort.Wish.ofCode(code).stream())
                        .collect(Collectors.toSet()),
                text(form, "earlier", problems, locale),
                text(form, "words", problems, locale));
    }

    private @Nullable String text(
            MultiValueMap<String, String> form, String name, List<FieldProblem> problems, Locale locale) {
        var typed = form.getFirst(name);
        var text = typed == null ? "" : typed.strip();
        if (text.length() > Comfort.LONGEST) {
            problems.add(new FieldProblem(name, pages.say("intake.comfort.error.long", locale, Comfort.LONGEST)));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /// The form as it stands now.
    MultiValueMap<String, String> of(Comfort comfort) {
        var form = new LinkedMultiValueMap<String, String>();
        var position = comfort.position();
        var talk = comfort.talk();
        form.add("position", position == null ? NO_MATTER : position.code());
        form.add("talk", talk == null ? NO_MATTER : talk.code());
        comfort.wishesInOrder().forEach(wish -> form.add("wish", wish.code()));
        form.add("earlier", comfort.earlier());
        form.add("words", comfort.words());
        return form;
    }

    /// Gives a page the questions and what was chosen.
    void show(ModelAndView page, MultiValueMap<String, String> form, List<FieldProblem> problems, Locale locale) {
        page.addObject(
                "positions",
                withNoMatter(
                        Arrays.stream(Comfort.Position.values())
                                .map(each -> option("position." + each.code(), each.code(), locale))
                                .toList(),
                        locale));
        page.addObject(
                "talks",
                withNoMatter(
                        Arrays.stream(Comfort.Talk.values())
                                .map(each -> option("talk." + each.code(), each.code(), locale))
                                .toList(),
                        locale));
        page.addObject(
                "wishes",
                Arrays.stream(Comfort.Wish.values())
                        .map(each -> option("wish." + each.code(), each.code(), locale))
                        .toList());
        page.addObject("chosen", form.getOrDefault("wish", List.of()));
        page.addObject("typed", new HashMap<>(form.toSingleValueMap()));
        page.addObject("longest", Comfort.LONGEST);
        Pages.withProblems(page, problems);
    }

    private List<Pages.Option> withNoMatter(List<Pages.Option> options, Locale locale) {
        var all = new ArrayList<>(options);
        all.add(option("any", NO_MATTER, locale));
        return all;
    }

    private Pages.Option option(String key, String code, Locale locale) {
        return new Pages.Option(code, pages.say("intake.comfort." + key, locale), null);
    }
}
