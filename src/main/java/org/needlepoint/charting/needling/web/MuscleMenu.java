package org.needlepoint.charting.needling.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.examination.PaintedMarks;
import org.needlepoint.charting.needling.LastTime;
import org.needlepoint.charting.needling.MuscleSearch;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// The ways to a muscle: last time's as hollow proposals, the locator's candidates, a search, and the regions.
@Component
class MuscleMenu {
    private static final int CANDIDATES = 8;
    private static final int FOUND = 12;

    private final Knowledge knowledge;
    private final PainLocator locator;
    private final MuscleSearch search;
    private final Calendar calendar;
    private final ExamineMuscle examineMuscle;
    private final Say say;

    MuscleMenu(
            Knowledge knowledge,
            PainLocator locator,
            MuscleSearch search,
            Calendar calendar,
            ExamineMuscle examineMuscle,
            Say say) {
        this.knowledge = knowledge;
        this.locator = locator;
        this.search = search;
        this.calendar = calendar;
        this.examineMuscle = examineMuscle;
        this.say = say;
    }

    /// A muscle to choose.
    ///
    /// @param hint  what is known of it here, such as "last time 3"; null for nothing
    /// @param other the other side, where there is one
    record Entry(
            String muscle,
            String side,
            String label,
            @Nullable String hint,
            @Nullable String other) {}

    /// A region to open.
    record Region(String id, String label, boolean current) {}

    /// All ways at once.
    ///
    /// @param last  last time's muscles, or null when it is the first
    /// @param found what a search or a region gave; null without one
    record Menu(
            @Nullable String lastDay,
            List<Entry> last,
            List<Entry> candidates,
            @Nullable List<Entry> found,
            List<Region> regions,
            String typed) {}

    Menu menu(
            PracticeId practice,
            SessionView session,
            @Nullable LastTime last,
            @Nullable String lastDay,
            String typed,
            String region,
            Locale locale) {
        var charted = new LinkedHashSet<String>();
        session.state().needles().forEach(needle -> {
            var placement = needle.placement();
            if (placement != null) {
                charted.add(placement.muscle() + placement.side());
            }
        });
        return new Menu(
                lastDay,
                last == null ? List.of() : last(last, charted, locale),
                candidates(practice, session, charted, locale),
                found(typed, region, locale),
                regions(region, locale),
                typed);
    }

    private List<Entry> last(LastTime last, Set<String> charted, Locale locale) {
        return last.muscles().stream()
                .filter(it -> charted.add(it.muscle() + it.side()))
                .map(it -> entry(
                        it.muscle(),
                        it.side(),
                        say.it(
                                it.twitched() ? "charting.last.needles.twitch" : "charting.last.needles",
                                locale,
                                it.needles()),
                        locale))
                .toList();
    }

    private List<Entry> candidates(PracticeId practice, SessionView session, Set<String> charted, Locale locale) {
        var marks = PaintedMarks.of(calendar.painOf(practice, session.visit()), knowledge);
        if (marks.isEmpty()) {
            return List.of();
        }
        var examined = examineMuscle.of(practice, session.visit()).examined();
        var request = new PainRequest(marks, PainRequest.About.NOTHING, examined, CANDIDATES);
        return locator.locate(request).candidates().stream()
                .flatMap(it -> sides(it.side()).map(side -> new MuscleSide(it.muscle(), side)))
                .filter(it -> charted.add(it.muscle() + it.side()))
                .map(it -> entry(it.muscle(), it.side(), null, locale))
                .toList();
    }

    /// One entry a side: a drawing may speak equally for both.
    private static Stream<Laterality> sides(Laterality side) {
        return side == Laterality.B ? Stream.of(Laterality.R, Laterality.L) : Stream.of(side);
    }

    private record MuscleSide(String muscle, Laterality side) {}

    private @Nullable List<Entry> found(String typed, String region, Locale locale) {
        if (!typed.isBlank()) {
            return entries(search.find(typed, FOUND), locale);
        }
        if (region.isBlank()) {
            return null;
        }
        return entries(
                knowledge.muscles().stream()
                        .filter(it -> it.replacedBy() == null && it.region().equals(region))
                        .toList(),
                locale);
    }

    private List<Entry> entries(List<Muscle> muscles, Locale locale) {
        return muscles.stream()
                .map(it -> entry(it.id(), it.side() == Muscle.Side.PAIRED ? Laterality.R : Laterality.M, null, locale))
                .toList();
    }

    private Entry entry(String muscle, Laterality side, @Nullable String hint, Locale locale) {
        return new Entry(
                muscle,
                side.name(),
                say.muscle(muscle, locale),
                hint,
                switch (side) {
                    case L -> "R";
                    case R -> "L";
                    case B, M -> null;
                });
    }

    private List<Region> regions(String current, Locale locale) {
        var regions = new LinkedHashMap<String, Region>();
        for (var muscle : knowledge.muscles()) {
            regions.computeIfAbsent(muscle.region(), it -> new Region(it, say.region(it, locale), it.equals(current)));
        }
        return new ArrayList<>(regions.values());
    }
}
