package org.needlepoint.frontdoor.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.needlepoint.frontdoor.PublicHours;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A practice for search engines, in schema.org's words, as a JSON-LD data block.
@Component
class JsonLd {
    private static final String VOCABULARY = "https://schema.org";

    private final JsonMapper json;

    JsonLd(JsonMapper json) {
        this.json = json;
    }

    /// Something the practice offers.
    record Offered(String name, String description, long priceCents, String currency) {}

    /// Somebody who works there.
    record Person(String name, String jobTitle) {}

    /// The block's content. Every `<`, `>` and `&` is escaped, so that no text can end the script element.
    String of(
            Practice practice,
            String description,
            String url,
            List<PublicHours> hours,
            List<Offered> services,
            List<Person> people) {
        var root = about(practice, url, hours);
        root.put("description", description);
        root.put("makesOffer", services.stream().map(JsonLd::offer).toList());
        root.put(
                "employee",
                people.stream()
                        .map(person -> Map.of("@type", "Person", "name", person.name(), "jobTitle", person.jobTitle()))
                        .toList());
        return json.writeValueAsString(root)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /// The hours alone, with the places that they belong to.
    String hours(Practice practice, String url, List<PublicHours> hours) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(about(practice, url, hours));
    }

    private static Map<String, Object> about(Practice practice, String url, List<PublicHours> hours) {
        var root = new LinkedHashMap<String, Object>();
        root.put("@context", VOCABULARY);
        root.put("@type", List.of("MedicalBusiness", "MedicalClinic"));
        root.put("@id", url);
        root.put("url", url);
        root.put("name", practice.name());
        root.put("currenciesAccepted", practice.currency().getCurrencyCode());
        if (practice.email() != null) {
            root.put("email", practice.email());
        }
        if (hours.size() == 1) {
            addPlace(root, practice, hours.getFirst());
        } else {
            root.put(
                    "department",
                    hours.stream()
                            .map(place -> department(practice, url, place))
                            .toList());
        }
        return root;
    }

    /// A place among several has its own address, telephone and hours.
    private static Map<String, Object> department(Practice practice, String url, PublicHours hours) {
        var department = new LinkedHashMap<String, Object>();
        department.put("@type", "MedicalClinic");
        department.put("@id", url + "#" + hours.place().id());
        department.put("name", hours.place().name());
        addPlace(department, practice, hours);
        return department;
    }

    private static void addPlace(Map<String, Object> root, Practice practice, PublicHours hours) {
        var location = hours.place();
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "PostalAddress");
        address.put("streetAddress", location.street());
        address.put("addressLocality", location.city());
        address.put("addressRegion", location.region());
        address.put("postalCode", location.postalCode());
        address.put("addressCountry", practice.country());
        root.put("address", address);
        location.phones().stream().findFirst().ifPresent(phone -> root.put("telephone", phone.number()));
        if (!location.servedAreas().isEmpty()) {
            root.put("areaServed", location.servedAreas());
        }
        root.put("openingHoursSpecification", week(hours));
        if (!hours.special().isEmpty()) {
            root.put(
                    "specialOpeningHoursSpecification",
                    hours.special().stream().flatMap(JsonLd::specialDays).toList());
        }
    }

    private static List<Map<String, Object>> week(PublicHours hours) {
        return hours.week().stream()
                .flatMap(day -> day.stretches().stream()
                        .map(stretch -> specification(
                                Map.of("dayOfWeek", VOCABULARY + "/" + schemaDay(day.weekday())),
                                stretch.opens(),
                                stretch.closes())))
                .toList();
    }

    private static String schemaDay(DayOfWeek weekday) {
        var name = weekday.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /// One for each stretch in which people can come. Closed all day is written as opening and closing at midnight, as
    /// schema.org asks.
    private static Stream<Map<String, Object>> specialDays(PublicHours.Special special) {
        var when = Map.of(
                "validFrom",
                special.first().toString(),
                "validThrough",
                special.last().toString());
        var stretches = special.hours().inPerson();
        return stretches.isEmpty()
                ? Stream.of(specification(when, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                : stretches.stream().map(stretch -> specification(when, stretch.opens(), stretch.closes()));
    }

    private static Map<String, Object> specification(Map<String, String> when, LocalTime opens, LocalTime closes) {
        var specification = new LinkedHashMap<String, Object>();
        specification.put("@type", "OpeningHoursSpecification");
        specification.putAll(new java.util.TreeMap<>(when));
        specification.put("opens", opens.toString());
        specification.put("closes", closes.toString());
        return specification;
    }

    private static Map<String, Object> offer(Offered service) {
        var price = java.math.BigDecimal.valueOf(service.priceCents(), 2).toPlainString();
        return Map.of(
                "@type",
                "Offer",
                "price",
                price,
                "priceCurrency",
                service.currency(),
                "itemOffered",
                Map.of(
                        "@type", "Service",
                        "name", service.name(),
                        "description", service.description()));
    }
}
