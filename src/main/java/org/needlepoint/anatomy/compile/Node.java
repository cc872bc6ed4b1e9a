package org.needlepoint.anatomy.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A part of a YAML file that remembers its line.
sealed interface Node {

    /// Line in the file, counted from 1.
    int line();

    /// Keys with their values, in the order of the file.
    record Mapping(Map<String, Entry> entries, int line) implements Node {

        Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /// The text or number under a key, as text; empty when it is absent or not a scalar.
        Optional<String> text(String key) {
            return get(key).flatMap(node -> node instanceof Scalar scalar ? scalar.text() : Optional.empty());
        }

        /// The mappings in the list under a key; none when there is no such list.
        List<Mapping> mappings(String key) {
            if (!(get(key).orElse(null) instanceof Listing listing)) {
                return List.of();
            }
            return listing.items().stream()
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .toList();
        }

        /// The scalars in the list under a key, as text; none when there is no such list.
        List<String> texts(String key) {
            if (!(get(key).orElse(null) instanceof Listing listing)) {
                return List.of();
            }
            return listing.items().stream()
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .flatMap(scalar -> scalar.text().stream())
                    .toList();
        }

        /// This mapping with those keys of another that it does not have itself.
        Mapping with(Map<String, Entry> more) {
            var all = new LinkedHashMap<>(entries);
            more.forEach(all::putIfAbsent);
            return new Mapping(all, line);
        }
    }

    /// A value and the line of its key.
    record Entry(int line, Node value) {}

    /// A list.
    record Listing(List<Node> items, int line) implements Node {}

    /// A text, number, truth value or null.
    record Scalar(@Nullable Object value, int line) implements Node {

        Optional<String> text() {
            return Optional.ofNullable(value).map(Object::toString);
        }
    }
}
