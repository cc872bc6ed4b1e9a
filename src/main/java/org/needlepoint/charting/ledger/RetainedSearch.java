package org.needlepoint.charting.ledger;

import java.util.List;
import java.util.Locale;
import org.needlepoint.charting.ledger.LedgerEvent.Place;

/// What was done before a session was closed over a missing needle: looked for, imaging decided, people told.
///
/// @param searched where, at least one place
/// @param told     at least the patient
/// @param words    what is believed to have happened
public record RetainedSearch(List<Place> searched, Imaging imaging, List<Told> told, String words) {
    /// What was decided about an X-ray or ultrasound.
    public enum Imaging {
        ARRANGED,
        ADVISED,
        DECLINED,
        NOT_INDICATED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Who knows.
    public enum Told {
        PATIENT,
        PHYSICIAN,
        SUPERVISOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RetainedSearch {
        searched = List.copyOf(searched);
        told = List.copyOf(told);
        if (searched.isEmpty()) {
            throw new IllegalArgumentException("a needle is given up only after a search: name a place");
        }
        if (!told.contains(Told.PATIENT)) {
            throw new IllegalArgumentException("the patient is told of a missing needle");
        }
        if (words.isBlank() || words.length() > 2000) {
            throw new IllegalArgumentException("words must be 1..2000 characters, were " + words.length());
        }
    }
}
