package org.needlepoint.frontdoor.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /// Days that differ from the week: closed when the times are null.
    record SpecialDay(
            LocalDate first,
            LocalDate last,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes) {}

    /// Something the practice offers.
    record Offered(String name, String description, long priceCents, String currency) {}

    /// Somebody who works there.
    record Person(String name, String jobTitle) {}

    /// The block's content. Every `<`, `>` and `&` is escaped, so that no text can end the script element.
    String of(
            Practice practice,
            String description,
            String url,
            HoursTable week,
            List<SpecialDay> special,
            List<Offered> services,
            List<Person> people) {
        var root = new LinkedHashMap<String, Object>();
        root.put("@context", VOCABULARY);
        root.put("@type", List.of("MedicalBusiness", "MedicalClinic"));
        root.put("@id", url);
        root.put("url", url);
        root.put("name", practice.name());
        root.put("description", description);
        root.put("currenciesAccepted", practice.currency().getCurrencyCode());
        if (practice.email() != null) {
            root.put("email", practice.email());
        }
        practice.locations().stream().findFirst().ifPresent(location -> addPlace(root, practice, location));
        root.put("openingHoursSpecification", hours(week));
        if (!special.isEmpty()) {
            root.put(
                    "specialOpeningHoursSpecification",
                    special.stream().map(JsonLd::specialDay).toList());
        }
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

    private static void addPlace(Map<String, Object> root, Practice practice, Practice.Location location) {
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
    }

    private static List<Map<String, Object>> hours(HoursTable week) {
        var hours = new ArrayList<Map<String, Object>>();
        for (var day : week.days()) {
            for (var stretch : day.stretches()) {
                hours.add(specification(
                        Map.of("dayOfWeek", VOCABULARY + "/" + schemaDay(day)), stretch.opens(), stretch.closes()));
            }
        }
        return hours;
    }

    private static String schemaDay(HoursTable.Day day) {
        var name = day.weekday().name();
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /// Closed all day is written as opening and closing at midnight, as schema.org asks.
    private static Map<String, Object> specialDay(SpecialDay day) {
        return specification(
                Map.of(
                        "validFrom",
                        day.first().toString(),
                        "validThrough",
                        day.last().toString()),
                day.opens() == null ? LocalTime.MIDNIGHT : day.opens(),
                day.closes() == null ? LocalTime.MIDNIGHT : day.closes());
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
