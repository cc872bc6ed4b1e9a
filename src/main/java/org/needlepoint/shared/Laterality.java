package org.needlepoint.shared;

/// The patient's own side: left, right, both, or midline (also for what has no sides).
public enum Laterality {
    L,
    R,
    B,
    M
}
