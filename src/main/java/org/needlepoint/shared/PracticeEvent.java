package org.needlepoint.shared;

/// News from a module: something that has happened in one practice. Carries ids only.
public interface PracticeEvent {
    /// The practice in whose scope every listener runs, also on redelivery.
    PracticeId practice();
}
