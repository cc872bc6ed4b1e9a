package org.needlepoint.charting.medication;

/// What became of an answer to a request.
public sealed interface Answering {
    /// Closed with this answer.
    record Answered() implements Answering {}

    /// Refused: somebody answered before.
    record AnsweredBefore() implements Answering {}

    /// Refused: this profession does not prescribe here.
    record MayNotPrescribe() implements Answering {}

    /// Refused: whoever declines says why.
    record WordMissing() implements Answering {}
}
