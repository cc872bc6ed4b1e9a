/// Paper as a mode: a needling sheet of one page, and the way back from it into the ledger (rule W8).
@NullMarked
package org.needlepoint.charting.paper;

import org.jspecify.annotations.NullMarked;
