/// What integration tests share: one real PostgreSQL for all, a fresh practice for each.
@NullMarked
package org.needlepoint.testing;

import org.jspecify.annotations.NullMarked;
