/// Pages and panel for patients who come unwell or feel faint.
@NullMarked
package org.needlepoint.charting.unwell.web;

import org.jspecify.annotations.NullMarked;
