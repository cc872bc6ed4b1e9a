package org.needlepoint.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a minor may keep private from a guardian, by state: as somebody of the practice found it, with source and date.
/// The knowledge holds nothing about it, so where nobody entered anything it is not known.
@Repository
public class MinorPrivacies {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    MinorPrivacies(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// What holds.
    public enum Answer {
        PRIVATE,
        GUARDIAN_SEES,
        DEPENDS,
        UNKNOWN;

        /// As stored: `guardian-sees`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What somebody found.
    ///
    /// @param region      a state as the practice's addresses write it, such as `MD`
    /// @param inForceFrom the day from which it holds
    /// @param source      1..500 characters
    public record Found(String region, Answer answer, LocalDate inForceFrom, String source) {}

    /// What is known of a state today; empty: not known.
    public record Known(String region, Optional<Found> found) {}

    /// Of the state in which one of the practice's places lies.
    ///
    /// @throws NotFound when the practice has no such place
    @Transactional(readOnly = true)
    public Known at(Practice practice, UUID location) {
        var region = region(practice, location);
        var found = jdbc.sql("""
            select answer, in_force_from, source
              from intake.minor_privacy
             where practice_id = :practice
               and region = :region
               and in_force_from <= :today
             order by in_force_from desc, recorded_at desc, id desc
             limit 1
            """)
                .param("practice", practice.id().value())
                .param("region", region)
                .param("today", LocalDate.ofInstant(clock.instant(), practice.zone()))
                .query((rs, _) -> new Found(
                        region,
                        Answer.valueOf(Objects.requireNonNull(rs.getString("answer"))
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_')),
                        rs.getObject("in_force_from", LocalDate.class),
                        rs.getString("source")))
                .optional();
        return new Known(region, found);
    }

    /// The state in which a place lies, as its address writes it.
    ///
    /// @throws NotFound when the practice has no such place
    public static String region(Practice practice, UUID location) {
        return practice.locations().stream()
                .filter(each -> each.id().equals(location))
                .findFirst()
                .map(Practice.Location::region)
                .orElseThrow(NotFound::new);
    }

    /// Keeps what somebody found; an earlier finding stays on record.
    @Transactional
    public void add(PracticeId practice, Found found, Actor by) {
        var id = Uuid7.next();
        jdbc.sql("""
            insert into intake.minor_privacy
              (practice_id, id, region, answer, in_force_from, source, recorded_at, recorded_by)
            values (:practice, :id, :region, :answer, :from, :source, :now, :by)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("region", found.region())
                .param("answer", found.answer().code())
                .param("from", found.inForceFrom())
                .param("source", found.source())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by.id())
                .update();
        audit.append(practice, AuditEntry.of(by, "recorded", "minor-privacy", id));
    }
}
