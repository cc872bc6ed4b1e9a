/// Pages of the needling session.
@NullMarked
package org.needlepoint.charting.needling.web;

import org.jspecify.annotations.NullMarked;
