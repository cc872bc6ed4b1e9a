package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A safety question before needling or injection. "Yes" is always the answer that counts.
public record ScreeningQuestion(
        String id,
        @Nullable String replacedBy,
        int order,
        Texts ask,
        AppliesTo appliesTo,
        Effect effect,
        RegionRule regionRule,
        ValidFor validFor,
        AskAgain askAgain,
        String reason,
        String whatToDo,
        Evidence evidence,
        List<String> sources,
        Review review) {

    /// The treatment before which it is asked.
    public enum AppliesTo {
        DRY_NEEDLING,
        INJECTION,
        BOTH
    }

    /// What a yes does.
    public enum Effect {
        /// No needles at this visit until settled.
        STOP,
        /// No needles in the region of the rule; other regions are allowed.
        STOP_REGION,
        /// The practitioner decides and records why.
        WEIGH
    }

    /// Which muscles or places a yes closes; meanings in `knowledge/vocabulary.yaml`.
    public enum RegionRule {
        NONE,
        THORAX,
        REPORTED_SITE,
        REPORTED_LIMB,
        SURGERY_SITE,
        IMPLANT_SITE,
        SPINAL_LEVEL,
        DEVICE_AND_CHEST,
        DEEP_OR_NO_PRESSURE,
        PREGNANCY_REGIONS,
        RADIATION_FIELD,
        FACE_OR_TREATED_SITE
    }

    /// How long an answer stays true.
    public enum ValidFor {
        HOURS,
        DAYS,
        VISIT,
        COURSE
    }

    /// When it is asked again.
    public enum AskAgain {
        EACH_VISIT,
        ON_CHANGE,
        ONCE
    }

    public ScreeningQuestion {
        sources = List.copyOf(sources);
    }
}
