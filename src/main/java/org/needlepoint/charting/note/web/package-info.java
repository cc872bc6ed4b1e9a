/// The pages of a visit's note.
@NullMarked
package org.needlepoint.charting.note.web;

import org.jspecify.annotations.NullMarked;
