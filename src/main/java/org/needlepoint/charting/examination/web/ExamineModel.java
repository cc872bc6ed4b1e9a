package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.charting.examination.TakeMeasures;
import org.needlepoint.charting.examination.Targets;
import org.needlepoint.charting.examination.web.ExamineView.Tab;
import org.needlepoint.charting.examination.web.Examined.Shown;
import org.needlepoint.charting.measures.Area;
import org.needlepoint.charting.measures.Manner;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;

/// All that the page "Examine" shows.
@Component
class ExamineModel {
    private final TakeMeasures takeMeasures;
    private final Targets targets;
    private final MeasureGroups groups;
    private final MeasureRows rows;
    private final TargetModel targetModel;
    private final RedModel redModel;
    private final RankingModel ranking;
    private final Knowledge knowledge;
    private final Tell tell;

    ExamineModel(
            TakeMeasures takeMeasures,
            Targets targets,
            MeasureGroups groups,
            MeasureRows rows,
            TargetModel targetModel,
            RedModel redModel,
            RankingModel ranking,
            Knowledge knowledge,
            Tell tell) {
        this.takeMeasures = takeMeasures;
        this.targets = targets;
        this.groups = groups;
        this.rows = rows;
        this.targetModel = targetModel;
        this.redModel = redModel;
        this.ranking = ranking;
        this.knowledge = knowledge;
        this.tell = tell;
    }

    /// What the address asks for, as it came; what is unknown shows the usual.
    record Asked(String part, String moment, String range, String strength, String imaging) {}

    /// Reads what the page needs: as many queries after a thousand visits as after one.
    Examined read(Practice practice, Opened opened, Asked asked) {
        var visit = opened.visit();
        var chart = opened.chart().id();
        return new Examined(
                opened,
                takeMeasures.of(practice.id(), visit.id()),
                takeMeasures.last(practice.id(), chart, visit),
                targets.list(practice.id(), visit.id()),
                targets.last(practice.id(), chart, visit),
                shown(opened, asked));
    }

    private Shown shown(Opened opened, Asked asked) {
        return new Shown(
                Part.of(asked.part())
                        .orElseGet(() -> Part.inOrder(complaint(opened)).getFirst()),
                Moment.of(asked.moment()).orElse(Moment.BEFORE),
                asked.range().equals("passive") ? Manner.PASSIVE : Manner.ACTIVE,
                asked.strength().equals("dynamometer") ? Manner.DYNAMOMETER : Manner.MANUAL,
                asked.imaging().equals("result") ? Manner.RESULT : Manner.ORDERED);
    }

    /// Areas of the zones that the patient marked, the worst pain first.
    private List<Area> complaint(Opened opened) {
        var areas = new LinkedHashSet<Area>();
        opened.pain().marks().stream()
                .sorted((one, other) -> Double.compare(other.intensity(), one.intensity()))
                .flatMap(mark -> knowledge.zone(mark.zone()).stream())
                .forEach(zone -> areas.addAll(Area.ofPart(zone.partOf())));
        return List.copyOf(areas);
    }

    Map<String, Object> model(Practice practice, Examined examined, TypedMeasures typed, Locale locale) {
        var visit = examined.opened().visit().id();
        var base = "/p/" + practice.slug() + "/appointments/" + visit + "/examination";
        var addresses = new Addresses(base, examined.shown());
        var model = new HashMap<String, Object>();
        model.put("visit", visit.toString());
        model.put("patientName", examined.opened().chart().name());
        model.put("base", base);
        model.put("here", addresses.here());
        model.put("shown", examined.shown());
        model.put("after", examined.shown().moment() == Moment.AFTER);
        model.put("moments", moments(examined, addresses, locale));
        model.put("parts", parts(examined, addresses, locale));
        model.put("partTitle", title(examined.shown().part(), locale));
        model.put("groups", groups.groups(examined, typed, addresses, locale));
        model.put("red", redModel.red(examined.today(), locale));
        model.put("targets", targetModel.view(examined, locale));
        model.put("ranking", ranking.ranking(examined.opened(), locale));
        return model;
    }

    private List<Tab> moments(Examined examined, Addresses addresses, Locale locale) {
        var moments = new ArrayList<Tab>();
        for (var moment : Moment.values()) {
            moments.add(new Tab(
                    addresses.at(moment),
                    tell.it("examine.moment." + moment.word(), locale),
                    moment == examined.shown().moment(),
                    0,
                    false));
        }
        return moments;
    }

    private List<Tab> parts(Examined examined, Addresses addresses, Locale locale) {
        var complaint = complaint(examined.opened());
        return Part.inOrder(complaint).stream()
                .map(part -> new Tab(
                        addresses.of(part),
                        title(part, locale),
                        part.equals(examined.shown().part()),
                        rows.count(part, examined),
                        part.area() != null && complaint.contains(part.area())))
                .toList();
    }

    private String title(Part part, Locale locale) {
        return tell.it(part.area() == null ? "examine." + part.id() : "measure.area." + part.id(), locale);
    }
}
