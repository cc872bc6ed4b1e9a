package org.needlepoint.charting.needling;

import java.util.List;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.PainReport;

/// What became of the intention to start needling. A refusal stops needles, never the visit (rule C5).
public sealed interface Start {
    /// The session is open.
    record Started(SessionId session) implements Start {}

    /// It was opened before.
    record AlreadyOpen(SessionId session) implements Start {}

    /// Refused: these red flags were reported on booking; the practitioner says a word about them first (rule C2).
    record RedFlagsReported(PainReport report) implements Start {}

    /// Refused: the examination of this visit found these; the practitioner says a word about them first (rule C2).
    record RedSignsFound(List<RedSigns> signs) implements Start {
        public RedSignsFound {
            signs = List.copyOf(signs);
        }
    }

    /// Refused: the rule asks for a referral, and none is on file; the practitioner says a word about it, or notes one
    /// (rule C13).
    record NoReferral() implements Start {}

    /// Refused: somebody kept that the patient came unwell; the practitioner says a word about it first (rule C5).
    record CameUnwell(ArrivalCheck.Unwell arrival) implements Start {}

    /// Refused: not everything was asked yet, or something is new and nobody has reviewed it.
    record NotScreened(ScreeningStanding standing) implements Start {}

    /// Refused: no needles at this visit.
    record Stopped(List<Reason> reasons) implements Start {
        public Stopped {
            reasons = List.copyOf(reasons);
        }
    }

    /// Refused: no consent stands.
    record NoConsent(ConsentStanding standing) implements Start {}

    /// Refused: whoever would needle is not entitled to, here and today (rule C13).
    record NotEntitled(Entitlement.NotEntitled why) implements Start {}

    /// Refused: from where the visit stands no session begins, such as from a cancelled one.
    record NotNow(Appointment visit) implements Start {}
}
