package org.needlepoint.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.Picture;
import org.needlepoint.documents.Pictures;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Scans of consents that were signed on paper, each with the consent that it shows.
@Repository
public class ConsentScans {
    private final JdbcClient jdbc;
    private final Charts charts;
    private final Pictures pictures;
    private final AuditTrail audit;
    private final Clock clock;

    ConsentScans(JdbcClient jdbc, Charts charts, Pictures pictures, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.charts = charts;
        this.pictures = pictures;
        this.audit = audit;
        this.clock = clock;
    }

    /// A page.
    ///
    /// @param picture id of the picture
    /// @param visit   at which it was added
    /// @param page    of its file, 1..10
    public record Scan(ConsentId consent, UUID picture, UUID visit, int page, Instant addedAt) {}

    /// What became of a file.
    public sealed interface Adding {
        /// Kept, so many pages.
        record Added(int pages) implements Adding {}

        /// Refused: it is no JPEG or PNG, and no PDF of at most ten pages without a password.
        record NoScan() implements Adding {}
    }

    /// Adds a scan to a consent.
    ///
    /// @param sent a JPEG, PNG or PDF as it came
    /// @throws NotFound when the patient never gave this consent
    @Transactional
    public Adding add(PracticeId practice, PatientId chart, UUID visit, ConsentId consent, byte[] sent, Actor by) {
        if (!isOf(practice, chart, consent)) {
            throw new NotFound();
        }
        var pages = pictures(practice, chart, visit, sent, by);
        if (pages.isEmpty()) {
            return new Adding.NoScan();
        }
        link(practice, chart, visit, consent, pages, by);
        return new Adding.Added(pages.size());
    }

    /// Keeps the pages of a scan in the caller's transaction, before it is known which consent they show.
    ///
    /// @return empty when it is no scan
    List<UUID> pictures(PracticeId practice, PatientId chart, UUID visit, byte[] sent, Actor by) {
        return pictures.keepScan(practice, chart.value(), visit, Picture.Kind.CONSENT, sent, by);
    }

    /// Says in the caller's transaction which consent pages show.
    void link(PracticeId practice, PatientId chart, UUID visit, ConsentId consent, List<UUID> pages, Actor by) {
        for (int page = 0; page < pages.size(); page++) {
            jdbc.sql("""
                insert into intake.consent_scan
                  (practice_id, picture_id, consent_id, patient_id, visit_id, page, added_at, added_by)
                values (:practice, :picture, :consent, :patient, :visit, :page, :at, :by)
                """)
                    .param("practice", practice.value())
                    .param("picture", pages.get(page))
                    .param("consent", consent.value())
                    .param("patient", chart.value())
                    .param("visit", visit)
                    .param("page", page + 1)
                    .param("at", now())
                    .param("by", account(by))
                    .update();
            trail(practice, chart, visit, "kept", pages.get(page), by);
        }
    }

    /// Those of a patient that are not marked as wrong, in the order of time and pages.
    @Transactional(readOnly = true)
    public List<Scan> of(PracticeId practice, PatientId chart) {
        return jdbc.sql("""
            select s.consent_id, s.picture_id, s.visit_id, s.page, s.added_at
              from intake.consent_scan s
              left join intake.consent_scan_in_error e
                on e.practice_id = s.practice_id and e.picture_id = s.picture_id
             where s.practice_id = :practice
               and s.patient_id = any(:patients)
               and e.picture_id is null
             order by s.added_at, s.page
            """)
                .param("practice", practice.value())
                .param("patients", charts.with(practice, chart).toArray(UUID[]::new))
                .query((rs, _) -> new Scan(
                        new ConsentId(rs.getObject("consent_id", UUID.class)),
                        rs.getObject("picture_id", UUID.class),
                        rs.getObject("visit_id", UUID.class),
                        rs.getInt("page"),
                        rs.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Marks a page that does not belong here; it stays in the record and is shown no more. Marking twice changes
    /// nothing.
    ///
    /// @param reason 1..1000 characters
    /// @throws NotFound when the patient has no such page
    @Transactional
    public void markWrong(PracticeId practice, PatientId chart, UUID visit, UUID picture, String reason, Actor by) {
        if (of(practice, chart).stream().noneMatch(scan -> scan.picture().equals(picture))) {
            throw new NotFound();
        }
        jdbc.sql("""
            insert into intake.consent_scan_in_error (practice_id, picture_id, reason, marked_at, marked_by)
            values (:practice, :picture, :reason, :at, :by)
            on conflict (practice_id, picture_id) do nothing
            """)
                .param("practice", practice.value())
                .param("picture", picture)
                .param("reason", reason)
                .param("at", now())
                .param("by", account(by))
                .update();
        trail(practice, chart, visit, "entered-in-error", picture, by);
    }

    private boolean isOf(PracticeId practice, PatientId chart, ConsentId consent) {
        return jdbc.sql("""
            select 1
              from intake.consent_event
             where practice_id = :practice
               and id = :consent
               and kind = 'given'
               and patient_id = any(:patients)
            """)
                .param("practice", practice.value())
                .param("consent", consent.value())
                .param("patients", charts.with(practice, chart).toArray(UUID[]::new))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who keeps a scan has an account");
    }

    private void trail(PracticeId practice, PatientId chart, UUID visit, String action, UUID picture, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "consent-scan", picture)
                        .about(chart.value())
                        .during(visit));
    }
}
