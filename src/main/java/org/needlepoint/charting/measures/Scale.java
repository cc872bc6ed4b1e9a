package org.needlepoint.charting.measures;

import java.util.ArrayList;
import java.util.List;

/// What can be said of something that is measured.
public sealed interface Scale {
    /// What is typed, understood.
    Read read(List<String> typed);

    /// What became of reading what was typed.
    sealed interface Read {
        /// Nothing was typed.
        record Blank() implements Read {}

        /// Understood.
        ///
        /// @param unusual whether it is outside of what is usual: a slip of a key is asked about
        record Given(Value value, boolean unusual) implements Read {}

        /// Refused: not a number.
        record NoNumber() implements Read {}

        /// Refused: nobody measures this.
        record Impossible(Limits limits, Unit unit) implements Read {}

        /// Refused: the scale has no such word.
        record NoSuchWord(List<String> words) implements Read {}

        /// Refused: longer than a remark may be.
        record TooLong(int most) implements Read {}
    }

    /// Between which numbers something lies. Chosen against slips of keys: wide, without a source, and no norm.
    ///
    /// @param least     below it nobody measures
    /// @param most      above it nobody measures
    /// @param usualLeast below it the page asks once
    /// @param usualMost above it the page asks once
    record Limits(double least, double most, double usualLeast, double usualMost) {
        boolean allow(double value) {
            return value >= least && value <= most;
        }

        boolean usual(double value) {
            return value >= usualLeast && value <= usualMost;
        }
    }

    /// Numbers.
    ///
    /// @param readings how many are taken at most; of several the mean counts
    record Numbers(Unit unit, Limits limits, int readings) implements Scale {
        @Override
        public Read read(List<String> typed) {
            var given = typed.stream()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            if (given.isEmpty()) {
                return new Read.Blank();
            }
            var numbers = new ArrayList<Double>();
            for (var each : given) {
                if (!each.matches("[-\u2212]?[0-9]{1,5}([.,][0-9]{1,2})?")) {
                    return new Read.NoNumber();
                }
                var number = Double.parseDouble(each.replace(',', '.').replace('\u2212', '-'));
                if (!limits.allow(number)) {
                    return new Read.Impossible(limits, unit);
                }
                numbers.add(number);
            }
            if (numbers.size() > readings) {
                return new Read.NoNumber();
            }
            return new Read.Given(Value.Quantity.of(numbers), !numbers.stream().allMatch(limits::usual));
        }
    }

    /// Steps, each a word, in their order.
    record Words(List<String> words) implements Scale {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public Read read(List<String> typed) {
            var word = typed.isEmpty() ? "" : typed.getFirst().strip();
            if (word.isEmpty()) {
                return new Read.Blank();
            }
            return words.contains(word) ? new Read.Given(new Value.Word(word), false) : new Read.NoSuchWord(words);
        }
    }

    /// Plain words.
    record Remark(int most) implements Scale {
        @Override
        public Read read(List<String> typed) {
            var text = typed.isEmpty() ? "" : typed.getFirst().strip();
            if (text.isEmpty()) {
                return new Read.Blank();
            }
            return text.length() > most ? new Read.TooLong(most) : new Read.Given(new Value.Remark(text), false);
        }
    }
}
