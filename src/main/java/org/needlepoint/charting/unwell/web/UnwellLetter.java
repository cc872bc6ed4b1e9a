package org.needlepoint.charting.unwell.web;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.unwell.Arrival;
import org.needlepoint.charting.unwell.LookAfter;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.Letterhead;
import org.needlepoint.documents.Pdf;
import org.needlepoint.documents.Pdf.Print;
import org.needlepoint.documents.Sheet;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The letter to a physician about somebody who came unwell: what they reported and what was done, and no finding.
@Controller
class UnwellLetter {
    private final LookAfter lookAfter;
    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Pdf pdf;
    private final MessageSource messages;

    UnwellLetter(
            LookAfter lookAfter,
            Calendar calendar,
            Patients patients,
            Practitioners practitioners,
            Pdf pdf,
            MessageSource messages) {
        this.lookAfter = lookAfter;
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
        this.pdf = pdf;
        this.messages = messages;
    }

    @GetMapping("/p/{slug}/appointments/{visit}/unwell/letter.pdf")
    ResponseEntity<byte[]> print(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        var appointment = calendar.find(practice.id(), new AppointmentId(visit)).orElseThrow(NotFound::new);
        var arrival = lookAfter.letter(practice.id(), appointment, who.actor()).orElseThrow(NotFound::new);
        var language = locale.getLanguage().equals("es") ? Locale.of("es") : Locale.ENGLISH;
        var sheet = Sheet.of(document(practice, appointment, arrival, language));
        var letterhead =
                new Letterhead(practice.name(), contact(practice, appointment), practice.country(), appointment.zone());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("letter.pdf")
                                .build()
                                .toString())
                .body(pdf.of(letterhead, language, List.of(sheet), Print.NORMAL));
    }

    private Document document(Practice practice, Appointment visit, Arrival arrival, Locale language) {
        var patient = patients.find(practice.id(), visit.patient()).orElseThrow(NotFound::new);
        var practitioner = practitioners
                .find(practice.id(), visit.practitioner())
                .map(Practitioner::titledName)
                .orElse("");
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Facts(List.of(
                new Block.Fact(say("unwell.letter.patient", language), patient.name()),
                new Block.Fact(
                        say("unwell.letter.born", language),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(language)
                                .format(patient.demographics().birthDate())),
                new Block.Fact(
                        say("unwell.letter.when", language),
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(language)
                                .format(arrival.at().atZone(visit.zone()))),
                new Block.Fact(say("unwell.letter.practitioner", language), practitioner))));
        blocks.add(new Block.Paragraph(say("unwell.letter.dear", language)));
        blocks.add(new Block.Paragraph(say("unwell.letter.came", language)));
        blocks.add(new Block.Heading(say("unwell.letter.reported", language)));
        blocks.add(new Block.Paragraph(arrival.reported()));
        blocks.add(new Block.Heading(say("unwell.letter.done", language)));
        blocks.add(new Block.Paragraph(say("unwell.note." + arrival.outcome().code(), language)));
        blocks.add(new Block.Paragraph(say("unwell.letter.please", language)));
        blocks.add(new Block.Paragraph(practitioner + "\n" + practice.name()));
        return new Document("unwell-letter", language.getLanguage(), say("unwell.letter.title", language), blocks);
    }

    private static String contact(Practice practice, Appointment visit) {
        return practice.locations().stream()
                .filter(place -> place.id().equals(visit.location()))
                .findFirst()
                .map(place ->
                        "%s, %s, %s %s".formatted(place.street(), place.city(), place.region(), place.postalCode()))
                .orElse("");
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
