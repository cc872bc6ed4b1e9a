package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.charting.examination.Finding;
import org.needlepoint.charting.examination.Outcome;
import org.needlepoint.charting.examination.TargetWords;
import org.needlepoint.charting.examination.ZonePlace;
import org.needlepoint.charting.examination.web.ExamineView.Tab;
import org.needlepoint.charting.examination.web.Ranking.Sought;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// One point of a muscle, or the muscle as a whole: its signs, and where it is felt, drawn on the body map.
@Component
class PointModel {
    private final MapViews map;
    private final TargetWords words;
    private final Tell tell;

    PointModel(MapViews map, TargetWords words, Tell tell) {
        this.map = map;
        this.words = words;
        this.tell = tell;
    }

    /// What is shown.
    ///
    /// @param point empty for the muscle as a whole, or for a point without a name yet
    record Shown(
            String muscle,
            Laterality side,
            String point,
            boolean fresh,
            Map<Sign, Outcome> signs,
            List<ZonePlace> zones) {

        static Shown of(Opened opened, String muscle, Laterality side, String point, boolean fresh) {
            var signs = new EnumMap<Sign, Outcome>(Sign.class);
            var name = fresh || point.isEmpty() ? null : point;
            var found = fresh ? List.<Finding>of() : opened.examination().of(muscle, side, name);
            found.forEach(finding -> signs.put(finding.sign(), finding.outcome()));
            var zones =
                    found.stream().flatMap(finding -> finding.zones().stream()).toList();
            return new Shown(muscle, side, point, fresh, signs, zones);
        }
    }

    Map<String, Object> model(Practice practice, Opened opened, Shown shown, Locale locale) {
        var visit = "/p/" + practice.slug() + "/appointments/" + opened.visit().id();
        var base = visit + "/points/" + shown.muscle() + "/" + shown.side();
        var marks = shown.zones().stream()
                .map(zone -> new Mark(zone.zone(), zone.side(), Mark.USUAL_INTENSITY))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("visitPage", visit);
        model.put("base", base);
        model.put("muscleName", words.muscle(shown.muscle(), shown.side(), locale));
        model.put("fresh", shown.fresh());
        model.put("point", shown.point());
        model.put("points", tabs(opened, shown, base, locale));
        model.put("signs", signs(shown, locale));
        model.put("zoneGroups", map.groups(marks, locale));
        model.put("referred", words.places(shown.zones(), locale));
        model.put("mapViews", marks.isEmpty() ? List.of() : map.views(marks, List.of(), locale));
        return model;
    }

    private List<Tab> tabs(Opened opened, Shown shown, String base, Locale locale) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(
                base,
                tell.it("point.whole", locale),
                !shown.fresh() && shown.point().isEmpty(),
                0,
                false));
        for (var point : opened.examination().points(shown.muscle(), shown.side())) {
            var href = UriComponentsBuilder.fromPath(base)
                    .queryParam("point", "{point}")
                    .build(point)
                    .toString();
            tabs.add(new Tab(
                    href,
                    tell.it("point.one", locale, point),
                    !shown.fresh() && point.equals(shown.point()),
                    0,
                    false));
        }
        tabs.add(new Tab(base + "?fresh=true", tell.it("point.new", locale), shown.fresh(), 0, false));
        return tabs;
    }

    private List<Sought> signs(Shown shown, Locale locale) {
        return Arrays.stream(Sign.values())
                .map(sign -> new Sought(
                        sign.word(),
                        tell.it("examination.sign." + sign.word(), locale),
                        shown.signs().getOrDefault(sign, Outcome.NOT_EXAMINED).word()))
                .toList();
    }
}
