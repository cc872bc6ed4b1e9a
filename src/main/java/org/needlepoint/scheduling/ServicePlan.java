package org.needlepoint.scheduling;

import java.util.List;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;

/// What a practice says of a service when it adds it.
///
/// @param segments             one or more, 5 to 480 minutes together; the first and the last are hands-on
/// @param needling             whether needles or injections are part of it: then it is in person
/// @param gridMinutes          openings start every so many minutes from the beginning of a stretch of hours, 5..240
/// @param minimumNoticeMinutes an opening nearer than this cannot be booked by patients, 0..43,200
/// @param horizonDays          how far ahead it can be booked, 1..730
/// @param cancellationHours    a change later than this before the start counts as late, 0..336
public record ServicePlan(
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
        Demands demands) {
    /// A plan that asks for nothing but its time.
    public ServicePlan(
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
            int position) {
        this(
                name,
                description,
                segments,
                modality,
                audience,
                needling,
                price,
                gridMinutes,
                minimumNoticeMinutes,
                horizonDays,
                cancellationHours,
                position,
                Demands.NONE);
    }

    public ServicePlan {
        segments = List.copyOf(segments);
        int minutes = segments.stream().mapToInt(Segment::minutes).sum();
        if (minutes < 5 || minutes > 480) {
            throw new IllegalArgumentException("a service lasts 5..480 minutes, was " + minutes);
        }
        if (segments.getFirst().presence() != Segment.Presence.HANDS_ON
                || segments.getLast().presence() != Segment.Presence.HANDS_ON) {
            throw new IllegalArgumentException("a service begins and ends hands-on: needles go in and come out");
        }
        boolean needlesIn = segments.stream().anyMatch(part -> part.presence() == Segment.Presence.NEEDLES_IN);
        if ((needling || needlesIn) && modality != Modality.IN_PERSON) {
            throw new IllegalArgumentException("needling is done in person, was " + modality.code());
        }
        if (gridMinutes < 5 || gridMinutes > 240) {
            throw new IllegalArgumentException("gridMinutes must be 5..240, was " + gridMinutes);
        }
    }
}
