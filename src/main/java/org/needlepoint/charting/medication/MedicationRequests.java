package org.needlepoint.charting.medication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.medication.MedicationRequest.Answer;
import org.needlepoint.charting.medication.MedicationRequest.Wanted;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The requests of a practice.
@Repository
public class MedicationRequests {
    private final JdbcClient jdbc;

    MedicationRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of a visit, the oldest first.
    @Transactional(readOnly = true)
    public List<MedicationRequest> ofVisit(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            select r.id, r.visit_id, r.patient_id, r.drug, r.dose, r.frequency, r.quantity, r.days, r.reason,
                   r.requested_at, r.requested_by, a.answer, a.word, a.answered_at, a.answered_by
              from charting.medication_request r
              left join charting.medication_answer a on a.practice_id = r.practice_id and a.request_id = r.id
             where r.practice_id = :practice
               and r.visit_id = :visit
             order by r.requested_at, r.id
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> request(rs))
                .list();
    }

    /// Those that wait for an answer, the oldest first.
    @Transactional(readOnly = true)
    public List<MedicationRequest> open(PracticeId practice) {
        return jdbc.sql("""
            select r.id, r.visit_id, r.patient_id, r.drug, r.dose, r.frequency, r.quantity, r.days, r.reason,
                   r.requested_at, r.requested_by, a.answer, a.word, a.answered_at, a.answered_by
              from charting.medication_request r
              left join charting.medication_answer a on a.practice_id = r.practice_id and a.request_id = r.id
             where r.practice_id = :practice
               and a.request_id is null
             order by r.requested_at, r.id
            """)
                .param("practice", practice.value())
                .query((rs, _) -> request(rs))
                .list();
    }

    Optional<MedicationRequest> find(PracticeId practice, MedicationRequestId id) {
        return jdbc.sql("""
            select r.id, r.visit_id, r.patient_id, r.drug, r.dose, r.frequency, r.quantity, r.days, r.reason,
                   r.requested_at, r.requested_by, a.answer, a.word, a.answered_at, a.answered_by
              from charting.medication_request r
              left join charting.medication_answer a on a.practice_id = r.practice_id and a.request_id = r.id
             where r.practice_id = :practice
               and r.id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> request(rs))
                .optional();
    }

    void insert(PracticeId practice, MedicationRequest request) {
        var wanted = request.wanted();
        jdbc.sql("""
            insert into charting.medication_request
              (practice_id, id, visit_id, patient_id, drug, dose, frequency, quantity, days, reason, requested_at,
               requested_by)
            values
              (:practice, :id, :visit, :patient, :drug, :dose, :frequency, :quantity, :days, :reason, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", request.id().value())
                .param("visit", request.visit().value())
                .param("patient", request.patient().value())
                .param("drug", wanted.drug())
                .param("dose", wanted.dose())
                .param("frequency", wanted.frequency())
                .param("quantity", wanted.quantity())
                .param("days", wanted.days())
                .param("reason", wanted.reason())
                .param("at", utc(request.at()))
                .param("by", request.by())
                .update();
    }

    /// Writes an answer down.
    ///
    /// @return false when there was one before
    boolean answer(PracticeId practice, MedicationRequestId id, Answer answer) {
        return jdbc.sql("""
            insert into charting.medication_answer (practice_id, request_id, answer, word, answered_at, answered_by)
            values (:practice, :id, :answer, :word, :at, :by)
            on conflict (practice_id, request_id) do nothing
            """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("answer", answer.sent() ? "sent-by-hand" : "declined")
                        .param("word", answer.word())
                        .param("at", utc(answer.at()))
                        .param("by", answer.by())
                        .update()
                == 1;
    }

    private static MedicationRequest request(ResultSet rs) throws SQLException {
        return new MedicationRequest(
                new MedicationRequestId(rs.getObject("id", UUID.class)),
                new AppointmentId(rs.getObject("visit_id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new Wanted(
                        rs.getString("drug"),
                        rs.getString("dose"),
                        rs.getString("frequency"),
                        rs.getString("quantity"),
                        rs.getInt("days"),
                        rs.getString("reason")),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                rs.getObject("requested_by", UUID.class),
                answer(rs));
    }

    private static @Nullable Answer answer(ResultSet rs) throws SQLException {
        var answer = rs.getString("answer");
        return answer == null
                ? null
                : new Answer(
                        answer.equals("sent-by-hand"),
                        rs.getString("word"),
                        rs.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("answered_by", UUID.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
