/// The session at the table: gates before a needle, entries kept, closing, and what is read of it afterwards.
@NamedInterface("needling")
@NullMarked
package org.needlepoint.charting.needling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
