package org.needlepoint.charting.note;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.documents.SignedDocuments;
import org.needlepoint.documents.SignedDocuments.Reading;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens the note of a visit and keeps what is typed into it.
@Service
public class VisitNotes {
    private final NoteHeads heads;
    private final NoteRows rows;
    private final NotesForCoSignature waiting;
    private final NoteStyles styles;
    private final Signers signers;
    private final ReadChart chart;
    private final Hindrances hindrances;
    private final List<ChartedLater> later;
    private final SignedDocuments documents;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    VisitNotes(
            NoteHeads heads,
            NoteRows rows,
            NotesForCoSignature waiting,
            NoteStyles styles,
            Signers signers,
            ReadChart chart,
            Hindrances hindrances,
            List<ChartedLater> later,
            SignedDocuments documents,
            AuditTrail audit,
            MessageSource messages,
            Clock clock) {
        this.heads = heads;
        this.rows = rows;
        this.waiting = waiting;
        this.styles = styles;
        this.signers = signers;
        this.chart = chart;
        this.hindrances = hindrances;
        this.later = List.copyOf(later);
        this.documents = documents;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /// What a writer decides where the chart has changed under an edited text.
    ///
    /// @param useChart whether the chart's words replace the writer's; else the writer's stay
    public record Decision(Heading heading, boolean useChart) {}

    /// Opens the note for reading and writing; empty when the practice has no such visit. Nothing is stored by opening.
    ///
    /// @param language of a draft that nobody has begun
    @Transactional
    public Optional<VisitNote> open(Practice practice, AppointmentId visit, SignedIn who, Locale language) {
        return heads.of(practice, visit).map(head -> {
            audit.append(practice.id(), entry(who.actor(), "viewed", head));
            var signed = rows.signed(practice.id(), visit);
            if (!signed.isEmpty()) {
                var documents =
                        signed.stream().map(each -> read(practice.id(), each)).toList();
                return new VisitNote.Signed(
                        head,
                        documents,
                        signers.mayRelease(who, head.visit()),
                        hindrances.unsettled(practice, head.visit()),
                        isAddedTo(practice, visit, documents));
            }
            var written = waiting.latest(practice.id(), visit);
            if (written.isPresent() && written.get().waits()) {
                return awaiting(practice, head, written.get(), who);
            }
            var draft = rows.draft(practice.id(), visit)
                    .orElseGet(() -> NoteDraft.blank(language(language), styles.of(practice.id(), who.id())));
            return unsigned(practice, head, draft, who);
        });
    }

    /// Whether something was charted after the last word about the visit was signed.
    private boolean isAddedTo(Practice practice, AppointmentId visit, List<Reading> documents) {
        return documents.getLast() instanceof Reading.Genuine(var last)
                && later.stream().anyMatch(each -> each.since(practice.id(), visit, last.signedAt()));
    }

    /// What was typed, against the chart as it is now; for pages that come back with it.
    @Transactional(readOnly = true)
    public Optional<VisitNote.Unsigned> typed(Practice practice, AppointmentId visit, NoteDraft typed, SignedIn who) {
        return heads.of(practice, visit).map(head -> unsigned(practice, head, typed, who));
    }

    private VisitNote.Unsigned unsigned(Practice practice, NoteHead head, NoteDraft draft, SignedIn who) {
        var writing = draft.against(chart.read(practice, head, draft.language()));
        var words = new NoteWords(
                messages, draft.language(), practice.country(), head.visit().zone());
        return new VisitNote.Unsigned(
                head,
                writing,
                NoteDocument.note(head, writing, words),
                chart.needled(practice, head),
                hindrances.of(practice, head.visit(), who),
                signers.isSupervised(who, head.visit()),
                waiting.latest(practice.id(), head.visit().id())
                        .map(NotesForCoSignature.Written::sentBack)
                        .orElse(null));
    }

    private VisitNote awaiting(Practice practice, NoteHead head, NotesForCoSignature.Written written, SignedIn who) {
        return new VisitNote.Awaiting(
                head,
                written.document(),
                read(practice.id(), written.asSigned()),
                signers.mayRelease(who, head.visit()) && !who.id().equals(written.by()));
    }

    /// Saves a draft.
    ///
    /// @param decision where the writer has decided between the chart and their own words; else null
    @Transactional
    public Saving save(
            Practice practice, AppointmentId visit, NoteDraft typed, @Nullable Decision decision, SignedIn who) {
        var head = heads.of(practice, visit).orElseThrow(NotFound::new);
        var now = clock.instant();
        var blank = NoteDraft.blank(typed.language(), typed.style());
        var saved = rows.lock(practice.id(), visit, head.patient().id(), blank, who.id(), now);
        if (!rows.signed(practice.id(), visit).isEmpty()) {
            return new Saving.AlreadySigned();
        }
        if (waiting.latest(practice.id(), visit)
                .filter(NotesForCoSignature.Written::waits)
                .isPresent()) {
            return new Saving.AwaitsCoSignature();
        }
        var said = chart.read(practice, head, typed.language());
        if (typed.wouldOverwrite(saved)) {
            return new Saving.ChangedMeanwhile(
                    typed.on(saved.version()).against(said),
                    saved.against(chart.read(practice, head, saved.language())));
        }
        var passages = new EnumMap<Heading, Passage>(Heading.class);
        passages.putAll(typed.passages());
        if (decision != null) {
            passages.computeIfPresent(decision.heading(), (heading, passage) -> {
                var words = said.getOrDefault(heading, "");
                return decision.useChart() ? Passage.following(words) : passage.keptOver(words);
            });
        }
        if (styles.of(practice.id(), who.id()) != typed.style()) {
            styles.remember(practice.id(), who.id(), typed.style());
        }
        var next = new NoteDraft(typed.language(), typed.style(), passages, typed.ending(), saved.version() + 1);
        rows.save(practice.id(), visit, next, who.id(), now);
        audit.append(practice.id(), entry(who.actor(), "drafted", head));
        var writing = next.against(said);
        var words = new NoteWords(
                messages, next.language(), practice.country(), head.visit().zone());
        return new Saving.Saved(writing, NoteDocument.note(head, writing, words));
    }

    /// A signed document, checked: it is what was signed, and it is about this visit.
    private Reading read(PracticeId practice, NoteRows.Signed signed) {
        return documents
                .read(practice, signed.document())
                .filter(reading -> switch (reading) {
                    case Reading.Genuine(var document) -> signed.isAbout(document);
                    case Reading.Altered _ -> true;
                })
                .orElseGet(() -> new Reading.Altered(signed.document()));
    }

    /// The documents of the practice's notes that are not what was signed.
    @Transactional(readOnly = true)
    public List<AppointmentId> altered(PracticeId practice) {
        return rows.allSigned(practice).stream()
                .filter(signed -> read(practice, signed) instanceof Reading.Altered)
                .map(NoteRows.Signed::visit)
                .distinct()
                .toList();
    }

    static AuditEntry entry(Actor actor, String action, NoteHead head) {
        return AuditEntry.of(actor, action, "note", head.visit().id().value())
                .about(head.patient().id().value())
                .during(head.visit().id().value());
    }

    private static Locale language(Locale reader) {
        return "es".equals(reader.getLanguage()) ? Locale.of("es") : Locale.ENGLISH;
    }
}
