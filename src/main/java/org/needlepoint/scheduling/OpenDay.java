package org.needlepoint.scheduling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a place is open on a day, sorted, stretches that touch joined; none means closed.
///
/// @param inPerson for visits at the place
/// @param remote   for visits by phone and video; at least the same
/// @param because  why the day differs from the week, where that concerns the place or the practice; null when it does
///                 not
public record OpenDay(
        List<Stretch> inPerson,
        List<Stretch> remote,
        @Nullable Closure because) {
    public OpenDay {
        inPerson = List.copyOf(inPerson);
        remote = List.copyOf(remote);
    }

    /// Whether there are hours for phone and video in which nobody can come.
    public boolean partlyRemote() {
        return !inPerson.equals(remote);
    }
}
