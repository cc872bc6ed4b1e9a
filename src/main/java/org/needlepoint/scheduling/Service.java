package org.needlepoint.scheduling;

import java.util.List;
import org.needlepoint.credentials.Profession;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;

/// A service as offered; the meaning of each value is [ServicePlan]'s.
public record Service(
        ServiceId id,
        Texts name,
        Texts description,
        List<Segment> segments,
        Modality modality,
        Audience audience,
        boolean needling,
        Money price,
        int gridMinutes,
        int minimumNoticeMinutes,
        int horizonDays,
        int cancellationHours,
        int position,
        Demands demands,
        boolean active,
        int version) {
    /// From the beginning to the end of the visit.
    public int minutes() {
        return segments.stream().mapToInt(Segment::minutes).sum();
    }

    /// The same for a visit of another length: the practitioner is needed throughout then, because nobody has said when
    /// they are not.
    public Service lasting(int other) {
        return other == minutes()
                ? this
                : new Service(
                        id,
                        name,
                        description,
                        List.of(Segment.handsOn(other)),
                        modality,
                        audience,
                        needling,
                        price,
                        gridMinutes,
                        minimumNoticeMinutes,
                        horizonDays,
                        cancellationHours,
                        position,
                        demands,
                        active,
                        version);
    }

    /// Whether somebody of that profession may perform it.
    public boolean mayBePerformedBy(Profession profession) {
        return demands.professions().isEmpty() || demands.professions().contains(profession);
    }
}
