package org.needlepoint.anatomy;

import java.util.List;

/// The skin that a spinal nerve root supplies.
///
/// @param root such as `C6`
/// @param zones ids; neighbouring roots overlap, so a zone may stand under several
public record Dermatome(String root, List<String> zones, Evidence evidence, List<String> sources, Review review) {

    public Dermatome {
        zones = List.copyOf(zones);
        sources = List.copyOf(sources);
    }
}
