package org.needlepoint.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.anatomy.Lesson.Part;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which content a practice has published. In a real practice a set stays unpublished until a practitioner or
/// supervisor has signed its edition; a new edition is read and signed anew. In a demo practice everything is shown.
@Repository
public class ContentSets {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<ContentSet, String> editions = new EnumMap<>(ContentSet.class);

    ContentSets(JdbcClient jdbc, AuditTrail audit, Knowledge knowledge, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        editions.put(ContentSet.SCREENING, edition(knowledge.screeningQuestions()));
        editions.put(
                ContentSet.CONSENT,
                edition(List.of(lessons(knowledge, part -> part != Part.INJECTION), knowledge.safetyFacts())));
        editions.put(
                ContentSet.INJECTION,
                edition(List.of(lessons(knowledge, part -> part == Part.INJECTION), knowledge.safetyFacts())));
        editions.put(ContentSet.AFTERCARE, edition(List.of(knowledge.aftercare(), knowledge.watchQuestions())));
        editions.put(
                ContentSet.LOCATOR,
                edition(List.of(
                        knowledge.muscles(),
                        knowledge.redFlagQuestions(),
                        knowledge.otherCauses(),
                        knowledge.ailments())));
    }

    private static List<Lesson> lessons(Knowledge knowledge, Predicate<Part> parts) {
        return knowledge.lessons().stream()
                .filter(lesson -> parts.test(lesson.part()))
                .toList();
    }

    /// A clinician's word for a set.
    ///
    /// @param account who signed
    public record Signing(ContentSet set, String edition, UUID account, Instant at) {}

    /// Whether patients of the practice may see a set.
    @Transactional(readOnly = true)
    public boolean published(Practice practice, ContentSet set) {
        return practice.demo()
                || signings(practice.id()).stream()
                        .anyMatch(signing ->
                                signing.set() == set && signing.edition().equals(edition(set)));
    }

    /// The edition of a set in this release: changes when its content does.
    public String edition(ContentSet set) {
        return Objects.requireNonNull(editions.get(set));
    }

    /// Who signed which set and edition, newest first.
    @Transactional(readOnly = true)
    public List<Signing> signings(PracticeId practice) {
        return jdbc.sql("""
            select content_set, edition, account_id, signed_at
              from intake.content_review
             where practice_id = :practice
             order by signed_at desc, id desc
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new Signing(
                        ContentSet.of(rs.getString("content_set")),
                        rs.getString("edition"),
                        rs.getObject("account_id", UUID.class),
                        rs.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// A clinician has read a set and answers for it. Signing twice changes nothing.
    ///
    /// @param edition the one that was read; an older one is not signed
    /// @return whether the set's edition is signed now
    @Transactional
    public boolean sign(PracticeId practice, ContentSet set, String edition, UUID account) {
        if (!edition.equals(edition(set))) {
            return false;
        }
        var id = Uuid7.next();
        int added = jdbc.sql("""
            insert into intake.content_review (practice_id, id, content_set, edition, account_id, signed_at)
            values (:practice, :id, :set, :edition, :account, :now)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("set", set.code())
                .param("edition", edition)
                .param("account", account)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (added == 1) {
            audit.append(practice, AuditEntry.of(Actor.account(account), "signed", "content", id));
        }
        return true;
    }

    /// Hash of what is read: records say all their fields.
    private static String edition(List<?> content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
