package org.needlepoint.scheduling.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of wishes.
@Repository
class WaitingRows {
    private static final String SELECT = """
            select w.id, w.patient_id, w.service_id, w.practitioner_id, w.location_id, w.weekdays, w.earliest, w.latest,
                   w.until_day, w.notice_hours, w.joined_at, w.state, w.version
              from scheduling.wish w
             where w.practice_id = :practice
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param client keyed hash of who asked; null when staff did
    void insert(PracticeId practice, Wish wish, @Nullable String client) {
        var wanted = wish.wanted();
        var practitioner = wanted.practitioner();
        jdbc.sql("""
            insert into scheduling.wish
              (practice_id, id, patient_id, service_id, practitioner_id, location_id, weekdays, earliest, latest, until_day,
               notice_hours, state, client, joined_at, changed_at)
            values
              (:practice, :id, :patient, :service, :practitioner, :location, :weekdays, :earliest, :latest, :until,
               :notice, :state, :client, :now, :now)
            """)
                .param("practice", practice.value())
                .param("id", wish.id().value())
                .param("patient", wish.patient().value())
                .param("service", wanted.service().value())
                .param("practitioner", practitioner == null ? null : practitioner.value())
                .param("location", wanted.location())
                .param(
                        "weekdays",
                        wanted.weekdays().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toArray(Integer[]::new))
                .param("earliest", wanted.earliest())
                .param("latest", wanted.latest())
                .param("until", wanted.until())
                .param("notice", wanted.noticeHours())
                .param("state", wish.state().code())
                .param("client", client)
                .param("now", utc(wish.joinedAt()))
                .update();
    }

    /// How many wishes a client has on the list.
    ///
    /// @param today wishes that ended before count no more
    int listedOf(PracticeId practice, String client, LocalDate today) {
        return jdbc.sql("""
            select count(*)
              from scheduling.wish
             where practice_id = :practice
               and state in ('waiting', 'unanswered')
               and until_day >= :today
               and client = :client
            """)
                .param("practice", practice.value())
                .param("today", today)
                .param("client", client)
                .query(Integer.class)
                .single();
    }

    /// Everything on the list, longest waiting first: what can be offered something, and what was asked in vain.
    ///
    /// @param today wishes that ended before are left out
    List<Wish> listed(PracticeId practice, LocalDate today) {
        return jdbc.sql(SELECT + """
               and w.state in ('waiting', 'unanswered')
               and w.until_day >= :today
             order by w.joined_at, w.id
            """)
                .param("practice", practice.value())
                .param("today", today)
                .query((rs, _) -> wish(rs))
                .list();
    }

    /// What can be offered something, longest waiting first.
    ///
    /// @param today wishes that ended before are left out
    List<Wish> waiting(PracticeId practice, LocalDate today) {
        return listed(practice, today).stream()
                .filter(wish -> wish.state() == Wish.State.WAITING)
                .toList();
    }

    /// The wishes of some people that are on the list, longest waiting first.
    ///
    /// @param today wishes that ended before are left out
    List<Wish> listedOf(PracticeId practice, Collection<PatientId> patients, LocalDate today) {
        return jdbc.sql(SELECT + """
               and w.state in ('waiting', 'unanswered')
               and w.until_day >= :today
               and w.patient_id = any(:patients)
             order by w.joined_at, w.id
            """)
                .param("practice", practice.value())
                .param("today", today)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((rs, _) -> wish(rs))
                .list();
    }

    Optional<Wish> find(PracticeId practice, WishId id) {
        return jdbc.sql(SELECT + "   and w.id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> wish(rs))
                .optional();
    }

    /// Holds a wish until the transaction ends. Whoever touches one of its offers holds it first.
    Optional<Wish> lock(PracticeId practice, WishId id) {
        return jdbc.sql(SELECT + """
               and w.id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> wish(rs))
                .optional();
    }

    void end(PracticeId practice, WishId id, Wish.State state, Instant now) {
        jdbc.sql("""
            update scheduling.wish
               set state = :state, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("state", state.code())
                .param("now", utc(now))
                .update();
    }

    /// It waits, and whoever waits has given a sign of life: offers without an answer are counted from here.
    void keepWaiting(PracticeId practice, WishId id, Instant now) {
        jdbc.sql("""
            update scheduling.wish
               set state = 'waiting', unanswered = 0, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    /// Counts an offer without an answer to a wish that waits.
    ///
    /// @param most with so many in a row it is asked no more
    void countUnanswered(PracticeId practice, WishId id, int most, Instant now) {
        jdbc.sql("""
            update scheduling.wish
               set state = case when unanswered + 1 >= :most then 'unanswered' else state end,
                   unanswered = unanswered + 1, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
               and state = 'waiting'
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("most", most)
                .param("now", utc(now))
                .update();
    }

    private static Wish wish(ResultSet rs) throws SQLException {
        var practitioner = rs.getObject("practitioner_id", UUID.class);
        return new Wish(
                new WishId(rs.getObject("id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new Wanted(
                        new ServiceId(rs.getObject("service_id", UUID.class)),
                        practitioner == null ? null : new PractitionerId(practitioner),
                        rs.getObject("location_id", UUID.class),
                        Arrays.stream((Integer[]) rs.getArray("weekdays").getArray())
                                .map(DayOfWeek::of)
                                .collect(Collectors.toSet()),
                        rs.getObject("earliest", LocalTime.class),
                        rs.getObject("latest", LocalTime.class),
                        rs.getObject("until_day", LocalDate.class),
                        rs.getInt("notice_hours")),
                rs.getObject("joined_at", OffsetDateTime.class).toInstant(),
                Wish.State.of(rs.getString("state")),
                rs.getInt("version"));
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
