package org.needlepoint.charting.note;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.VisitSigned;
import org.needlepoint.charting.note.NotesForCoSignature.Written;
import org.needlepoint.documents.Signature;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.documents.SignedDocuments;
import org.needlepoint.documents.SignedDocuments.Reading;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A supervisor signs what somebody under supervision wrote, which releases it, or sends it back (rule W7).
@Service
public class CoSignNote {
    /// Characters of what a supervisor says on sending a note back.
    public static final int LONGEST_WORD = 1000;

    private final NoteHeads heads;
    private final NoteRows rows;
    private final NotesForCoSignature waiting;
    private final Signers signers;
    private final Hindrances hindrances;
    private final SignedDocuments documents;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    CoSignNote(
            NoteHeads heads,
            NoteRows rows,
            NotesForCoSignature waiting,
            Signers signers,
            Hindrances hindrances,
            SignedDocuments documents,
            AuditTrail audit,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.heads = heads;
        this.rows = rows;
        this.waiting = waiting;
        this.signers = signers;
        this.hindrances = hindrances;
        this.documents = documents;
        this.audit = audit;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /// Signs the note as a supervisor: the writer's words with both names and times.
    ///
    /// @param read the writer's document that the supervisor read
    @Transactional
    public CoSigning release(Practice practice, AppointmentId visit, SignedDocumentId read, SignedIn who) {
        var head = locked(practice, visit, who);
        var found = waits(practice, visit, read);
        if (found.isEmpty()) {
            return new CoSigning.NothingWaits();
        }
        if (!mayAnswer(head, found.get(), who)) {
            return new CoSigning.NotTheSupervisor();
        }
        var unsettled = hindrances.unsettled(practice, head.visit());
        if (unsettled.isPresent()) {
            return new CoSigning.SessionUnsettled(unsettled.get());
        }
        return switch (documents.read(practice.id(), read).orElseThrow()) {
            case Reading.Genuine(var document)
            when found.get().asSigned().isAbout(document) -> release(practice, head, document, who);
            case Reading.Genuine _, Reading.Altered _ -> new CoSigning.Altered();
        };
    }

    private CoSigning release(Practice practice, NoteHead head, SignedDocument written, SignedIn who) {
        var words = new NoteWords(
                messages,
                Locale.of(written.content().language()),
                practice.country(),
                head.visit().zone());
        var document = documents.keep(
                practice.id(),
                NoteDocument.released(written, words),
                head.patient().id().value(),
                head.visit().id().value(),
                new Signature.Account(who.id(), signers.nameOf(practice.id(), who)),
                who.actor());
        rows.insert(
                practice.id(),
                new NoteRows.Signed(head.visit().id(), 0, head.patient().id(), document.id()),
                document,
                who.id());
        audit.append(practice.id(), VisitNotes.entry(who.actor(), "co-signed", head));
        events.publishEvent(new VisitSigned(practice.id(), head.visit().id()));
        return new CoSigning.Released(document.id());
    }

    /// Sends the note back to its writer, who can change it and sign again.
    ///
    /// @param word what to mend, 1 to [#LONGEST_WORD] characters
    @Transactional
    public CoSigning sendBack(
            Practice practice, AppointmentId visit, SignedDocumentId read, String word, SignedIn who) {
        var head = locked(practice, visit, who);
        var found = waits(practice, visit, read);
        if (found.isEmpty()) {
            return new CoSigning.NothingWaits();
        }
        if (!mayAnswer(head, found.get(), who)) {
            return new CoSigning.NotTheSupervisor();
        }
        var said = word.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORD) {
            return new CoSigning.WordMissing();
        }
        waiting.sendBack(practice.id(), found.get(), said, clock.instant(), who.id());
        audit.append(practice.id(), VisitNotes.entry(who.actor(), "sent-back", head));
        return new CoSigning.SentBack();
    }

    private NoteHead locked(Practice practice, AppointmentId visit, SignedIn who) {
        var head = heads.of(practice, visit).orElseThrow(NotFound::new);
        var blank = NoteDraft.blank(Locale.ENGLISH, NoteStyle.SOAP);
        rows.lock(practice.id(), visit, head.patient().id(), blank, who.id(), clock.instant());
        return head;
    }

    private Optional<Written> waits(Practice practice, AppointmentId visit, SignedDocumentId read) {
        return rows.signed(practice.id(), visit).isEmpty()
                ? waiting.latest(practice.id(), visit)
                        .filter(Written::waits)
                        .filter(note -> note.document().equals(read))
                : Optional.empty();
    }

    private boolean mayAnswer(NoteHead head, Written note, SignedIn who) {
        return signers.mayRelease(who, head.visit()) && !who.id().equals(note.by());
    }
}
