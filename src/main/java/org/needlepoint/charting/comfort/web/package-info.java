/// A patient's comfort on the page of a session.
@NullMarked
package org.needlepoint.charting.comfort.web;

import org.jspecify.annotations.NullMarked;
