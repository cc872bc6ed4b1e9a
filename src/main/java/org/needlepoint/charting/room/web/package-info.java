/// The page and the panel of who is in the room.
@NullMarked
package org.needlepoint.charting.room.web;

import org.jspecify.annotations.NullMarked;
