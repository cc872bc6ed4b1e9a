/// Patients who come unwell or feel faint: what was measured, said and decided (rules C5 and C8).
@NullMarked
package org.needlepoint.charting.unwell;

import org.jspecify.annotations.NullMarked;
