package org.needlepoint.charting.measures;

import java.util.List;

/// What was measured.
public sealed interface Value {
    /// A number, in the unit of its scale.
    ///
    /// @param mean     of the readings
    /// @param readings 1 to 3
    record Quantity(double mean, List<Double> readings) implements Value {
        public Quantity {
            readings = List.copyOf(readings);
        }

        /// The mean of readings, to two decimals.
        public static Quantity of(List<Double> readings) {
            var mean = readings.stream().mapToDouble(each -> each).average().orElseThrow();
            return new Quantity(Math.round(mean * 100) / 100.0, readings);
        }
    }

    /// A step of a scale of words, such as `4-` or `reduced`.
    record Word(String word) implements Value {}

    /// Plain words.
    record Remark(String text) implements Value {}
}
