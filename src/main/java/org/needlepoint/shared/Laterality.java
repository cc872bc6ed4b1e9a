package org.needlepoint.shared;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The patient's own side: left, right, both, or midline (also for what has no sides). Stored by these letters.
public enum Laterality {
    @JsonProperty("L")
    L,
    @JsonProperty("R")
    R,
    @JsonProperty("B")
    B,
    @JsonProperty("M")
    M
}
