package org.needlepoint.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Every route of the application and who may use it. What is not listed is refused.
@Component
public final class RouteTable {
    private final List<Line> lines;

    private record Line(PathPattern pattern, Route route) {}

    /// What the table says about a request.
    public sealed interface Answer {
        /// This line decides.
        record Listed(Route route) implements Answer {}

        /// The path is listed, but not with this method.
        record OtherMethod() implements Answer {}

        /// Not listed.
        record Unlisted() implements Answer {}
    }

    RouteTable(List<Routes> modules) {
        var parser = PathPatternParser.defaultInstance;
        this.lines = modules.stream()
                .flatMap(module -> module.routes().stream())
                .map(route -> new Line(parser.parse(route.pattern()), route))
                .sorted(Comparator.comparing(Line::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
        refuseContradictions();
    }

    private void refuseContradictions() {
        for (var route : routes()) {
            long times = routes().stream()
                    .filter(other ->
                            other.method() == route.method() && other.pattern().equals(route.pattern()))
                    .count();
            if (times > 1) {
                throw new IllegalStateException(
                        "the route " + route.method() + " " + route.pattern() + " is listed more than once");
            }
        }
    }

    /// All lines, the most specific first.
    public List<Route> routes() {
        return lines.stream().map(Line::route).toList();
    }

    /// The line for a request.
    ///
    /// @param method as HTTP writes it: `GET`
    /// @param path   within the application, still encoded
    public Answer find(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        var matching =
                lines.stream().filter(line -> line.pattern().matches(parsed)).toList();
        if (matching.isEmpty()) {
            return new Answer.Unlisted();
        }
        var wanted = "HEAD".equals(method) ? "GET" : method;
        return first(matching, wanted).<Answer>map(Answer.Listed::new).orElseGet(Answer.OtherMethod::new);
    }

    private static Optional<Route> first(List<Line> matching, String method) {
        return matching.stream()
                .map(Line::route)
                .filter(route -> route.method().name().equals(method))
                .findFirst();
    }
}
