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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens the note of a visit and keeps what is typed into it.
@Service
public class VisitNotes {
    private final NoteHeads heads;
    private final NoteRows rows;
    private final ReadChart chart;
    private final Hindrances hindrances;
    private final SignedDocuments documents;
    private final AuditTrail audit;
    private final Clock clock;

    VisitNotes(
            NoteHeads heads,
            NoteRows rows,
            ReadChart chart,
            Hindrances hindrances,
            SignedDocuments documents,
            AuditTrail audit,
            Clock clock) {
        this.heads = heads;
        this.rows = rows;
        this.chart = chart;
        this.hindrances = hindrances;
        this.documents = documents;
        this.audit = audit;
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
                return new VisitNote.Signed(
                        head,
                        signed.stream().map(each -> read(practice.id(), each)).toList(),
                        heads.maySign(who, head.visit()),
                        hindrances.unsettled(practice, head.visit()));
            }
            var draft = rows.draft(practice.id(), visit).orElseGet(() -> NoteDraft.blank(language(language)));
            return unsigned(practice, head, draft, who);
        });
    }

    /// What was typed, against the chart as it is now; for pages that come back with it.
    @Transactional(readOnly = true)
    public Optional<VisitNote.Unsigned> typed(Practice practice, AppointmentId visit, NoteDraft typed, SignedIn who) {
        return heads.of(practice, visit).map(head -> unsigned(practice, head, typed, who));
    }

    private VisitNote.Unsigned unsigned(Practice practice, NoteHead head, NoteDraft draft, SignedIn who) {
        return new VisitNote.Unsigned(
                head,
                draft.against(chart.read(practice, head, draft.language())),
                chart.needled(practice, head),
                hindrances.of(practice, head.visit(), who));
    }

    /// Saves a draft.
    ///
    /// @param decision where the writer has decided between the chart and their own words; else null
    @Transactional
    public Saving save(
            Practice practice, AppointmentId visit, NoteDraft typed, @Nullable Decision decision, SignedIn who) {
        var head = heads.of(practice, visit).orElseThrow(NotFound::new);
        var now = clock.instant();
        var saved = rows.lock(practice.id(), visit, head.patient().id(), typed.language(), who.id(), now);
        if (!rows.signed(practice.id(), visit).isEmpty()) {
            return new Saving.AlreadySigned();
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
        var next = new NoteDraft(typed.language(), passages, typed.besides(), saved.version() + 1);
        rows.save(practice.id(), visit, next, who.id(), now);
        audit.append(practice.id(), entry(who.actor(), "drafted", head));
        return new Saving.Saved(next.against(said));
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
