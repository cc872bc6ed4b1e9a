package org.needlepoint.charting.needling.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.Needle.Whereabouts;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// The needles of a session as its page lists them: by muscle, the newest muscle first.
@Component
class NeedleRows {
    private final Say say;

    NeedleRows(Say say) {
        this.say = say;
    }

    /// The needles of one muscle.
    ///
    /// @param inSitu how many are in the body
    record Group(@Nullable String muscle, @Nullable String side, String name, int inSitu, int used, List<Row> rows) {}

    /// A needle.
    ///
    /// @param number its place among those of its muscle, from 1
    /// @param detail size and technique; empty where the insertion is missing
    /// @param time   when it went in; empty where that is not known
    record Row(
            String id,
            int number,
            String detail,
            String time,
            String where,
            boolean inSitu,
            boolean out,
            boolean missing,
            boolean strange,
            boolean twitched,
            boolean familiarPain,
            boolean bent,
            int redirections) {}

    List<Group> groups(Session session, Practice practice, Locale locale) {
        record Place(@Nullable String muscle, @Nullable Laterality side) {}
        var places = new LinkedHashMap<Place, List<Needle>>();
        session.needles().stream()
                .sorted(Comparator.comparing(Needle::id).reversed())
                .forEach(needle -> {
                    var placement = needle.placement();
                    var place =
                            placement == null ? new Place(null, null) : new Place(placement.muscle(), placement.side());
                    places.computeIfAbsent(place, _ -> new ArrayList<>()).add(needle);
                });
        var groups = new ArrayList<Group>();
        places.forEach((place, needles) -> {
            var rows = new ArrayList<Row>();
            for (int i = 0; i < needles.size(); i++) {
                rows.add(row(needles.get(i), needles.size() - i, practice, locale));
            }
            rows.sort(Comparator.comparing(Row::out));
            var muscle = place.muscle();
            var side = place.side();
            groups.add(new Group(
                    muscle,
                    side == null ? null : side.name(),
                    muscle == null || side == null
                            ? say.it("charting.needle.unplaced", locale)
                            : say.muscle(muscle, side, locale),
                    (int) needles.stream().filter(Needle::inSitu).count(),
                    needles.size(),
                    rows));
        });
        return groups;
    }

    private Row row(Needle needle, int number, Practice practice, Locale locale) {
        var placement = needle.placement();
        var at = needle.insertedAt();
        return new Row(
                needle.id().toString(),
                number,
                placement == null
                        ? ""
                        : say.needle(placement, locale) + ", "
                                + say.it(
                                        "charting.technique."
                                                + placement.technique().code(),
                                        locale),
                at == null ? "" : say.time(at, practice, locale),
                say.it("charting.where." + needle.where().name().toLowerCase(Locale.ROOT), locale),
                needle.inSitu(),
                needle.where() == Whereabouts.OUT,
                needle.where().missing(),
                needle.where() == Whereabouts.INSERTION_MISSING,
                needle.twitched(),
                needle.familiarPain(),
                needle.bent(),
                needle.redirections());
    }
}
