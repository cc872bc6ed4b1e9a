package org.needlepoint.identity.web;

import org.needlepoint.identity.SignedIn;

/// The first page after signing in.
final class Home {
    private Home() {}

    static String of(String slug, SignedIn.Kind kind) {
        return switch (kind) {
            case STAFF -> "/p/" + slug + "/today";
            case PATIENT -> "/p/" + slug + "/my";
        };
    }
}
