package org.needlepoint.patients;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The gate behind a signed link: whoever holds it says the patient's birth date first, since links are forwarded. Five
/// tries, then the phone number (rule P3). A right answer is remembered by that browser for half an hour.
@Service
public class LinkGate {
    /// Wrong answers before the link opens nothing any more for a day.
    public static final int MOST = 5;

    /// The cookie that remembers a right answer, for the one page that it was given on.
    public static final String COOKIE = "np-open";

    private static final Duration COUNTED = Duration.ofDays(1);
    private static final Duration OPEN = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final PatientRows patients;
    private final SignedLinks links;
    private final PublicUrl url;
    private final AuditTrail audit;
    private final Clock clock;

    LinkGate(JdbcClient jdbc, PatientRows patients, SignedLinks links, PublicUrl url, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.patients = patients;
        this.links = links;
        this.url = url;
        this.audit = audit;
        this.clock = clock;
    }

    /// What an answer was worth.
    public enum Answer {
        RIGHT,
        WRONG,
        /// No more tries; a right answer counts no more either.
        LOCKED
    }

    /// Checks an answer and counts it when it is wrong. Answers about one subject are checked one after the other.
    ///
    /// @param subject what the link is about, such as the visit's id
    @Transactional
    public Answer answer(PracticeId practice, PatientId patient, UUID subject, LocalDate birthDate) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 0)) is null")
                .param("subject", subject.toString())
                .query(Boolean.class)
                .single();
        if (locked(practice, subject)) {
            return Answer.LOCKED;
        }
        var right = patients.find(practice, patient)
                .map(found -> found.demographics().birthDate().equals(birthDate))
                .orElse(false);
        if (right) {
            return Answer.RIGHT;
        }
        jdbc.sql("""
            insert into patients.birth_date_try (practice_id, id, subject_id, at)
            values (:practice, :id, :subject, :now)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("subject", subject)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.append(
                practice,
                AuditEntry.of(Actor.GUEST, "checked", "link", subject)
                        .about(patient.value())
                        .denied("wrong birth date"));
        return locked(practice, subject) ? Answer.LOCKED : Answer.WRONG;
    }

    /// Whether the tries are used up.
    @Transactional(readOnly = true)
    public boolean locked(PracticeId practice, UUID subject) {
        return jdbc.sql("""
            select count(*)
              from patients.birth_date_try
             where practice_id = :practice
               and subject_id = :subject
               and at > :since
            """)
                        .param("practice", practice.value())
                        .param("subject", subject)
                        .param("since", OffsetDateTime.ofInstant(clock.instant().minus(COUNTED), ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                >= MOST;
    }

    /// The value of a `Set-Cookie` header that remembers a right answer.
    ///
    /// @param path of the pages about the subject, such as `/p/{slug}/prepare/{token}`; the cookie goes nowhere
    /// else
    public String openCookie(PracticeId practice, UUID subject, String path) {
        var pass = links.issue(
                practice,
                SignedLinks.Purpose.LINK_OPENED,
                subject,
                clock.instant().plus(OPEN));
        return ResponseCookie.from(COOKIE, pass)
                .path(path)
                .maxAge(OPEN)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(!isThisMachine())
                .build()
                .toString();
    }

    /// Whether a browser brings the memory of a right answer about this subject.
    public boolean isOpen(PracticeId practice, UUID subject, @Nullable String cookie) {
        return cookie != null
                && links.read(practice, SignedLinks.Purpose.LINK_OPENED, cookie)
                        .equals(new SignedLinks.Reading.Valid(subject));
    }

    private boolean isThisMachine() {
        var base = URI.create(url.base());
        return "http".equals(base.getScheme()) && "localhost".equals(base.getHost());
    }
}
