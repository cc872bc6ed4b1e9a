package org.needlepoint.anatomy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.needlepoint.shared.Laterality;
import tools.jackson.databind.json.JsonMapper;

/// The drawn body on which people mark pain: four views, cut into regions, each over some zones of the knowledge. The
/// shapes come from `bodymap/`, by way of the browser build; 1 unit is 1 mm.
public final class BodyMap {
    private static final String RESOURCE = "/bodymap/views.json";

    private final List<View> views;

    /// A view of the body.
    ///
    /// @param id   `front`, `back`, `left` or `right`
    /// @param box  an SVG view box, cut to the figure
    /// @param skin the outline, an SVG path
    public record View(String id, String box, String skin, List<Region> regions) {
        public View {
            regions = List.copyOf(regions);
        }
    }

    /// An area of a view that can be tapped.
    ///
    /// @param id    the area and the side, such as `shoulder-blade-r`
    /// @param area  what it is, on either side, such as `shoulder-blade`: the key of its name
    /// @param side  the patient's own left or right
    /// @param path  an SVG path, to be filled by the even-odd rule
    /// @param x     of a point well inside
    /// @param y     of the same point
    /// @param zones ids of the zones that lie there, the nearest first
    public record Region(String id, String area, Laterality side, String path, double x, double y, List<String> zones) {
        public Region {
            zones = List.copyOf(zones);
        }
    }

    private record Compiled(List<View> views) {}

    private BodyMap(List<View> views) {
        this.views = List.copyOf(views);
    }

    /// The map that the build put beside the classes; without views when the browser build was left out, so that a page
    /// then shows its list alone.
    public static BodyMap load() {
        try (var in = BodyMap.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return new BodyMap(List.of());
            }
            return new BodyMap(JsonMapper.shared().readValue(in, Compiled.class).views());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Front, back, left and right, in this order.
    public List<View> views() {
        return views;
    }

    /// The view with an id.
    public Optional<View> view(String id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }
}
