package org.needlepoint.frontdoor.library;

import java.util.List;

/// What else can hurt there, and what sets it apart.
///
/// @param cites numbers of sources; empty for what nobody has read
public record Cause(String name, String hint, List<Integer> cites) {}
