package org.needlepoint.charting.ledger;

/// The three counts of rule C7, each 0..500, in needles: what a practitioner counts while the running figure is hidden.
///
/// @param opened needles taken from their packs
/// @param unused of those, never put in
/// @param sharps used needles in the sharps container now
public record Counts(int opened, int unused, int sharps) {
    private static final int MOST = 500;

    public Counts {
        require("opened", opened);
        require("unused", unused);
        require("sharps", sharps);
    }

    private static void require(String name, int value) {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(name + " must be 0.." + MOST + ", was " + value);
        }
    }
}
