package org.needlepoint.identity.web;

/// What is wrong with one field, for the error summary.
public record FormError(String field, String message) {}
