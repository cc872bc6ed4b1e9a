package org.needlepoint.intake;

import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.shared.Texts;

/// Why a screening says what it says: one answer.
///
/// @param question id of the screening question
/// @param where    the reported places as codes, such as `upper-back:L`; null when the answer is about no place, and
///                 `everywhere` when the place is not known
/// @param whatToDo for the practitioner, as the knowledge says it
/// @param effect   what the answer does here; an unsure answer to a stop is weighed
/// @param unsure   the patient was not sure: the practitioner asks again
public record Reason(
        String question, Texts ask, @Nullable String where, String whatToDo, Effect effect, boolean unsure) {}
