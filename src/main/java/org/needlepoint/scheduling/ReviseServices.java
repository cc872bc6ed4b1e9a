package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// What an owner says of a service: what it is, who offers it where, and when. Visits that are booked stay as they were
/// booked, whatever changes.
@org.springframework.stereotype.Service
public class ReviseServices {
    /// Everything that is said of a service.
    ///
    /// @param windows empty: in all hours
    public record Terms(ServicePlan plan, Set<By> by, List<Window> windows) {
        public Terms {
            by = Set.copyOf(by);
            windows = List.copyOf(windows);
        }
    }

    /// Who offers it where.
    public record By(PractitionerId practitioner, UUID location) {}

    /// When it may be booked by whom.
    public record Window(Audience audience, DayOfWeek weekday, LocalTime opens, LocalTime closes) {}

    /// What came of a change.
    public sealed interface Change {
        /// Saved.
        record Saved() implements Change {}

        /// Refused: somebody changed the service meanwhile; this is how it stands now.
        record ChangedMeanwhile(Service now) implements Change {}
    }

    private final Services services;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ReviseServices(Services services, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.services = services;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds a service.
    @Transactional
    public ServiceId add(PracticeId practice, Terms terms, Actor actor) {
        var id = services.add(practice, terms.plan(), actor);
        write(practice, id, terms);
        return id;
    }

    /// Says everything of a service anew.
    ///
    /// @param version the version that the form carried
    @Transactional
    public Change change(PracticeId practice, ServiceId id, int version, Terms terms, Actor actor) {
        if (!services.update(practice, id, version, terms.plan())) {
            return new Change.ChangedMeanwhile(services.find(practice, id).orElseThrow(NotFound::new));
        }
        clear(
                "delete from scheduling.service_practitioner where practice_id = :practice and service_id = :id",
                practice,
                id);
        clear("delete from scheduling.service_window where practice_id = :practice and service_id = :id", practice, id);
        write(practice, id, terms);
        audit.append(practice, AuditEntry.of(actor, "changed", "service", id.value()));
        return new Change.Saved();
    }

    /// Offers a service no longer, or again. Booked visits stay.
    @Transactional
    public void setActive(PracticeId practice, ServiceId id, boolean active, Actor actor) {
        int changed = jdbc.sql("""
            update scheduling.service
               set active = :active, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
               and active <> :active
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("active", active)
                .param("now", Columns.utc(clock.instant()))
                .update();
        if (changed > 0) {
            audit.append(practice, AuditEntry.of(actor, active ? "resumed" : "retired", "service", id.value()));
        }
    }

    private void write(PracticeId practice, ServiceId id, Terms terms) {
        terms.by().forEach(by -> services.offer(practice, new Offer(id, by.practitioner(), by.location())));
        terms.windows()
                .forEach(window -> services.addWindow(
                        practice,
                        new ServiceWindow(id, window.audience(), window.weekday(), window.opens(), window.closes())));
    }

    private void clear(String statement, PracticeId practice, ServiceId id) {
        jdbc.sql(statement)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }
}
