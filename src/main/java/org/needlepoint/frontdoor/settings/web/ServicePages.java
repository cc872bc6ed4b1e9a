package org.needlepoint.frontdoor.settings.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Audience;
import org.needlepoint.scheduling.Equipment;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.ReviseServices;
import org.needlepoint.scheduling.ReviseServices.Change;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the practice offers: add, change, retire, offer again.
@Controller
@RequestMapping("/p/{slug}/settings")
class ServicePages {
    private static final Map<String, String> BEGINNING = Map.of(
            "modality", "in-person",
            "audience", "both",
            "position", "0",
            "grid", "30",
            "notice", "120",
            "horizon", "90",
            "cancellation", "24",
            "bufferBefore", "0",
            "bufferAfter", "0");

    private final Services services;
    private final ReviseServices reviseServices;
    private final Practitioners practitioners;
    private final ServiceRows rows;
    private final FormPage form;

    ServicePages(
            Services services,
            ReviseServices reviseServices,
            Practitioners practitioners,
            ServiceRows rows,
            FormPage form) {
        this.services = services;
        this.reviseServices = reviseServices;
        this.practitioners = practitioners;
        this.rows = rows;
        this.form = form;
    }

    @GetMapping("/services")
    ModelAndView list(Practice practice, SignedIn who, Locale locale) {
        var page = new ModelAndView("settings/services");
        page.addObject("practice", practice);
        page.addObject("offered", rows.of(practice, services.active(practice.id()), locale));
        page.addObject("retired", rows.of(practice, services.retired(practice.id()), locale));
        page.addObject("mayChange", who.isAny(org.needlepoint.identity.Role.OWNER));
        return page;
    }

    @GetMapping("/service")
    ModelAndView fresh(Practice practice, Locale locale) {
        return page(practice, null, 0, BEGINNING, Map.of("by", everybody(practice)), List.of(), locale);
    }

    @PostMapping("/services")
    ModelAndView add(
            Practice practice, @RequestParam MultiValueMap<String, String> typed, SignedIn who, Locale locale) {
        var fields = new Fields(typed.toSingleValueMap());
        var terms = formOf(practice, typed).read(fields);
        if (terms.isEmpty()) {
            return page(practice, null, 0, fields.typed(), typed, fields.problems(), locale);
        }
        reviseServices.add(practice.id(), terms.get(), who.actor());
        return toList(practice);
    }

    @GetMapping("/services/{id}")
    ModelAndView show(Practice practice, @PathVariable UUID id, Locale locale) {
        return show(practice, service(practice, id), locale);
    }

    @PostMapping("/services/{id}")
    ModelAndView change(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            Locale locale) {
        var service = service(practice, id);
        var fields = new Fields(typed.toSingleValueMap());
        var terms = formOf(practice, typed).read(fields);
        if (terms.isEmpty()) {
            return page(practice, service.id(), version, fields.typed(), typed, fields.problems(), locale);
        }
        return switch (reviseServices.change(practice.id(), service.id(), version, terms.get(), who.actor())) {
            case Change.Saved _ -> toList(practice);
            case Change.ChangedMeanwhile(var now) -> {
                var page = page(practice, now.id(), now.version(), fields.typed(), typed, List.of(), locale);
                page.addObject("notice", form.say("hours.service.changed", locale));
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    @PostMapping("/services/{id}/retirement")
    ModelAndView retire(Practice practice, @PathVariable UUID id, SignedIn who) {
        reviseServices.setActive(practice.id(), service(practice, id).id(), false, who.actor());
        return toList(practice);
    }

    @PostMapping("/services/{id}/return")
    ModelAndView offerAgain(Practice practice, @PathVariable UUID id, SignedIn who) {
        reviseServices.setActive(practice.id(), service(practice, id).id(), true, who.actor());
        return toList(practice);
    }

    private ModelAndView show(Practice practice, Service service, Locale locale) {
        var chosen = new HashMap<String, List<String>>();
        chosen.put(
                "professions",
                service.demands().professions().stream()
                        .map(org.needlepoint.credentials.Profession::code)
                        .toList());
        chosen.put(
                "equipment",
                service.demands().equipment().stream().map(Equipment.Kind::code).toList());
        chosen.put(
                "by",
                services.offers(practice.id()).stream()
                        .filter(offer -> offer.service().equals(service.id()))
                        .map(ServicePages::value)
                        .toList());
        var windows = services.windows(practice.id(), service.id());
        return page(
                practice,
                service.id(),
                service.version(),
                ServiceForm.typed(service, windows),
                chosen,
                List.of(),
                locale);
    }

    private static String value(Offer offer) {
        return offer.practitioner() + " " + offer.location();
    }

    private ModelAndView page(
            Practice practice,
            @Nullable ServiceId id,
            int version,
            Map<String, String> typed,
            Map<String, List<String>> chosen,
            List<Fields.Problem> problems,
            Locale locale) {
        var page = form.of("settings/service", typed, problems, locale);
        page.addObject("practice", practice);
        page.addObject("id", id == null ? null : id.toString());
        page.addObject("version", version);
        page.addObject("action", "/p/" + practice.slug() + "/settings/services" + (id == null ? "" : "/" + id));
        page.addObject("chosen", chosen);
        page.addObject("parts", ServiceForm.PARTS);
        page.addObject("modalities", choices(Modality.values(), Modality::code, "modality.", locale));
        page.addObject("audiences", choices(Audience.values(), Audience::code, "audience.", locale));
        page.addObject("professions", rows.professions(locale));
        page.addObject("kinds", choices(Equipment.Kind.values(), Equipment.Kind::code, "hours.equipment.", locale));
        page.addObject("people", people(practice));
        page.addObject("yes", List.of(new Choice("yes", form.say("hours.service.needling.yes", locale), null)));
        page.addObject("gaps", List.of(new Choice("yes", form.say("hours.service.gaps.yes", locale), null)));
        return page;
    }

    private <T> List<Choice> choices(
            T[] values, java.util.function.Function<T, String> code, String key, Locale locale) {
        return Arrays.stream(values)
                .map(value -> new Choice(code.apply(value), form.say(key + code.apply(value), locale), null))
                .toList();
    }

    private List<Choice> people(Practice practice) {
        var choices = new ArrayList<Choice>();
        for (var person : practitioners.active(practice.id())) {
            for (var place : practice.locations()) {
                choices.add(new Choice(
                        ServiceForm.value(person, place.id()),
                        practice.locations().size() > 1
                                ? person.titledName() + " · " + place.name()
                                : person.titledName(),
                        null));
            }
        }
        return choices;
    }

    private List<String> everybody(Practice practice) {
        return people(practice).stream()
                .map(Choice::value)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private ServiceForm formOf(Practice practice, MultiValueMap<String, String> typed) {
        List<Practitioner> people = practitioners.active(practice.id());
        return new ServiceForm(
                people, practice.locations().stream().map(Practice.Location::id).toList(), practice.currency(), typed);
    }

    private Service service(Practice practice, UUID id) {
        return services.find(practice.id(), new ServiceId(id)).orElseThrow(NotFound::new);
    }

    private static ModelAndView toList(Practice practice) {
        return FormPage.to("/p/" + practice.slug() + "/settings/services");
    }
}
