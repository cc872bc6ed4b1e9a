package org.needlepoint.database;

import java.io.Serial;

/// Needlepoint cannot start here; the message says in one line what is wrong and what to do.
public class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
