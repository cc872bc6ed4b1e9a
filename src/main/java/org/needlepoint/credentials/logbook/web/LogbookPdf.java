package org.needlepoint.credentials.logbook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.logbook.Logbook;
import org.needlepoint.credentials.logbook.SupervisedSession;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.Letterhead;
import org.needlepoint.documents.Pdf;
import org.needlepoint.documents.Pdf.Print;
import org.needlepoint.documents.Sheet;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The logbook, printed: one's own whole, another's as far as one instructed it.
@Controller
class LogbookPdf {
    private final Logbook logbook;
    private final Practitioners practitioners;
    private final LogbookModel model;
    private final Pdf pdf;

    LogbookPdf(Logbook logbook, Practitioners practitioners, LogbookModel model, Pdf pdf) {
        this.logbook = logbook;
        this.practitioners = practitioners;
        this.model = model;
        this.pdf = pdf;
    }

    @GetMapping("/p/{slug}/training/logbook.pdf")
    ResponseEntity<byte[]> mine(Practice practice, SignedIn who, Locale locale) {
        var me = self(practice, who);
        return file(practice, me, logbook.done(practice.id(), me.id()), locale);
    }

    @GetMapping("/p/{slug}/training/{trainee}/logbook.pdf")
    ResponseEntity<byte[]> ofTrainee(Practice practice, @PathVariable UUID trainee, SignedIn who, Locale locale) {
        var me = self(practice, who);
        var person =
                practitioners.find(practice.id(), new PractitionerId(trainee)).orElseThrow(NotFound::new);
        var sessions = logbook.instructed(practice.id(), me.id()).stream()
                .filter(it -> it.trainee().equals(person.id()))
                .toList();
        if (sessions.isEmpty()) {
            throw new NotFound();
        }
        return file(practice, person, sessions, locale);
    }

    private Practitioner self(Practice practice, SignedIn who) {
        return practitioners.ofAccount(practice.id(), who.id()).orElseThrow(NotFound::new);
    }

    private ResponseEntity<byte[]> file(
            Practice practice, Practitioner person, List<SupervisedSession> sessions, Locale locale) {
        var language = locale.getLanguage().equals("es") ? Locale.of("es") : Locale.ENGLISH;
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Facts(List.of(
                new Block.Fact(model.say("training.pdf.who", language), person.titledName()),
                new Block.Fact(
                        model.say("training.pdf.signed", language),
                        model.say(
                                "training.pdf.of",
                                language,
                                sessions.stream()
                                        .filter(SupervisedSession::counts)
                                        .count(),
                                sessions.size())))));
        for (var line : model.lines(practice, sessions, language)) {
            blocks.add(new Block.Heading(line.held() + ", " + line.where()));
            var word = line.word();
            blocks.add(new Block.Paragraph(
                    line.what() + "\n" + line.instructor() + ": " + line.state() + (word == null ? "" : ". " + word)));
        }
        var sheet = Sheet.of(
                new Document("logbook", language.getLanguage(), model.say("training.pdf.title", language), blocks));
        var letterhead = new Letterhead(practice.name(), "", practice.country(), practice.zone());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("logbook.pdf")
                                .build()
                                .toString())
                .body(pdf.of(letterhead, language, List.of(sheet), Print.NORMAL));
    }
}
