package org.needlepoint.charting.comfort;

import java.util.Collection;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.Tolerance;

/// How the needles of a session were borne: each counts once, by the hardest that was noted of it.
///
/// @param needles that went in
/// @param not     of them, those that the patient asked to come out
/// @param hardly  of them, those that were hardly bearable
public record Borne(int needles, int not, int hardly) {
    static Borne of(Collection<Needle> needles) {
        int in = 0;
        int not = 0;
        int hardly = 0;
        for (var needle : needles) {
            if (needle.placement() == null) {
                continue;
            }
            in++;
            if (needle.borne().contains(Tolerance.NOT)) {
                not++;
            } else if (needle.borne().contains(Tolerance.HARDLY)) {
                hardly++;
            }
        }
        return new Borne(in, not, hardly);
    }
}
