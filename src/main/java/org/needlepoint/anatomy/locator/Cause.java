package org.needlepoint.anatomy.locator;

/// One way in which a muscle makes itself felt: around itself, by a trigger point's pattern, or by all it is known
/// for. Zones are numbered as the knowledge orders them.
public final class Cause {
    /// People paint less than they feel: a zone left out speaks against a cause with this part of its weight.
    static final double LEFT_OUT = 0.5;

    private final int muscle;
    private final double share;
    private final int[] zones;
    private final double[] reach;
    private final double[] quiet;
    private final double silence;

    /// A cause of a muscle.
    ///
    /// @param muscle number of the muscle
    /// @param share how often the muscle makes itself felt in this way, above 0
    /// @param zones numbers of the zones it is felt in, each once
    /// @param reach for each of them how often it is painted then, 0 to 1, below 1
    public Cause(int muscle, double share, int[] zones, double[] reach) {
        this.muscle = muscle;
        this.share = share;
        this.zones = zones.clone();
        this.reach = reach.clone();
        quiet = new double[reach.length];
        var all = 1.0;
        for (var i = 0; i < reach.length; i++) {
            quiet[i] = StrictMath.pow(1 - reach[i], LEFT_OUT);
            all *= quiet[i];
        }
        silence = all;
    }

    int muscle() {
        return muscle;
    }

    double share() {
        return share;
    }

    int size() {
        return zones.length;
    }

    int zone(int i) {
        return zones[i];
    }

    double reach(int i) {
        return reach[i];
    }

    /// How likely it is that a zone of the cause stays unpainted, softened by [#LEFT_OUT].
    double quiet(int i) {
        return quiet[i];
    }

    /// How likely it is that all its zones stay unpainted.
    double silence() {
        return silence;
    }
}
