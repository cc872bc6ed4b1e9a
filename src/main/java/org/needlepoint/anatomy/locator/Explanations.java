package org.needlepoint.anatomy.locator;

import java.util.Arrays;
import java.util.List;

/// Weighs every small set of causes by how well it explains a drawing as a whole, as a noisy-or network does: a
/// zone is painted when at least one active cause reaches it or something else does, and few muscles are active at
/// a time. What a muscle gets is the share of the weight of all sets that hold it. All single causes are weighed;
/// pairs and triples only among the causes that explain most, of the drawing or of one of its marks. Deterministic:
/// nothing but products and sums in a fixed order.
public final class Explanations {
    /// So many causes that explain most of the drawing are tried together...
    private static final int BEST_OF_ALL = 14;

    /// ...and so many of those that explain most of each single mark.
    private static final int BEST_OF_A_MARK = 4;

    /// Every pair is tried among at most so many causes.
    private static final int MOST_TOGETHER = 40;

    /// So many of the best pairs are tried with a third cause.
    private static final int BEST_PAIRS = 12;

    private final List<Cause> causes;
    private final int[][] causesOfZone;
    private final int muscles;

    /// The causes of all muscles of one side.
    public Explanations(List<Cause> causes, int muscles, int zones) {
        this.causes = List.copyOf(causes);
        this.muscles = muscles;
        causesOfZone = new int[zones][];
        var counts = new int[zones];
        for (var cause : causes) {
            for (var i = 0; i < cause.size(); i++) {
                counts[cause.zone(i)]++;
            }
        }
        for (var zone = 0; zone < zones; zone++) {
            causesOfZone[zone] = new int[counts[zone]];
        }
        for (var c = causes.size() - 1; c >= 0; c--) {
            var cause = causes.get(c);
            for (var i = 0; i < cause.size(); i++) {
                causesOfZone[cause.zone(i)][--counts[cause.zone(i)]] = c;
            }
        }
    }

    /// For every muscle the probability that it is responsible for some of what is painted, 0 to 1.
    ///
    /// @param odds for every muscle, before the drawing is seen, the odds that it is active
    public double[] weigh(Painted painted, double[] odds) {
        return new Weighing(painted, odds).weigh();
    }

    /// The work on one drawing.
    private final class Weighing {
        private final int marks;
        private final int[] zoneOf;
        private final double[] chanceMissed;
        private final double[] voice;
        private final double[] missedByAll;
        private final double[] sum = new double[muscles];
        private double total;

        // The causes that reach a mark: number, prior times silence elsewhere, and what each of them misses of each
        // mark.
        private int found;
        private final int[] number;
        private final double[] before;
        private final double[] missed;

        Weighing(Painted painted, double[] odds) {
            var count = 0;
            for (var zone = 0; zone < painted.zones(); zone++) {
                count += painted.weight(zone) > 0 ? 1 : 0;
            }
            marks = count;
            zoneOf = new int[marks];
            chanceMissed = new double[marks];
            voice = new double[marks];
            missedByAll = new double[marks];
            var reaching = 0;
            for (int zone = 0, mark = 0; zone < painted.zones(); zone++) {
                if (painted.weight(zone) > 0) {
                    zoneOf[mark] = zone;
                    chanceMissed[mark] = 1 - painted.chance(zone);
                    voice[mark] = painted.weight(zone) / painted.chance(zone);
                    missedByAll[mark] = 1 - painted.weight(zone);
                    mark++;
                    reaching += causesOfZone[zone].length;
                }
            }
            number = new int[Math.min(reaching, causes.size())];
            before = new double[number.length];
            missed = new double[number.length * marks];
            gather(odds);
        }

        private void gather(double[] odds) {
            var place = new int[causes.size()];
            Arrays.fill(place, -1);
            for (var mark = 0; mark < marks; mark++) {
                for (var c : causesOfZone[zoneOf[mark]]) {
                    if (place[c] < 0) {
                        place[c] = found;
                        number[found] = c;
                        found++;
                    }
                }
            }
            Arrays.fill(missed, 1);
            var markOf = new int[causesOfZone.length];
            Arrays.fill(markOf, -1);
            for (var mark = 0; mark < marks; mark++) {
                markOf[zoneOf[mark]] = mark;
            }
            for (var f = 0; f < found; f++) {
                var cause = causes.get(number[f]);
                var silence = cause.silence();
                for (var i = 0; i < cause.size(); i++) {
                    var mark = markOf[cause.zone(i)];
                    if (mark >= 0) {
                        silence /= cause.quiet(i);
                        missed[f * marks + mark] = 1 - cause.reach(i);
                    }
                }
                before[f] = odds[cause.muscle()] * cause.share() * silence;
            }
        }

        double[] weigh() {
            total = weightOfNothing();
            var single = new double[found];
            for (var f = 0; f < found; f++) {
                single[f] = weightOf(f, -1, -1);
                add(single[f], f, -1, -1);
            }
            var together = together(single);
            var pairs = new double[together.length * together.length];
            for (var a = 0; a < together.length; a++) {
                for (var b = a + 1; b < together.length; b++) {
                    if (differ(together[a], together[b])) {
                        var weight = weightOf(together[a], together[b], -1);
                        pairs[a * together.length + b] = weight;
                        add(weight, together[a], together[b], -1);
                    }
                }
            }
            triples(together, pairs);
            for (var muscle = 0; muscle < muscles; muscle++) {
                sum[muscle] /= total;
            }
            return sum;
        }

        /// Each triple is weighed once: by the pair of it that comes first among the best.
        private void triples(int[] together, double[] pairs) {
            var size = together.length;
            var best = largest(pairs, BEST_PAIRS);
            for (var p = 0; p < best.length && pairs[best[p]] > 0; p++) {
                var a = best[p] / size;
                var b = best[p] % size;
                for (var c = 0; c < size; c++) {
                    if (c != a
                            && c != b
                            && differ(together[a], together[c])
                            && differ(together[b], together[c])
                            && !among(best, p, Math.min(a, c) * size + Math.max(a, c))
                            && !among(best, p, Math.min(b, c) * size + Math.max(b, c))) {
                        add(weightOf(together[a], together[b], together[c]), together[a], together[b], together[c]);
                    }
                }
            }
        }

        private static boolean among(int[] best, int before, int pair) {
            for (var i = 0; i < before; i++) {
                if (best[i] == pair) {
                    return true;
                }
            }
            return false;
        }

        private boolean differ(int f, int g) {
            return causes.get(number[f]).muscle() != causes.get(number[g]).muscle();
        }

        private void add(double weight, int f, int g, int h) {
            total += weight;
            sum[causes.get(number[f]).muscle()] += weight;
            if (g >= 0) {
                sum[causes.get(number[g]).muscle()] += weight;
            }
            if (h >= 0) {
                sum[causes.get(number[h]).muscle()] += weight;
            }
        }

        private double weightOfNothing() {
            var weight = 1.0;
            for (var mark = 0; mark < marks; mark++) {
                weight *= fit(mark, 1) / fit(mark, 0);
            }
            return weight;
        }

        /// How a set of causes fits the drawing, times what it was thought of before; relative to a perfect fit, so
        /// that many marks do not leave the range of numbers.
        private double weightOf(int f, int g, int h) {
            var weight = before[f] * (g < 0 ? 1 : before[g]) * (h < 0 ? 1 : before[h]);
            for (var mark = 0; mark < marks; mark++) {
                var misses = missed[f * marks + mark]
                        * (g < 0 ? 1 : missed[g * marks + mark])
                        * (h < 0 ? 1 : missed[h * marks + mark]);
                weight *= fit(mark, misses) / fit(mark, 0);
            }
            return weight;
        }

        /// A mark that carries little weight is hardly better explained by a cause than by chance.
        private double fit(int mark, double misses) {
            return missedByAll[mark] + voice[mark] * (1 - chanceMissed[mark] * misses);
        }

        private int[] together(double[] single) {
            var chosen = new boolean[found];
            for (var f : largest(single, BEST_OF_ALL)) {
                chosen[f] = true;
            }
            var count = Math.min(found, BEST_OF_ALL);
            var alone = new double[found];
            for (var mark = 0; mark < marks && count < MOST_TOGETHER; mark++) {
                for (var f = 0; f < found; f++) {
                    alone[f] = before[f] * (1 - missed[f * marks + mark]);
                }
                for (var f : largest(alone, BEST_OF_A_MARK)) {
                    if (!chosen[f] && alone[f] > 0 && count < MOST_TOGETHER) {
                        chosen[f] = true;
                        count++;
                    }
                }
            }
            var together = new int[count];
            for (int f = 0, t = 0; f < found; f++) {
                if (chosen[f]) {
                    together[t++] = f;
                }
            }
            return together;
        }

        /// Places of the largest values, the largest first; of equal ones the first.
        private static int[] largest(double[] values, int most) {
            var best = new int[Math.min(most, values.length)];
            var count = 0;
            for (var i = 0; i < values.length; i++) {
                if (count == best.length && values[i] <= values[best[count - 1]]) {
                    continue;
                }
                var at = count < best.length ? count++ : count - 1;
                while (at > 0 && values[best[at - 1]] < values[i]) {
                    best[at] = best[at - 1];
                    at--;
                }
                best[at] = i;
            }
            return best;
        }
    }
}
