/// What a practitioner's hand finds in muscles at a visit.
@NullMarked
package org.needlepoint.charting.examination;

import org.jspecify.annotations.NullMarked;
