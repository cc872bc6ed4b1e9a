/// Pages of the needling session.
@NullMarked
package org.needlepoint.charting.web;

import org.jspecify.annotations.NullMarked;
