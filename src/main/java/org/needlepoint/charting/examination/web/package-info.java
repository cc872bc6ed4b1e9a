/// The practitioner's map: the drawing over the anatomy, the ranking, and the examination that moves it.
@NullMarked
package org.needlepoint.charting.examination.web;

import org.jspecify.annotations.NullMarked;
