package org.needlepoint.charting.overrides;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.needling.Because;
import org.needlepoint.charting.overrides.GoneOn.Kind;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Counts what was put to practitioners and what they went on with (rule C4). It names no patient.
@Repository
public class OverrideRates {
    private final JdbcClient jdbc;

    OverrideRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record About(Kind kind, String subject, UUID account) {}

    /// For each screening question, hazard and practitioner, the most frequent first; empty when nothing was put to
    /// anybody.
    ///
    /// @param from first local day
    /// @param to   last local day, included
    @Transactional(readOnly = true)
    public List<GoneOn> between(PracticeId practice, LocalDate from, LocalDate to, ZoneId zone) {
        var since = from.atStartOfDay(zone).toInstant();
        var until = to.plusDays(1).atStartOfDay(zone).toInstant();
        var asked = asked(practice, since, until);
        var reasons = reasons(practice, since, until);
        var rates = new ArrayList<GoneOn>();
        asked.forEach((about, times) -> {
            var why = reasons.getOrDefault(about, Map.of());
            var goneOn = why.values().stream().mapToInt(Integer::intValue).sum();
            rates.add(new GoneOn(about.kind(), about.subject(), about.account(), times, goneOn, why));
        });
        rates.sort(Comparator.comparing(GoneOn::kind)
                .thenComparing(Comparator.comparingInt(GoneOn::asked).reversed())
                .thenComparing(GoneOn::subject)
                .thenComparing(GoneOn::account));
        return List.copyOf(rates);
    }

    private Map<About, Integer> asked(PracticeId practice, Instant since, Instant until) {
        var asked = new HashMap<About, Integer>();
        jdbc.sql("""
            select kind, subject, put_to, count(*)
              from charting.interruption
             where practice_id = :practice
               and put_at >= :since
               and put_at < :until
             group by kind, subject, put_to
            """)
                .param("practice", practice.value())
                .param("since", utc(since))
                .param("until", utc(until))
                .query(rs -> {
                    var about = new About(Kind.of(rs.getString(1)), rs.getString(2), rs.getObject(3, UUID.class));
                    asked.put(about, rs.getInt(4));
                });
        return asked;
    }

    private Map<About, Map<String, Integer>> reasons(PracticeId practice, Instant since, Instant until) {
        var reasons = new HashMap<About, Map<String, Integer>>();
        jdbc.sql("""
            select a.kind, s.subject, a.acknowledged_by, a.reason, count(*)
              from charting.acknowledgement a
              cross join lateral unnest(a.subjects) as s (subject)
             where a.practice_id = :practice
               and a.acknowledged_at >= :since
               and a.acknowledged_at < :until
             group by a.kind, s.subject, a.acknowledged_by, a.reason
            """)
                .param("practice", practice.value())
                .param("since", utc(since))
                .param("until", utc(until))
                .query(rs -> {
                    var about = new About(kind(rs.getString(1)), rs.getString(2), rs.getObject(3, UUID.class));
                    reasons.computeIfAbsent(about, _ -> new HashMap<>())
                            .merge(reason(rs.getString(4)), rs.getInt(5), Integer::sum);
                });
        return reasons;
    }

    private static Kind kind(String acknowledged) {
        return switch (acknowledged) {
            case "hazards" -> Kind.HAZARD;
            case "both-sides-of-thorax" -> Kind.BOTH_SIDES_OF_THORAX;
            case "red-signs" -> Kind.RED_SIGN;
            case "no-referral" -> Kind.NO_REFERRAL;
            default -> Kind.QUESTION;
        };
    }

    private static String reason(@Nullable String kept) {
        return kept == null
                ? GoneOn.TICKED
                : Because.ofCode(kept).map(Because::code).orElse(GoneOn.OWN_WORDS);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
