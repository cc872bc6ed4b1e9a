package org.needlepoint.charting.care;

/// What became of a request to record something about a visit.
public sealed interface Recording {
    /// In the record.
    record Recorded(CareEntryId id) implements Recording {}

    /// Refused: the patient has not arrived, or the visit did not take place.
    record NotNow() implements Recording {}

    /// Nothing is recorded: the patient may be allergic to what this person prepares skin with. They choose.
    record AllergyToAntiseptic(Antiseptic usual) implements Recording {}
}
