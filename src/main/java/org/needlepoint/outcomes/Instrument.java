package org.needlepoint.outcomes;

/// A scale that patients answer. Only scales that software may carry without a licence are here
/// (`knowledge` calls the pain ratings free).
public enum Instrument {
    /// Numeric pain rating scale: 0 is no pain, 10 the worst imaginable.
    NPRS
}
