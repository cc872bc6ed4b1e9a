package org.needlepoint.anatomy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.needlepoint.anatomy.atlas.AtlasBuilder;

/// The build step that draws the zones of the knowledge on the measured body map; it follows [KnowledgeCompiler].
public final class AtlasCompiler {

    private AtlasCompiler() {}

    /// Compiles a folder into `bodymap/atlas.json` beside the classes.
    ///
    /// @param args the folder of the map and the folder of the compiled classes
    /// @throws IllegalStateException naming what breaks a rule; nothing is written then
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: AtlasCompiler FOLDER CLASSES");
        }
        var sideable = new LinkedHashMap<String, Boolean>();
        Knowledge.load().zones().forEach(zone -> sideable.put(zone.id(), zone.sideable()));
        var atlas = AtlasBuilder.build(Path.of(args[0]), sideable);
        var target = Path.of(args[1]).resolve("bodymap");
        Files.createDirectories(target);
        Files.writeString(target.resolve("atlas.json"), atlas);
    }
}
