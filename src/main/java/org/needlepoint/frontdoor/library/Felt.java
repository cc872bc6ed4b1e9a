package org.needlepoint.frontdoor.library;

import java.util.List;

/// A place where pain from a muscle is felt.
///
/// @param zone   id
/// @param name   of the zone, in the reader's language
/// @param points sources' labels of the trigger points that send pain there
/// @param cites  numbers of sources; empty for what nobody has read
public record Felt(String zone, String name, List<String> points, List<Integer> cites) {}
