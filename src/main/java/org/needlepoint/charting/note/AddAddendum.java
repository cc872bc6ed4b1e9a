package org.needlepoint.charting.note;

import java.time.Clock;
import java.util.Locale;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.Signature;
import org.needlepoint.documents.SignedDocuments;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds to a signed note. The note itself stays as it was signed; both are shown.
@Service
public class AddAddendum {
    private final NoteHeads heads;
    private final Signers signers;
    private final NoteRows rows;
    private final SignedDocuments documents;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    AddAddendum(
            NoteHeads heads,
            Signers signers,
            NoteRows rows,
            SignedDocuments documents,
            AuditTrail audit,
            MessageSource messages,
            Clock clock) {
        this.heads = heads;
        this.signers = signers;
        this.rows = rows;
        this.documents = documents;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /// Signs an addendum.
    ///
    /// @param text at most [Passage#MOST] characters
    @Transactional
    public Addition add(Practice practice, AppointmentId visit, String text, Locale language, SignedIn who) {
        var head = heads.of(practice, visit).orElseThrow(NotFound::new);
        var blank = NoteDraft.blank(language, NoteStyle.SOAP);
        rows.lock(practice.id(), visit, head.patient().id(), blank, who.id(), clock.instant());
        var before = rows.signed(practice.id(), visit);
        if (before.isEmpty()) {
            return new Addition.NotSignedYet();
        }
        if (!signers.mayRelease(who, head.visit())) {
            return new Addition.NotThePractitioner();
        }
        var written = Passage.following(text).text();
        if (written.isEmpty()) {
            return new Addition.NothingWritten();
        }
        var words = new NoteWords(
                messages, language, practice.country(), head.visit().zone());
        var patient = before.getFirst().patient();
        var document = documents.keep(
                practice.id(),
                NoteDocument.addendum(head, written, words),
                patient.value(),
                visit.value(),
                new Signature.Account(who.id(), signers.nameOf(practice.id(), who)),
                who.actor());
        rows.insert(
                practice.id(), new NoteRows.Signed(visit, before.size(), patient, document.id()), document, who.id());
        audit.append(practice.id(), VisitNotes.entry(who.actor(), "added-to", head));
        return new Addition.Added(document.id());
    }
}
