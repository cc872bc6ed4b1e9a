package org.needlepoint.frontdoor.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Source;

/// The sources of one article, numbered in the order in which the text cites them. A source that nobody has read
/// gets no number: what rests on it is not a cited statement.
final class References {
    private final Knowledge knowledge;
    private final List<Source> cited = new ArrayList<>();

    References(Knowledge knowledge) {
        this(knowledge, List.of());
    }

    /// Goes on after sources that a page has numbered already.
    References(Knowledge knowledge, List<Source> numbered) {
        this.knowledge = knowledge;
        this.cited.addAll(numbered);
    }

    /// Numbers of these sources, smallest first; those that nobody has read are left out.
    List<Integer> cite(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> knowledge.source(id).stream())
                .filter(source -> source.read() != Source.Reading.UNREAD)
                .map(this::number)
                .sorted()
                .distinct()
                .toList();
    }

    private int number(Source source) {
        if (!cited.contains(source)) {
            cited.add(source);
        }
        return cited.indexOf(source) + 1;
    }

    /// All that were cited so far, as they are known.
    List<Source> sources() {
        return List.copyOf(cited);
    }

    /// All that were cited so far, as the foot of a page lists them.
    List<Reference> all() {
        return cited.stream()
                .map(source -> new Reference(
                        cited.indexOf(source) + 1,
                        source.citation(),
                        source.href(),
                        source.grade(),
                        source.read() == Source.Reading.ABSTRACT))
                .toList();
    }
}
