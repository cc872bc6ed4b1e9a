/// The waiting list: who wishes for which visit, which of them is offered an opening that comes free, and what they
/// answer in time.
@NamedInterface("waiting")
@NullMarked
package org.needlepoint.scheduling.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
