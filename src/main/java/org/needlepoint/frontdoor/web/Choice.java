package org.needlepoint.frontdoor.web;

import org.jspecify.annotations.Nullable;

/// One of several things to choose in a form.
public record Choice(String value, String label, @Nullable String hint) {}
