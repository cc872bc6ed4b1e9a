package org.needlepoint.charting.note.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.note.VisitNote;
import org.needlepoint.charting.note.VisitNotes;
import org.needlepoint.documents.Letterhead;
import org.needlepoint.documents.Pdf;
import org.needlepoint.documents.Pdf.Print;
import org.needlepoint.documents.Sheet;
import org.needlepoint.documents.SignedDocuments.Reading;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// The signed note of a visit with its addenda, printed. What is not what was signed is not printed: the page that says
/// so answers.
@Controller
class NotePdf {
    private final VisitNotes notes;
    private final NoteModel model;
    private final Pdf pdf;

    NotePdf(VisitNotes notes, NoteModel model, Pdf pdf) {
        this.notes = notes;
        this.model = model;
        this.pdf = pdf;
    }

    @GetMapping("/p/{slug}/appointments/{id}/note.pdf")
    ModelAndView print(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var note = notes.open(practice, new AppointmentId(id), who, locale).orElseThrow(NotFound::new);
        return switch (note) {
            case VisitNote.Unsigned _, VisitNote.Awaiting _ -> throw new NotFound();
            case VisitNote.Signed signed
            when signed.altered() -> {
                var alarm = model.signed(practice, signed, "", List.of(), locale);
                alarm.setStatus(HttpStatus.CONFLICT);
                yield alarm;
            }
            case VisitNote.Signed signed -> new ModelAndView(file(id, bytes(practice, signed)));
        };
    }

    private byte[] bytes(Practice practice, VisitNote.Signed note) {
        var sheets = new ArrayList<Sheet>();
        for (var reading : note.documents()) {
            if (reading instanceof Reading.Genuine(var document)) {
                sheets.add(Sheet.of(document));
            }
        }
        var letterhead = new Letterhead(
                practice.name(),
                contact(practice, note),
                practice.country(),
                note.head().visit().zone());
        var language = Locale.of(sheets.getFirst().content().language());
        return pdf.of(letterhead, language, sheets, Print.NORMAL);
    }

    private static String contact(Practice practice, VisitNote.Signed note) {
        return practice.locations().stream()
                .filter(location -> location.id().equals(note.head().visit().location()))
                .findFirst()
                .map(location -> "%s, %s, %s %s"
                        .formatted(location.street(), location.city(), location.region(), location.postalCode()))
                .orElse("");
    }

    private static View file(UUID id, byte[] bytes) {
        return (_, _, response) -> {
            response.setContentType(MediaType.APPLICATION_PDF_VALUE);
            response.setContentLength(bytes.length);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.inline()
                            .filename("note-" + id + ".pdf")
                            .build()
                            .toString());
            response.getOutputStream().write(bytes);
        };
    }
}
