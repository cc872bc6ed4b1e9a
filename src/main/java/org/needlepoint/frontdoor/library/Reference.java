package org.needlepoint.frontdoor.library;

import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Source;

/// A source as the foot of a page lists it.
///
/// @param number by which the text points to it, from 1
/// @param href where it can be read, null when nowhere
/// @param abstractOnly whether nobody read more of it than its abstract
public record Reference(
        int number, String citation, @Nullable String href, Source.Grade grade, boolean abstractOnly) {}
