package org.needlepoint.charting.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The table of referrals: added to, never changed.
@Repository
public class Referrals {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final Patients patients;

    Referrals(JdbcClient jdbc, AuditTrail audit, Clock clock, Patients patients) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.patients = patients;
    }

    /// All of a chart and of the provisional patients linked to it, those that were entered in error too, the latest
    /// first.
    @Transactional(readOnly = true)
    public List<Referral> of(PracticeId practice, PatientId chart) {
        return jdbc.sql("""
            select r.id, r.dated, r.from_whom, s.referral_id is not null as struck
              from charting.referral r
              left join charting.struck_referral s on s.practice_id = r.practice_id and s.referral_id = r.id
             where r.practice_id = :practice
               and r.patient_id = any(:patients)
             order by r.dated desc, r.id desc
            """)
                .param("practice", practice.value())
                .param("patients", with(practice, chart))
                .query((rs, _) -> new Referral(
                        rs.getObject("id", UUID.class),
                        rs.getObject("dated", LocalDate.class),
                        rs.getString("from_whom"),
                        rs.getBoolean("struck")))
                .list();
    }

    /// Whether one is on file that is dated no later than a day. How long it holds nobody has entered: its date is
    /// shown.
    @Transactional(readOnly = true)
    public boolean onFile(PracticeId practice, PatientId chart, LocalDate day) {
        return of(practice, chart).stream()
                .anyMatch(it -> !it.struck() && !it.dated().isAfter(day));
    }

    /// Notes a referral that somebody saw.
    ///
    /// @param from 1..200 characters
    @Transactional
    public void note(PracticeId practice, PatientId chart, LocalDate dated, String from, Actor by) {
        var id = Uuid7.next();
        jdbc.sql("""
            insert into charting.referral (practice_id, id, patient_id, dated, from_whom, recorded_at, recorded_by)
            values (:practice, :id, :patient, :dated, :from, :now, :by)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("patient", chart.value())
                .param("dated", dated)
                .param("from", from)
                .param("now", now())
                .param("by", account(by))
                .update();
        append(practice, chart, "noted", id, by);
    }

    /// Says that a referral was entered in error; said again it changes nothing.
    ///
    /// @throws NotFound when the chart has no such referral
    @Transactional
    public void strike(PracticeId practice, PatientId chart, UUID referral, Actor by) {
        if (of(practice, chart).stream().noneMatch(it -> it.id().equals(referral))) {
            throw new NotFound();
        }
        int struck = jdbc.sql("""
            insert into charting.struck_referral (practice_id, referral_id, struck_at, struck_by)
            values (:practice, :referral, :now, :by)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("referral", referral)
                .param("now", now())
                .param("by", account(by))
                .update();
        if (struck > 0) {
            append(practice, chart, "struck", referral, by);
        }
    }

    private UUID[] with(PracticeId practice, PatientId chart) {
        var linked = patients.linkedTo(practice, chart).stream().map(Patient::id);
        return Stream.concat(Stream.of(chart), linked).map(PatientId::value).toArray(UUID[]::new);
    }

    private void append(PracticeId practice, PatientId chart, String action, UUID id, Actor by) {
        audit.append(practice, AuditEntry.of(by, action, "referral", id).about(chart.value()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who notes it has an account");
    }
}
