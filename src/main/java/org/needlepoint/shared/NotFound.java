package org.needlepoint.shared;

import java.io.Serial;

/// Nothing of that name here: an unknown id in a URL, or another practice's. Shown as the 404 page.
public class NotFound extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
