package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.atlas.BodyLayers;
import org.needlepoint.anatomy.atlas.NeedleEye;
import org.needlepoint.anatomy.atlas.NeedleLine;
import org.needlepoint.anatomy.atlas.NeedleSite;
import org.needlepoint.anatomy.atlas.Structure;
import org.needlepoint.shared.Laterality;

/// What the address of the map asks to see: a view, and on it a structure, a point, or a usual site. What is unknown is
/// not shown.
///
/// @param view      a view of the figure, the back when none is asked for
/// @param structure the one that was chosen
/// @param line      what a needle meets at the point or the site that was asked for
/// @param site      the usual site, when one was asked for
/// @param missed    whether a point was asked for at which nothing was measured
record Asked(
        String view,
        @Nullable Structure structure,
        @Nullable NeedleLine line,
        @Nullable NeedleSite site,
        boolean missed) {
    static final List<String> VIEWS = List.of("front", "back", "left", "right");

    /// The address's parts, as they came.
    record Parts(
            @Nullable String view,
            @Nullable String structure,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable String site,
            @Nullable String side) {}

    static Asked of(Parts parts, String usualView) {
        var site = Optional.ofNullable(parts.site()).flatMap(id -> site(id, parts.side()));
        if (site.isPresent()) {
            var line = site.get().line();
            return new Asked(line.view(), site.get().target(), line, site.get(), false);
        }
        var view = parts.view() != null && VIEWS.contains(parts.view()) ? parts.view() : usualView;
        var structure = Optional.ofNullable(parts.structure())
                .flatMap(BodyLayers.ofReferenceBody()::structure)
                .orElse(null);
        if (parts.x() == null || parts.y() == null) {
            return new Asked(view, structure, null, null, false);
        }
        var line =
                NeedleEye.ofReferenceBody().lookup(view, parts.x(), parts.y()).orElse(null);
        return new Asked(view, structure, line, null, line == null);
    }

    /// A site that was measured on the other side alone is that one.
    private static Optional<NeedleSite> site(String id, @Nullable String side) {
        var eye = NeedleEye.ofReferenceBody();
        return eye.site(id, "L".equals(side) ? Laterality.L : Laterality.R)
                .or(() -> eye.site(id, Laterality.R))
                .or(() -> eye.site(id, Laterality.L));
    }
}
