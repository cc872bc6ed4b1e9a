package org.needlepoint.anatomy.atlas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needlepoint.shared.Laterality;

/// The needle's-eye view: the order of what a straight needle meets in the reference body, from the skin inward, at
/// any point of the four views and at the usual needling sites. One man's body, and its order only: never a depth
/// (rule C1). Read from `bodymap/` when it is first asked for, then held; a look-up takes microseconds.
public final class NeedleEye {
    /// Side of a cell of the grid, in mm.
    static final int CELL = 10;

    private final Map<String, NeedleGrid> grids;
    private final List<NeedleSite> sites;

    NeedleEye(Map<String, NeedleGrid> grids, List<NeedleSite> sites) {
        this.grids = Map.copyOf(grids);
        this.sites = List.copyOf(sites);
    }

    /// Read once, by whoever asks first.
    private static final class OfReferenceBody {
        static final NeedleEye EYE = new ReferenceBody().needleEye();
    }

    /// Of the reference body that the build put beside the classes.
    public static NeedleEye ofReferenceBody() {
        return OfReferenceBody.EYE;
    }

    /// What a needle that enters at right angles to the skin meets at a point; the line is that of the nearest
    /// point that was measured, at most some millimetres away.
    ///
    /// @param view `front`, `back`, `left` or `right`
    /// @param x    mm of the view, to the right
    /// @param y    mm of the view, down
    /// @return empty off the body, on another view, and at its very edge, where the skin turns away from the view
    public Optional<NeedleLine> lookup(String view, double x, double y) {
        return Optional.ofNullable(grids.get(view)).flatMap(grid -> grid.nearest(x, y));
    }

    /// The usual sites, each side and each direction by itself, from head to foot as the atlas lists them.
    public List<NeedleSite> sites() {
        return sites;
    }

    /// A usual site; empty when there is none of that name on that side.
    public Optional<NeedleSite> site(String id, Laterality side) {
        return sites.stream()
                .filter(site -> site.id().equals(id) && site.side() == side)
                .findFirst();
    }
}
