package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Profession;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a practice offers, who offers it where, and when it may be booked.
@Repository
public class Services {
    private final JdbcClient jdbc;
    private final Columns columns;
    private final AuditTrail audit;
    private final Clock clock;

    Services(JdbcClient jdbc, Columns columns, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds a service that can be booked as soon as somebody offers it.
    @Transactional
    public ServiceId add(PracticeId practice, ServicePlan plan, Actor actor) {
        var id = ServiceId.next();
        described(jdbc.sql("""
            insert into scheduling.service
              (practice_id, id, name, description, modality, audience, needling, price_cents, currency, minutes, grid_minutes,
               minimum_notice_minutes, horizon_days, cancellation_hours, position, buffer_before_minutes,
               buffer_after_minutes, professions, credential, fewest_gaps, changed_at)
            values
              (:practice, :id, cast(:name as jsonb), cast(:description as jsonb), :modality, :audience, :needling, :cents,
               :currency, :minutes, :grid, :notice, :horizon, :cancellation, :position, :bufferBefore, :bufferAfter,
               :professions, :credential, :fewestGaps, :now)
            """), practice, id, plan).update();
        writeParts(practice, id, plan);
        audit.append(practice, AuditEntry.of(actor, "added", "service", id.value()));
        return id;
    }

    /// Says anew what a service is.
    ///
    /// @return false when it is not in that version any more; then nothing was written
    boolean update(PracticeId practice, ServiceId id, int version, ServicePlan plan) {
        int changed = described(jdbc.sql("""
            update scheduling.service
               set name = cast(:name as jsonb), description = cast(:description as jsonb), modality = :modality,
                   audience = :audience, needling = :needling, price_cents = :cents, currency = :currency, minutes = :minutes,
                   grid_minutes = :grid, minimum_notice_minutes = :notice, horizon_days = :horizon,
                   cancellation_hours = :cancellation, position = :position, buffer_before_minutes = :bufferBefore,
                   buffer_after_minutes = :bufferAfter, professions = :professions, credential = :credential,
                   fewest_gaps = :fewestGaps, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
               and version = :version
            """), practice, id, plan)
                .param("version", version)
                .update();
        if (changed == 0) {
            return false;
        }
        for (var statement : List.of(
                "delete from scheduling.service_segment where practice_id = :practice and service_id = :id",
                "delete from scheduling.service_equipment where practice_id = :practice and service_id = :id")) {
            jdbc.sql(statement)
                    .param("practice", practice.value())
                    .param("id", id.value())
                    .update();
        }
        writeParts(practice, id, plan);
        return true;
    }

    private JdbcClient.StatementSpec described(
            JdbcClient.StatementSpec statement, PracticeId practice, ServiceId id, ServicePlan plan) {
        return statement
                .param("practice", practice.value())
                .param("id", id.value())
                .param("name", columns.json(plan.name()))
                .param("description", columns.json(plan.description()))
                .param("modality", plan.modality().code())
                .param("audience", plan.audience().code())
                .param("needling", plan.needling())
                .param("cents", plan.price().cents())
                .param("currency", plan.price().currency().getCurrencyCode())
                .param(
                        "minutes",
                        plan.segments().stream().mapToInt(Segment::minutes).sum())
                .param("grid", plan.gridMinutes())
                .param("notice", plan.minimumNoticeMinutes())
                .param("horizon", plan.horizonDays())
                .param("cancellation", plan.cancellationHours())
                .param("position", plan.position())
                .param("bufferBefore", plan.demands().bufferBefore())
                .param("bufferAfter", plan.demands().bufferAfter())
                .param(
                        "professions",
                        plan.demands().professions().stream()
                                .map(Profession::code)
                                .sorted()
                                .toArray(String[]::new))
                .param("credential", plan.demands().credential())
                .param("fewestGaps", plan.demands().fewestGaps())
                .param("now", Columns.utc(clock.instant()));
    }

    private void writeParts(PracticeId practice, ServiceId id, ServicePlan plan) {
        for (int i = 0; i < plan.segments().size(); i++) {
            var segment = plan.segments().get(i);
            jdbc.sql("""
                insert into scheduling.service_segment (practice_id, service_id, position, presence, minutes)
                values (:practice, :id, :position, :presence, :minutes)
                """)
                    .param("practice", practice.value())
                    .param("id", id.value())
                    .param("position", i)
                    .param("presence", segment.presence().code())
                    .param("minutes", segment.minutes())
                    .update();
        }
        for (var kind : plan.demands().equipment()) {
            jdbc.sql("""
                insert into scheduling.service_equipment (practice_id, service_id, kind)
                values (:practice, :id, :kind)
                """)
                    .param("practice", practice.value())
                    .param("id", id.value())
                    .param("kind", kind.code())
                    .update();
        }
    }

    /// Says that a practitioner offers a service at a location; said twice, it is the same.
    @Transactional
    public void offer(PracticeId practice, Offer offer) {
        jdbc.sql("""
            insert into scheduling.service_practitioner (practice_id, service_id, practitioner_id, location_id)
            values (:practice, :service, :practitioner, :location)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("service", offer.service().value())
                .param("practitioner", offer.practitioner().value())
                .param("location", offer.location())
                .update();
    }

    /// Adds a window. From the first window on, a service is booked in its windows only.
    @Transactional
    public void addWindow(PracticeId practice, ServiceWindow window) {
        jdbc.sql("""
            insert into scheduling.service_window (practice_id, id, service_id, audience, weekday, opens, closes)
            values (:practice, :id, :service, :audience, :weekday, :opens, :closes)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("service", window.service().value())
                .param("audience", window.audience().code())
                .param("weekday", window.weekday().getValue())
                .param("opens", window.opens())
                .param("closes", window.closes())
                .update();
    }

    /// The services that can be booked, in the order of lists.
    @Transactional(readOnly = true)
    public List<Service> active(PracticeId practice) {
        return all(practice, true);
    }

    /// The services that are no longer offered, in the order of lists.
    @Transactional(readOnly = true)
    public List<Service> retired(PracticeId practice) {
        return all(practice, false);
    }

    private List<Service> all(PracticeId practice, boolean active) {
        var segments = new HashMap<UUID, List<Segment>>();
        jdbc.sql("""
            select service_id, presence, minutes
              from scheduling.service_segment
             where practice_id = :practice
             order by service_id, position
            """).param("practice", practice.value()).query(rs -> {
            segments.computeIfAbsent(Columns.uuid(rs, "service_id"), _ -> new java.util.ArrayList<>())
                    .add(segment(rs));
        });
        return jdbc.sql("""
            select s.*, array(select e.kind
                                from scheduling.service_equipment e
                               where e.practice_id = s.practice_id
                                 and e.service_id = s.id) as equipment
              from scheduling.service s
             where s.practice_id = :practice
               and s.active = :active
             order by s.position, s.id
            """)
                .param("practice", practice.value())
                .param("active", active)
                .query((rs, _) -> service(rs, segments))
                .list();
    }

    /// One service, also one no longer offered; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Service> find(PracticeId practice, ServiceId id) {
        var segments = jdbc.sql("""
                select presence, minutes
                  from scheduling.service_segment
                 where practice_id = :practice
                   and service_id = :id
                 order by position
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> segment(rs))
                .list();
        return jdbc.sql("""
            select s.*, array(select e.kind
                                from scheduling.service_equipment e
                               where e.practice_id = s.practice_id
                                 and e.service_id = s.id) as equipment
              from scheduling.service s
             where s.practice_id = :practice
               and s.id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> service(rs, Map.of(id.value(), segments)))
                .optional();
    }

    /// Who offers what where.
    @Transactional(readOnly = true)
    public List<Offer> offers(PracticeId practice) {
        return jdbc.sql("""
            select service_id, practitioner_id, location_id
              from scheduling.service_practitioner
             where practice_id = :practice
             order by service_id, practitioner_id, location_id
            """)
                .param("practice", practice.value())
                .query((rs, _) -> offer(rs))
                .list();
    }

    /// The windows of a service, by weekday and time.
    @Transactional(readOnly = true)
    public List<ServiceWindow> windows(PracticeId practice, ServiceId service) {
        return jdbc.sql("""
            select service_id, audience, weekday, opens, closes
              from scheduling.service_window
             where practice_id = :practice
               and service_id = :service
             order by weekday, opens
            """)
                .param("practice", practice.value())
                .param("service", service.value())
                .query((rs, _) -> new ServiceWindow(
                        new ServiceId(Columns.uuid(rs, "service_id")),
                        Audience.of(rs.getString("audience")),
                        DayOfWeek.of(rs.getInt("weekday")),
                        rs.getObject("opens", LocalTime.class),
                        rs.getObject("closes", LocalTime.class)))
                .list();
    }

    static Offer offer(ResultSet rs) throws SQLException {
        return new Offer(
                new ServiceId(Columns.uuid(rs, "service_id")),
                new PractitionerId(Columns.uuid(rs, "practitioner_id")),
                Columns.uuid(rs, "location_id"));
    }

    private static Segment segment(ResultSet rs) throws SQLException {
        return new Segment(Segment.Presence.of(rs.getString("presence")), rs.getInt("minutes"));
    }

    private Service service(ResultSet rs, Map<UUID, List<Segment>> segments) throws SQLException {
        var id = Columns.uuid(rs, "id");
        return new Service(
                new ServiceId(id),
                columns.texts(rs, "name"),
                columns.texts(rs, "description"),
                List.copyOf(segments.getOrDefault(id, List.of())),
                Modality.of(rs.getString("modality")),
                Audience.of(rs.getString("audience")),
                rs.getBoolean("needling"),
                Columns.money(rs),
                rs.getInt("grid_minutes"),
                rs.getInt("minimum_notice_minutes"),
                rs.getInt("horizon_days"),
                rs.getInt("cancellation_hours"),
                rs.getInt("position"),
                demands(rs),
                rs.getBoolean("active"),
                rs.getInt("version"));
    }

    private static Demands demands(ResultSet rs) throws SQLException {
        return new Demands(
                rs.getInt("buffer_before_minutes"),
                rs.getInt("buffer_after_minutes"),
                Arrays.stream((String[]) rs.getArray("professions").getArray())
                        .map(Profession::of)
                        .collect(Collectors.toSet()),
                rs.getString("credential"),
                Arrays.stream((String[]) rs.getArray("equipment").getArray())
                        .map(Equipment.Kind::of)
                        .toList(),
                rs.getBoolean("fewest_gaps"));
    }
}
