package org.needlepoint.credentials.logbook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.logbook.SupervisedSession.Outcome;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps supervised sessions and what instructors say of them. Accepted ones count at the gate.
@Service
public class Logbook {
    private final LogbookRows rows;
    private final Entitlements entitlements;
    private final AuditTrail audit;
    private final Clock clock;

    Logbook(LogbookRows rows, Entitlements entitlements, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.entitlements = entitlements;
        this.audit = audit;
        this.clock = clock;
    }

    /// A session to be entered; the meaning of each is [SupervisedSession]'s.
    public record Entry(
            PractitionerId trainee,
            PractitionerId instructor,
            @Nullable UUID visit,
            Jurisdiction jurisdiction,
            LocalDate held,
            String what) {}

    /// What became of a signing.
    public sealed interface SigningOff {
        /// It is kept.
        record Signed(Outcome outcome) implements SigningOff {}

        /// Refused: only the instructor who was in the room signs, never the trainee.
        record NotTheInstructor() implements SigningOff {}

        /// Refused: the instructor was not entitled there on that day.
        record NotEntitled(Entitlement.NotEntitled why) implements SigningOff {}

        /// Refused: what needs more is told in a word.
        record WordMissing() implements SigningOff {}
    }

    /// Enters a session; the same visit of the same trainee is entered once.
    @Transactional
    public void enter(PracticeId practice, Entry entry, Actor by) {
        var session = new SupervisedSession(
                Uuid7.next(),
                entry.trainee(),
                entry.instructor(),
                entry.visit(),
                entry.jurisdiction(),
                entry.held(),
                entry.what(),
                List.of());
        if (rows.add(practice, session, clock.instant(), by.id())) {
            audit.append(practice, AuditEntry.of(by, "entered", "supervised-session", session.id()));
        }
    }

    /// What a practitioner did under supervision, the latest first.
    @Transactional(readOnly = true)
    public List<SupervisedSession> done(PracticeId practice, PractitionerId trainee) {
        return rows.of(practice, trainee).stream()
                .filter(it -> it.trainee().equals(trainee))
                .toList();
    }

    /// What a practitioner instructed, the latest first.
    @Transactional(readOnly = true)
    public List<SupervisedSession> instructed(PracticeId practice, PractitionerId instructor) {
        return rows.of(practice, instructor).stream()
                .filter(it -> it.instructor().equals(instructor))
                .toList();
    }

    /// Signs a session off, or says what is missing. Signed again, the latest stands.
    ///
    /// @param word 1..1000 characters; null: nothing to add
    /// @throws NotFound when the signer neither did nor instructed a session of that id
    @Transactional
    public SigningOff sign(
            PracticeId practice, PractitionerId signer, UUID id, Outcome outcome, @Nullable String word, Actor by) {
        var session = rows.of(practice, signer).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!session.instructor().equals(signer)) {
            audit.appendDenial(
                    practice,
                    AuditEntry.of(by, "signed-off", "supervised-session", id).denied("not-the-instructor"));
            return new SigningOff.NotTheInstructor();
        }
        if (entitlements.in(practice, signer, session.jurisdiction(), session.held(), null)
                instanceof Entitlement.NotEntitled why) {
            return new SigningOff.NotEntitled(why);
        }
        if (outcome == Outcome.NEEDS_MORE && word == null) {
            return new SigningOff.WordMissing();
        }
        var account = Objects.requireNonNull(by.id(), "who signs has an account");
        rows.sign(practice, id, signer, outcome, word, clock.instant(), account);
        audit.append(practice, AuditEntry.of(by, "signed-off", "supervised-session", id));
        return new SigningOff.Signed(outcome);
    }
}
