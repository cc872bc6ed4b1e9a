/// Requests for a medicine from whoever treats to whoever may prescribe. Nothing here prescribes, sends or checks a
/// drug.
@NullMarked
package org.needlepoint.charting.medication;

import org.jspecify.annotations.NullMarked;
