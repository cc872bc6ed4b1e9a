package org.needlepoint.practice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Opens a practice: its place in the directory, its settings, its locations with their phones.
@Service
public class OpenPractice {
    /// Held by whoever is opening an installation's first practice, until the end of the transaction.
    private static final long FIRST_PRACTICE_LOCK = 0x4e50_5345_5455_50L;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    OpenPractice(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// What a practice begins with.
    ///
    /// @param slug  lower case words joined by hyphens, at most 60 characters; never changed afterwards
    /// @param email where patients write to, null for none
    public record Founding(
            String slug,
            String name,
            ZoneId zone,
            Texts tagline,
            Texts about,
            @Nullable String email,
            boolean demo,
            List<Place> places) {
        public Founding {
            if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > 60) {
                throw new IllegalArgumentException(
                        "a slug is lower case words joined by hyphens, 60 characters at most, was " + slug);
            }
            if (places.isEmpty()) {
                throw new IllegalArgumentException("a practice has one location at least");
            }
        }
    }

    /// A location with its phones, in the practice's zone.
    public record Place(
            UUID id,
            String name,
            String street,
            String city,
            String region,
            String postalCode,
            Texts directions,
            List<String> servedAreas,
            List<Practice.Phone> phones) {}

    /// Opens it. The caller has opened the scope of the new id; a slug that is taken ends in a duplicate-key exception.
    @Transactional
    public void open(PracticeId practice, Founding founding) {
        jdbc.sql("insert into platform.practice (id, slug) values (:id, :slug)")
                .param("id", practice.value())
                .param("slug", founding.slug())
                .update();
        jdbc.sql("""
            insert into practice.practice (practice_id, name, zone, tagline, about, email, demo, changed_at)
            values (:practice, :name, :zone, :tagline::jsonb, :about::jsonb, :email, :demo, :now)
            """)
                .param("practice", practice.value())
                .param("name", founding.name())
                .param("zone", founding.zone().getId())
                .param("tagline", json.writeValueAsString(founding.tagline()))
                .param("about", json.writeValueAsString(founding.about()))
                .param("email", founding.email())
                .param("demo", founding.demo())
                .param("now", now())
                .update();
        for (int i = 0; i < founding.places().size(); i++) {
            add(practice, founding.places().get(i), founding.zone(), i);
        }
    }

    /// Opens it if this installation has no practice yet. Of several at the same time, also from other processes on the
    /// same database, one succeeds. The caller has opened the scope of the new id.
    ///
    /// @return false when there is a practice already; then nothing was written
    @Transactional
    public boolean openFirst(PracticeId practice, Founding founding) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", FIRST_PRACTICE_LOCK)
                .query(rs -> {});
        boolean none = jdbc.sql("select not exists (select 1 from platform.practice)")
                .query(Boolean.class)
                .single();
        if (none) {
            open(practice, founding);
        }
        return none;
    }

    private void add(PracticeId practice, Place place, ZoneId zone, int position) {
        jdbc.sql("""
            insert into practice.location
              (practice_id, id, name, street, city, region, postal_code, directions, served_areas, zone, position, changed_at)
            values
              (:practice, :id, :name, :street, :city, :region, :postalCode, :directions::jsonb, :served, :zone, :position, :now)
            """)
                .param("practice", practice.value())
                .param("id", place.id())
                .param("name", place.name())
                .param("street", place.street())
                .param("city", place.city())
                .param("region", place.region())
                .param("postalCode", place.postalCode())
                .param("directions", json.writeValueAsString(place.directions()))
                .param("served", place.servedAreas().toArray(String[]::new))
                .param("zone", zone.getId())
                .param("position", position)
                .param("now", now())
                .update();
        for (int i = 0; i < place.phones().size(); i++) {
            var phone = place.phones().get(i);
            jdbc.sql("""
                insert into practice.phone (practice_id, id, location_id, label, number, position)
                values (:practice, :id, :location, :label::jsonb, :number, :position)
                """)
                    .param("practice", practice.value())
                    .param("id", Uuid7.next())
                    .param("location", place.id())
                    .param("label", json.writeValueAsString(phone.label()))
                    .param("number", phone.number())
                    .param("position", i)
                    .update();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
