package org.needlepoint.charting.care;

import java.util.Locale;

/// Treatment other than needles, in our own words: codes of payers are another matter. Names are stored and never
/// change.
public enum CareKind {
    JOINT_MOBILISATION(Group.MANUAL_THERAPY),
    SOFT_TISSUE_MOBILISATION(Group.MANUAL_THERAPY),
    MYOFASCIAL_RELEASE(Group.MANUAL_THERAPY),
    TRACTION(Group.MANUAL_THERAPY),
    MASSAGE(Group.MASSAGE),
    TRIGGER_POINT_PRESSURE(Group.MASSAGE),
    STRENGTHENING(Group.EXERCISE),
    STRETCHING(Group.EXERCISE),
    MOTOR_CONTROL(Group.EXERCISE),
    GAIT_AND_BALANCE(Group.EXERCISE),
    EDUCATION(Group.EDUCATION);

    /// What minutes are added up by.
    public enum Group {
        MANUAL_THERAPY,
        MASSAGE,
        EXERCISE,
        EDUCATION;

        /// As message keys write it: `manual-therapy`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Group group;

    CareKind(Group group) {
        this.group = group;
    }

    /// As forms and message keys write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it belongs to.
    public Group group() {
        return group;
    }
}
