package org.needlepoint.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.documents.Signature;
import org.needlepoint.patients.PatientId;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Enters a consent that was signed on paper, with its scan where there is one (rules W6, W8).
@Service
public class EnterPaperConsent {
    private final Consents consents;
    private final ConsentScans scans;

    EnterPaperConsent(Consents consents, ConsentScans scans) {
        this.consents = consents;
        this.scans = scans;
    }

    /// What stands on the paper.
    ///
    /// @param name     under the signature
    /// @param on       the day beside it
    /// @param told     how it came about; a guardian and the assent, for a minor
    /// @param language of the text
    public record Paper(ConsentScope scope, String name, LocalDate on, List<Circumstance> told, Locale language) {
        public Paper {
            told = List.copyOf(told);
        }
    }

    /// What became of it.
    public sealed interface Entering {
        /// The consent is on record.
        record Entered(ConsentStanding standing) implements Entering {}

        /// Refused, and nothing is on record: the file is no scan.
        record NoScan() implements Entering {}

        /// Refused: on that day or later the patient took something of it back or said no. They sign again.
        record SaidNoSince() implements Entering {}

        /// Refused: it was signed before they came of age, and now they sign for themselves.
        record OfAgeSince() implements Entering {}
    }

    /// Enters what stands on a paper, and its scan.
    ///
    /// @param scan a JPEG, PNG or PDF as it came; empty when the paper is scanned later
    @Transactional
    public Entering enter(Practice practice, PatientId chart, UUID visit, Paper paper, byte[] scan, Actor by) {
        if (consents.saidNoSince(practice, chart, paper.scope().to(), paper.on())) {
            return new Entering.SaidNoSince();
        }
        if (consents.cameOfAgeAfter(practice.id(), chart, paper.on())) {
            return new Entering.OfAgeSince();
        }
        var pages = scan.length == 0 ? List.<UUID>of() : scans.pictures(practice.id(), chart, visit, scan, by);
        if (scan.length > 0 && pages.isEmpty()) {
            return new Entering.NoScan();
        }
        var signature = new Signature.OnPaper(paper.name(), paper.on());
        var standing = consents.give(
                practice, chart, visit, paper.scope(), signature, paper.told(), paper.language(), Asked.byStaff(by));
        scans.link(practice.id(), chart, visit, given(standing), pages, by);
        return new Entering.Entered(standing);
    }

    private static ConsentId given(ConsentStanding standing) {
        return switch (standing) {
            case ConsentStanding.Given(var consent) -> consent.id();
            case ConsentStanding.NotEnough(var consent, var _) -> consent.id();
            case ConsentStanding.None _,
                    ConsentStanding.Refused _,
                    ConsentStanding.Withdrawn _,
                    ConsentStanding.Altered _ ->
                throw new IllegalStateException("what was just signed stands: " + standing);
        };
    }
}
