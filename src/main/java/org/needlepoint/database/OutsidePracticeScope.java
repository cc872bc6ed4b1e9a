package org.needlepoint.database;

import java.io.Serial;

/// A statement or transaction was begun outside a practice's scope: a mistake in the program, never an empty answer.
public class OutsidePracticeScope extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    OutsidePracticeScope() {
        super("no practice scope is open, or no transaction has begun in it: use PracticeScope and @Transactional");
    }
}
