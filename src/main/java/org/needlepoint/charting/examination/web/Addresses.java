package org.needlepoint.charting.examination.web;

import org.needlepoint.charting.examination.web.Examined.Shown;
import org.needlepoint.charting.measures.Kind;
import org.needlepoint.charting.measures.Manner;
import org.needlepoint.charting.measures.Moment;

/// Addresses of what the page "Examine" can show; they hold what to see and nothing about anybody.
///
/// @param base of the visit's examination
record Addresses(String base, Shown shown) {
    String here() {
        return to(shown);
    }

    String of(Part part) {
        return to(new Shown(part, shown.moment(), shown.range(), shown.strength(), shown.imaging())) + "#parts";
    }

    String at(Moment moment) {
        return to(new Shown(shown.part(), moment, shown.range(), shown.strength(), shown.imaging()));
    }

    String withManner(Kind kind, Manner manner) {
        return to(new Shown(
                        shown.part(),
                        shown.moment(),
                        kind == Kind.RANGE ? manner : shown.range(),
                        kind == Kind.STRENGTH ? manner : shown.strength(),
                        kind == Kind.ULTRASOUND ? manner : shown.imaging()))
                + "#" + kind.word();
    }

    private String to(Shown what) {
        return base + "?part=" + what.part().id() + "&moment=" + what.moment().word() + "&range="
                + what.range().word() + "&strength=" + what.strength().word() + "&imaging="
                + what.imaging().word();
    }
}
