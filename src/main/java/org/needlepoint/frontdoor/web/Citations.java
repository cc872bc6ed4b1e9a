package org.needlepoint.frontdoor.web;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Source;

/// Citations as pages print them: numbered, with a link where there is one.
final class Citations {
    private Citations() {}

    /// One numbered citation.
    ///
    /// @param href where it can be read, null when nowhere
    record Citation(int number, String text, @Nullable String href) {}

    /// In the order given, from 1.
    static List<Citation> numbered(List<Source> sources) {
        return IntStream.range(0, sources.size())
                .mapToObj(i -> new Citation(
                        i + 1, sources.get(i).citation(), sources.get(i).href()))
                .toList();
    }
}
