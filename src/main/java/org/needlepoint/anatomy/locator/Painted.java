package org.needlepoint.anatomy.locator;

/// What is painted on one side of the body: for every zone the weight of its mark, 0 (not painted) to 1, and how often
/// it is painted by something that is no muscle.
public final class Painted {
    private final double[] weight;
    private final double[] chance;

    /// Nothing painted, everywhere the same chance.
    public Painted(int zones, double usualChance) {
        weight = new double[zones];
        chance = new double[zones];
        java.util.Arrays.fill(chance, usualChance);
    }

    /// A mark; of two on one zone the stronger counts.
    public void mark(int zone, double weight) {
        this.weight[zone] = Math.max(this.weight[zone], weight);
    }

    /// Something besides muscles explains this zone as often as this, 0 to 1.
    public void chance(int zone, double chance) {
        this.chance[zone] = chance;
    }

    /// Weight of the mark on a zone; 0 where nothing is painted.
    public double weight(int zone) {
        return weight[zone];
    }

    double chance(int zone) {
        return chance[zone];
    }

    int zones() {
        return weight.length;
    }
}
