package org.needlepoint.frontdoor.calendar.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.practice.Practice;

/// What the desk typed about somebody who is not on record yet.
///
/// @param contact a telephone number or an e-mail address: one field, so that four are all there are (rule F1)
record SomebodyNew(String name, String year, String month, String day, String contact) {
    static SomebodyNew of(Map<String, String> form) {
        return new SomebodyNew(
                form.getOrDefault("name", ""),
                form.getOrDefault("birthDate-year", "").strip(),
                form.getOrDefault("birthDate-month", "").strip(),
                form.getOrDefault("birthDate-day", "").strip(),
                form.getOrDefault("contact", ""));
    }

    /// The field of this form that a flaw is in.
    static String field(DemographicsForm.Flaw flaw) {
        return switch (flaw.field()) {
            case "phone", "email" -> "contact";
            default -> flaw.field();
        };
    }

    boolean isBlank() {
        return (name + year + month + day + contact).isBlank();
    }

    /// As the date field writes it again.
    Map<String, String> birthDate() {
        return Map.of("year", year, "month", month, "day", day);
    }

    DemographicsForm.Reading read(Practice practice, LocalDate today, Locale locale) {
        boolean mail = contact.contains("@");
        return new DemographicsForm(name, iso(), mail ? "" : contact, mail ? contact : "")
                .read(today, practice.country(), locale);
    }

    /// `1984-02-29`; what was typed where that is no date.
    private String iso() {
        return year.isEmpty() && month.isEmpty() && day.isEmpty()
                ? ""
                : year + "-" + (month.length() == 1 ? "0" : "") + month + "-" + (day.length() == 1 ? "0" : "") + day;
    }
}
