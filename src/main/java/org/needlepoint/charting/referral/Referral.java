package org.needlepoint.charting.referral;

import java.time.LocalDate;
import java.util.UUID;

/// A referral that somebody of the practice saw.
///
/// @param from   who referred, 1..200 characters
/// @param struck whether it was entered in error
public record Referral(UUID id, LocalDate dated, String from, boolean struck) {}
