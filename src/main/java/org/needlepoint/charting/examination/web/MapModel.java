package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.anatomy.atlas.BodyLayers;
import org.needlepoint.anatomy.atlas.NeedleEye;
import org.needlepoint.anatomy.atlas.Structure;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.springframework.stereotype.Component;

/// All that the page of the practitioner's map shows.
@Component
class MapModel {
    private final FigureModel figures;
    private final TouchedModel touched;
    private final RankingModel ranking;
    private final StructureWords words;
    private final Tell tell;

    MapModel(FigureModel figures, TouchedModel touched, RankingModel ranking, StructureWords words, Tell tell) {
        this.figures = figures;
        this.touched = touched;
        this.ranking = ranking;
        this.words = words;
        this.tell = tell;
    }

    /// A usual site to choose.
    record Site(String id, String label) {}

    /// Structures of one kind and layer, in the list that does everything without the figure.
    record Listed(String label, List<Entry> entries) {}

    /// A structure in the list.
    record Entry(String id, String label) {}

    Map<String, Object> model(Opened opened, Asked.Parts parts, String typed, Locale locale) {
        var asked = Asked.of(parts, figures.usualView(opened.pain()));
        var model = new HashMap<String, Object>();
        model.put("visit", opened.visit().id().value().toString());
        model.put("patientName", opened.chart().name());
        model.put("figure", figures.figure(opened.pain(), asked, locale));
        model.put("touched", touched.touched(asked, locale));
        model.put("ranking", ranking.ranking(opened, locale));
        model.put("view", asked.view());
        model.put("sites", sites(locale));
        model.put("chosenSite", asked.site() == null ? "" : asked.site().id());
        model.put("listed", listed(asked.view(), typed, locale));
        model.put("typed", typed);
        return model;
    }

    private List<Site> sites(Locale locale) {
        var sites = new LinkedHashMap<String, Site>();
        NeedleEye.ofReferenceBody()
                .sites()
                .forEach(site -> sites.computeIfAbsent(site.id(), id -> new Site(id, tell.it("site." + id, locale))));
        return List.copyOf(sites.values());
    }

    private List<Listed> listed(String view, String typed, Locale locale) {
        var wanted = typed.strip().toLowerCase(locale);
        var groups = new LinkedHashMap<String, List<Entry>>();
        BodyLayers.ofReferenceBody().view(view).ifPresent(layers -> {
            layers.muscles()
                    .reversed()
                    .forEach(shape -> add(groups, group(shape, locale), shape.structure(), wanted, locale));
            layers.hazards()
                    .forEach(shape -> add(
                            groups,
                            tell.it(
                                    "examination.kinds."
                                            + shape.structure().kind().word(),
                                    locale),
                            shape.structure(),
                            wanted,
                            locale));
        });
        return groups.entrySet().stream()
                .map(each -> new Listed(each.getKey(), each.getValue()))
                .toList();
    }

    private String group(BodyLayers.Shape shape, Locale locale) {
        return shape.visible() != null
                ? tell.it("examination.layer.visible", locale)
                : tell.it("examination.layer.covered", locale);
    }

    private void add(Map<String, List<Entry>> groups, String group, Structure structure, String wanted, Locale locale) {
        var label = words.label(structure, locale);
        if (label.toLowerCase(locale).contains(wanted) || structure.name().contains(wanted)) {
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(new Entry(structure.id(), label));
        }
    }
}
