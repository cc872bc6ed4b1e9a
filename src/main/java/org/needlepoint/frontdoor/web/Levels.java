package org.needlepoint.frontdoor.web;

import java.util.Optional;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer;

/// The gravest level of a report, in the word that message keys use.
final class Levels {
    private Levels() {}

    /// The level that was set off; else `unsure` when an answer settles nothing; empty when there is nothing to look
    /// at.
    static Optional<String> of(PainReport report) {
        return Optional.ofNullable(report.level())
                .or(() -> report.redFlags().stream().anyMatch(RedFlagAnswer::unsure)
                        ? Optional.of("unsure")
                        : Optional.empty());
    }

    /// Whether somebody must look before anything else happens.
    static boolean urgent(String level) {
        return !level.equals("tell-practitioner") && !level.equals("unsure");
    }
}
