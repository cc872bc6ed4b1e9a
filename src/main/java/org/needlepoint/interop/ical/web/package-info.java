/// Downloads of calendar files.
@NullMarked
package org.needlepoint.interop.ical.web;

import org.jspecify.annotations.NullMarked;
