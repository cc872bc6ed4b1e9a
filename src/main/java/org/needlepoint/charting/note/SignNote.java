package org.needlepoint.charting.note;

import java.time.Clock;
import java.util.List;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.VisitSigned;
import org.needlepoint.documents.Signature;
import org.needlepoint.documents.SignedDocuments;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Signs the note of a visit. What is signed is exactly what the signer saw; from then on only addenda are added.
///
/// Drafts stay rows that can be written, and signing makes a row of its own that cannot: the application has no
/// privilege to update or delete it, nor the document that it names. So no trigger has to tell the two apart, and a
/// draft that arrives late is refused here, under the same lock.
@Service
public class SignNote {
    private final NoteHeads heads;
    private final Signers signers;
    private final NoteRows rows;
    private final NotesForCoSignature waiting;
    private final ReadChart chart;
    private final Hindrances hindrances;
    private final SignedDocuments documents;
    private final MoveVisitOn moveVisitOn;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    SignNote(
            NoteHeads heads,
            Signers signers,
            NoteRows rows,
            NotesForCoSignature waiting,
            ReadChart chart,
            Hindrances hindrances,
            SignedDocuments documents,
            MoveVisitOn moveVisitOn,
            AuditTrail audit,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.heads = heads;
        this.signers = signers;
        this.rows = rows;
        this.waiting = waiting;
        this.chart = chart;
        this.hindrances = hindrances;
        this.documents = documents;
        this.moveVisitOn = moveVisitOn;
        this.audit = audit;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /// Signs what was typed.
    ///
    /// @param typed on top of the saved version that the signer saw
    /// @param seen  fingerprint of the chart as the signer saw it ([Writing#chartFingerprint])
    @Transactional
    public Signing sign(Practice practice, AppointmentId visit, NoteDraft typed, String seen, SignedIn who) {
        var head = heads.of(practice, visit).orElseThrow(NotFound::new);
        var saved = rows.lock(
                practice.id(),
                visit,
                head.patient().id(),
                NoteDraft.blank(typed.language(), typed.style()),
                who.id(),
                clock.instant());
        if (!rows.signed(practice.id(), visit).isEmpty()) {
            return new Signing.AlreadySigned();
        }
        var waits = waiting.latest(practice.id(), visit).filter(NotesForCoSignature.Written::waits);
        if (waits.isPresent()) {
            return new Signing.AwaitsCoSignature(waits.get().document());
        }
        var hindrance = hindrances.of(practice, head.visit(), who);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        var said = chart.read(practice, head, typed.language());
        var writing = typed.on(saved.version()).against(said);
        if (typed.wouldOverwrite(saved)) {
            var theirs = saved.against(chart.read(practice, head, saved.language()));
            return new Signing.ChangedMeanwhile(writing, List.of(theirs));
        }
        if (!writing.chartFingerprint().equals(seen)) {
            return new Signing.ChangedMeanwhile(writing, List.of());
        }
        if (writing.isBlank()) {
            return new Signing.NothingWritten();
        }
        if (signers.isSupervised(who, head.visit())) {
            // should it come back, its writer goes on from here
            rows.save(practice.id(), visit, typed.on(saved.version() + 1), who.id(), clock.instant());
        }
        return sign(practice, head, writing, who);
    }

    private Signing sign(Practice practice, NoteHead head, Writing writing, SignedIn who) {
        var words = new NoteWords(
                messages, writing.language(), practice.country(), head.visit().zone());
        var document = documents.keep(
                practice.id(),
                NoteDocument.note(head, writing, words),
                head.patient().id().value(),
                head.visit().id().value(),
                new Signature.Account(who.id(), signers.nameOf(practice.id(), who)),
                who.actor());
        moveVisitOn.to(practice.id(), head.visit().id(), Status.COMPLETED, who.actor());
        if (signers.isSupervised(who, head.visit())) {
            waiting.insert(practice.id(), head, document, who.id());
            audit.append(practice.id(), VisitNotes.entry(who.actor(), "signed-for-cosignature", head));
            return new Signing.AwaitsCoSignature(document.id());
        }
        rows.insert(
                practice.id(),
                new NoteRows.Signed(head.visit().id(), 0, head.patient().id(), document.id()),
                document,
                who.id());
        audit.append(practice.id(), VisitNotes.entry(who.actor(), "signed", head));
        events.publishEvent(new VisitSigned(practice.id(), head.visit().id()));
        return new Signing.Signed(document.id());
    }
}
