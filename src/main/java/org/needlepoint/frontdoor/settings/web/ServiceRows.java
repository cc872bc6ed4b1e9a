package org.needlepoint.frontdoor.settings.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.credentials.HeldCredential;
import org.needlepoint.credentials.HeldCredentials;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Equipments;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.springframework.stereotype.Component;

/// Services in words, with what keeps one from being booked.
@Component
class ServiceRows {
    private final Services services;
    private final Practitioners practitioners;
    private final Equipments equipments;
    private final HeldCredentials heldCredentials;
    private final FormPage form;

    ServiceRows(
            Services services,
            Practitioners practitioners,
            Equipments equipments,
            HeldCredentials heldCredentials,
            FormPage form) {
        this.services = services;
        this.practitioners = practitioners;
        this.equipments = equipments;
        this.heldCredentials = heldCredentials;
        this.form = form;
    }

    /// A service of the list.
    ///
    /// @param missing why it cannot be booked, or not everywhere; empty when nothing is missing
    record Row(String id, String name, String facts, String by, List<String> missing) {}

    List<Row> of(Practice practice, List<Service> shown, Locale locale) {
        var offers = services.offers(practice.id());
        var people = practitioners.active(practice.id());
        return shown.stream()
                .map(service -> {
                    var own = offers.stream()
                            .filter(offer -> offer.service().equals(service.id()))
                            .toList();
                    var by = people.stream()
                            .filter(person -> own.stream()
                                    .anyMatch(offer -> offer.practitioner().equals(person.id())))
                            .toList();
                    return new Row(
                            service.id().toString(),
                            service.name().in(locale),
                            facts(practice, service, locale),
                            by.stream().map(Practitioner::titledName).collect(Collectors.joining(", ")),
                            missing(practice, service, own, by, locale));
                })
                .toList();
    }

    private String facts(Practice practice, Service service, Locale locale) {
        return form.say(
                "hours.service.facts",
                locale,
                service.minutes(),
                form.say("modality." + service.modality().code(), locale),
                form.say("audience." + service.audience().code(), locale),
                Words.of(practice, locale).price(service.price()));
    }

    private List<String> missing(
            Practice practice, Service service, List<Offer> offers, List<Practitioner> by, Locale locale) {
        var missing = new ArrayList<String>();
        if (by.isEmpty()) {
            missing.add(form.say("hours.service.missing.people", locale));
        }
        var credential = service.demands().credential();
        if (credential != null) {
            var holders = heldCredentials.all(practice.id()).stream()
                    .filter(held -> held.code().equals(credential))
                    .map(HeldCredential::practitioner)
                    .collect(Collectors.toSet());
            by.stream()
                    .filter(person -> !holders.contains(person.id()))
                    .forEach(person -> missing.add(
                            form.say("hours.service.missing.credential", locale, person.titledName(), credential)));
        }
        if (service.modality() == Modality.IN_PERSON) {
            addMissingEquipment(practice, service, offers, missing, locale);
        }
        return missing;
    }

    private void addMissingEquipment(
            Practice practice, Service service, List<Offer> offers, List<String> missing, Locale locale) {
        var pieces = equipments.active(practice.id());
        for (var place : practice.locations()) {
            boolean offered = offers.stream().anyMatch(offer -> offer.location().equals(place.id()));
            for (var kind : service.demands().equipment()) {
                if (offered
                        && pieces.stream()
                                .noneMatch(piece ->
                                        piece.kind() == kind && piece.location().equals(place.id()))) {
                    missing.add(form.say(
                            "hours.service.missing.equipment",
                            locale,
                            place.name(),
                            form.say("hours.equipment." + kind.code(), locale)));
                }
            }
        }
    }

    List<Choice> professions(Locale locale) {
        return Arrays.stream(Profession.values())
                .map(each -> new Choice(each.code(), form.say("profession." + each.code(), locale), null))
                .toList();
    }
}
