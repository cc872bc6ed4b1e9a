package org.needlepoint.frontdoor.web;

import java.util.Optional;
import org.needlepoint.scheduling.PainReport;

/// The gravest level of a report, in the word that message keys use.
final class Levels {
    private Levels() {}

    static Optional<String> of(PainReport report) {
        return Optional.ofNullable(report.level())
                .map(level -> level.equals("tell-your-practitioner") ? "tell-practitioner" : level);
    }
}
