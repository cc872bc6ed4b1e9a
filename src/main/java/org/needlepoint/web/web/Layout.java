package org.needlepoint.web.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.EmergencyNumber;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.web.StaffPages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives every page what the layout reads (docs/reference/design-system.md), unless the controller has set it. Only
/// where a page is drawn: answers in JSON and redirects cost nothing, and error pages do without.
@Configuration(proxyBeanMethods = false)
class Layout implements WebMvcConfigurer, HandlerInterceptor {
    private final Practices practices;
    private final Languages languages;
    private final MessageSource messages;
    private final List<StaffPages.Page> pages;
    private final boolean demo;

    /// An entry of the staff's navigation.
    public record NavigationEntry(String href, String label, boolean current) {}

    Layout(
            Practices practices,
            Languages languages,
            MessageSource messages,
            List<StaffPages> modules,
            Environment environment) {
        this.practices = practices;
        this.languages = languages;
        this.messages = messages;
        this.pages = modules.stream()
                .flatMap(module -> module.pages().stream())
                .sorted(Comparator.comparing(StaffPages.Page::order))
                .toList();
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        languages.remember(request, response);
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        var model = page.getModel();
        var locale = languages.resolveLocale(request);
        model.putIfAbsent("locale", locale);
        model.putIfAbsent("languageLinks", languages.links(request));
        model.putIfAbsent("demo", demo);
        model.putIfAbsent("emergencyLine", false);
        practice(model).ifPresent(practice -> {
            model.putIfAbsent("practiceName", practice.name());
            model.putIfAbsent("slug", practice.slug());
            model.putIfAbsent("emergencyNumber", EmergencyNumber.in(practice.country()));
            signedIn().ifPresent(who -> {
                model.putIfAbsent("signedInAs", who.displayName());
                model.putIfAbsent("signedInId", who.id().toString());
                model.putIfAbsent("staffNav", navigation(request, practice, who, locale));
            });
        });
    }

    /// Read again only where the controller did not pass it on.
    private Optional<Practice> practice(Map<String, Object> model) {
        return model.get("practice") instanceof Practice given
                ? Optional.of(given)
                : PracticeScope.current().flatMap(practices::find);
    }

    private static Optional<SignedIn> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    private List<NavigationEntry> navigation(
            HttpServletRequest request, Practice practice, SignedIn who, Locale locale) {
        var root = request.getContextPath() + "/p/" + practice.slug();
        return pages.stream()
                .filter(page -> page.roles().stream().anyMatch(role -> who.isAny(role)))
                .map(page -> new NavigationEntry(
                        root + page.path(),
                        messages.getMessage(page.textKey(), null, locale),
                        isAt(request.getRequestURI(), root + page.path())))
                .toList();
    }

    private static boolean isAt(String path, String page) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
