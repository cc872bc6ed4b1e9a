package org.needlepoint.anatomy;

/// Whether a statement was seen in one of its sources, or is recalled general knowledge that somebody must
/// check.
public enum Evidence {
    READ,
    UNREAD
}
