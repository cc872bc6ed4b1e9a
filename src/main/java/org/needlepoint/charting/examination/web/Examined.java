package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Map;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.charting.examination.Target;
import org.needlepoint.charting.examination.TargetList;
import org.needlepoint.charting.measures.Manner;
import org.needlepoint.charting.measures.Measure;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.VisitMeasures;

/// All that the page "Examine" is made of: what was read of the visit, and what of it is to be seen.
///
/// @param last        of each thing that was measured before this visit
/// @param lastTargets of the visit before
record Examined(
        Opened opened,
        VisitMeasures today,
        Map<Measured, Measure> last,
        TargetList targets,
        List<Target> lastTargets,
        Shown shown) {

    /// What the address asks to see.
    ///
    /// @param range    active or passive
    /// @param strength manual or by dynamometer
    /// @param imaging  what is asked of an ultrasound, or what it answered
    record Shown(Part part, Moment moment, Manner range, Manner strength, Manner imaging) {}
}
