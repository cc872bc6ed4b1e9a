package org.needlepoint.anatomy;

/// A muscle below, or close beside, a zone of the same side, as the outlines of the body map lie.
///
/// @param ofZone   share of the zone's area that lies over the muscle, 0 to 1
/// @param ofMuscle share of the muscle's area that lies under the zone, 0 to 1
/// @param rim      the same share when the muscle is drawn a finger's breadth wider, at least `ofMuscle`
/// @param layer    rank from the skin, 1 is outermost
public record Neighbour(String muscle, String zone, double ofZone, double ofMuscle, double rim, double layer) {}
