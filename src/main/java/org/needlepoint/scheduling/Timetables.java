package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.util.HashSet;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the timetable of a practice.
@Component
public class Timetables {
    private static final int YEARS_AHEAD = 10;

    private final WeeklyHours weeklyHours;
    private final LocationHours locationHours;
    private final Closures closures;
    private final Practitioners practitioners;

    Timetables(WeeklyHours weeklyHours, LocationHours locationHours, Closures closures, Practitioners practitioners) {
        this.weeklyHours = weeklyHours;
        this.locationHours = locationHours;
        this.closures = closures;
        this.practitioners = practitioners;
    }

    /// What holds on a day or later.
    @Transactional(readOnly = true)
    public Timetable from(PracticeId practice, LocalDate day) {
        var treating = new HashSet<>(practitioners.activeIds(practice));
        return new Timetable(
                weeklyHours.from(practice, day).stream()
                        .filter(hours -> treating.contains(hours.practitioner()))
                        .toList(),
                locationHours.from(practice, day),
                closures.between(practice, day, day.plusYears(YEARS_AHEAD)));
    }
}
