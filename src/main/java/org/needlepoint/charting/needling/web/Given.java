package org.needlepoint.charting.needling.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.examination.PaintedMarks;
import org.needlepoint.charting.examination.Targets;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.needling.LastTime;
import org.needlepoint.charting.needling.Patterns;
import org.needlepoint.charting.needling.Patterns.Pattern;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.needling.StartNeedling;
import org.needlepoint.practice.EmergencyNumber;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// What a session's page is given to begin with: the ways to a muscle and the needle as it was last. No names
/// of people: the browser keeps it, to go on without a network.
@Component
class Given {
    private static final int CANDIDATES = 8;

    private final Sessions sessions;
    private final Targets targets;
    private final Knowledge knowledge;
    private final PainLocator locator;
    private final Calendar calendar;
    private final ExamineMuscle examineMuscle;
    private final StartNeedling startNeedling;
    private final Patterns patterns;
    private final Say say;

    Given(
            Sessions sessions,
            Targets targets,
            Knowledge knowledge,
            PainLocator locator,
            Calendar calendar,
            ExamineMuscle examineMuscle,
            StartNeedling startNeedling,
            Patterns patterns,
            Say say) {
        this.sessions = sessions;
        this.targets = targets;
        this.knowledge = knowledge;
        this.locator = locator;
        this.calendar = calendar;
        this.examineMuscle = examineMuscle;
        this.startNeedling = startNeedling;
        this.patterns = patterns;
        this.say = say;
    }

    /// @param lastDay when the last session was; null: this is the first
    /// @param usual   the settings of the practitioner's last needle; null: there was none
    record Page(
            List<Proposal> targets,
            List<Proposal> last,
            @Nullable String lastDay,
            List<Proposal> candidates,
            @Nullable Placement usual,
            List<Pattern> patterns,
            List<String> cautions,
            String emergencyNumber) {}

    /// A muscle to choose.
    ///
    /// @param hint   what is known of it here, such as "3 needles, twitch"
    /// @param points where last time's needles were marked on the body map
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(
            String muscle,
            Laterality side,
            @Nullable String hint,
            @Nullable Placement placement,
            @Nullable Integer needles,
            @Nullable List<MapPoint> points) {
        static Proposal of(String muscle, Laterality side, @Nullable String hint) {
            return new Proposal(muscle, side, hint, null, null, null);
        }
    }

    Page page(Practice practice, SessionView session, UUID account, Locale locale) {
        var last = sessions.lastOf(practice.id(), session.patient(), session.openedAt());
        return new Page(
                targets.of(practice.id(), session.visit()).stream()
                        .map(it -> Proposal.of(it.muscle(), it.side(), it.point()))
                        .toList(),
                last.map(it -> last(it, locale)).orElse(List.of()),
                last.map(it -> say.day(it.at(), practice, locale)).orElse(null),
                candidates(practice, session),
                sessions.lastPlacementBy(practice.id(), session.practitioner(), session.openedAt())
                        .orElse(null),
                patterns.of(practice.id(), account),
                cautions(practice, session, last.isEmpty()),
                EmergencyNumber.in(practice.country()));
    }

    private List<Proposal> last(LastTime last, Locale locale) {
        return last.muscles().stream()
                .map(it -> new Proposal(
                        it.muscle(),
                        it.side(),
                        say.it(
                                it.twitched() ? "charting.last.needles.twitch" : "charting.last.needles",
                                locale,
                                it.needles()),
                        it.last(),
                        it.needles(),
                        it.points()))
                .toList();
    }

    private List<Proposal> candidates(Practice practice, SessionView session) {
        var marks = PaintedMarks.of(calendar.painOf(practice.id(), session.visit()), knowledge);
        if (marks.isEmpty()) {
            return List.of();
        }
        var examined = examineMuscle.of(practice.id(), session.visit()).examined();
        var request = new PainRequest(marks, PainRequest.About.NOTHING, examined, CANDIDATES);
        return locator.locate(request).candidates().stream()
                .flatMap(it -> sides(it.side()).map(side -> Proposal.of(it.muscle(), side, null)))
                .toList();
    }

    /// One entry a side: a drawing may speak equally for both.
    private static Stream<Laterality> sides(Laterality side) {
        return side == Laterality.B ? Stream.of(Laterality.R, Laterality.L) : Stream.of(side);
    }

    private List<String> cautions(Practice practice, SessionView session, boolean first) {
        return first
                ? List.of("first-visit")
                : startNeedling.cautions(practice.id(), session).stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
    }
}
