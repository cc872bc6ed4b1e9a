/// The sheet to print, and the page that takes it down again.
@NullMarked
package org.needlepoint.charting.paper.web;

import org.jspecify.annotations.NullMarked;
