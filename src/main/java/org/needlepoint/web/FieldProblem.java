package org.needlepoint.web;

/// What is wrong with one field, in words that say what to do.
///
/// @param field   the form field's or JSON member's name, such as `birthDate` or `marks[0].zone`
/// @param message in the reader's language
public record FieldProblem(String field, String message) {}
