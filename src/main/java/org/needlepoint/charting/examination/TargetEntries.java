package org.needlepoint.charting.examination;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.examination.TargetEntry.Chosen;
import org.needlepoint.charting.examination.TargetEntry.EnteredInError;
import org.needlepoint.charting.examination.TargetEntry.Moved;
import org.needlepoint.charting.examination.TargetEntry.PutBack;
import org.needlepoint.charting.examination.TargetEntry.Said;
import org.needlepoint.charting.examination.TargetEntry.TakenOff;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of what was said of targets: added to, never changed.
@Repository
class TargetEntries {
    private final JdbcClient jdbc;

    TargetEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, AppointmentId visit, PatientId patient, TargetEntry entry) {
        var chosen = entry.said() instanceof Chosen it ? it : null;
        jdbc.sql("""
            insert into charting.target_entry
              (practice_id, id, visit_id, patient_id, target_id, said, muscle, side, point, reasons, explains, words,
               knowledge, place, recorded_at, recorded_by)
            values
              (:practice, :id, :visit, :patient, :target, :said, :muscle, :side, :point, :reasons, :explains, :words,
               :knowledge, :place, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("visit", visit.value())
                .param("patient", patient.value())
                .param("target", entry.target().value())
                .param("said", entry.said().word())
                .param("muscle", chosen == null ? null : chosen.muscle())
                .param("side", chosen == null ? null : chosen.side().name())
                .param("point", chosen == null ? null : chosen.point())
                .param("reasons", chosen == null ? null : reasons(chosen.because()))
                .param("explains", chosen == null ? null : explains(chosen.because()))
                .param("words", chosen == null ? null : chosen.because().words())
                .param("knowledge", chosen == null ? null : chosen.knowledge())
                .param("place", entry.said() instanceof Moved(var place) ? place : null)
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("by", entry.by())
                .update();
    }

    private static String[] reasons(Because because) {
        return because.reasons().stream().map(Reason::word).toArray(String[]::new);
    }

    private static String[] explains(Because because) {
        return because.explains().stream().map(ZonePlace::word).toArray(String[]::new);
    }

    /// All that was ever said of a visit's targets, in the order in which it was said.
    List<TargetEntry> of(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            select e.target_id, e.said, e.muscle, e.side, e.point, e.reasons, e.explains, e.words, e.knowledge, e.place,
                   e.recorded_at, e.recorded_by
              from charting.target_entry e
             where e.practice_id = :practice
               and e.visit_id = :visit
             order by e.recorded_at, e.id
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> entry(rs))
                .list();
    }

    static final String LAST_VISIT = """
        select e.visit_id
          from charting.target_entry e
         where e.practice_id = :practice
           and e.patient_id = :patient
           and e.recorded_at < :before
           and e.visit_id <> :except
         order by e.recorded_at desc
         limit 1
        """;

    /// The visit whose targets were last spoken about before a time, another one excepted.
    Optional<AppointmentId> lastVisit(PracticeId practice, PatientId patient, AppointmentId except, Instant before) {
        return jdbc.sql(LAST_VISIT)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("except", except.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(AppointmentId::new);
    }

    private static TargetEntry entry(ResultSet rs) throws SQLException {
        return new TargetEntry(
                new TargetId(rs.getObject("target_id", UUID.class)),
                said(rs),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_by", UUID.class));
    }

    private static Said said(ResultSet rs) throws SQLException {
        return switch (rs.getString("said")) {
            case "chosen" ->
                new Chosen(
                        rs.getString("muscle"),
                        Laterality.valueOf(rs.getString("side")),
                        rs.getString("point"),
                        new Because(
                                words(rs.getArray("reasons")).stream()
                                        .map(word -> Reason.of(word).orElseThrow())
                                        .toList(),
                                words(rs.getArray("explains")).stream()
                                        .map(word -> ZonePlace.of(word).orElseThrow())
                                        .toList(),
                                rs.getString("words")),
                        rs.getString("knowledge"));
            case "moved" -> new Moved(rs.getInt("place"));
            case "taken-off" -> new TakenOff();
            case "put-back" -> new PutBack();
            case "entered-in-error" -> new EnteredInError();
            case String other -> throw new IllegalStateException("unknown entry " + other);
        };
    }

    private static List<String> words(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
