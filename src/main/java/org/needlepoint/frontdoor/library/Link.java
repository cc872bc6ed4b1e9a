package org.needlepoint.frontdoor.library;

/// The name of a muscle or condition, and its id for the address of its page.
public record Link(String id, String name) {}
