package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// A course in needling that a practitioner completed.
///
/// @param course    its name, 1..200 characters
/// @param hours     0..2000
/// @param inPerson  whether they were in person; a course in both ways is two entries
/// @param sessions  supervised sessions that the certificate attests, 0..1000
/// @param completed last day of the course
/// @param evidence  where the certificate is kept, or its number; may be empty
/// @param struck    why it does not count; null: it counts
public record Training(
        UUID id,
        PractitionerId practitioner,
        String course,
        int hours,
        boolean inPerson,
        int sessions,
        LocalDate completed,
        String evidence,
        @Nullable String struck) {
    public Training {
        if (course.isBlank() || course.length() > 200) {
            throw new IllegalArgumentException("a course has a name of 1..200 characters");
        }
        if (hours < 0 || hours > 2000 || sessions < 0 || sessions > 1000) {
            throw new IllegalArgumentException("0..2000 hours and 0..1000 sessions, were " + hours + ", " + sessions);
        }
    }

    boolean countsOn(LocalDate day) {
        return struck == null && !completed.isAfter(day);
    }
}
