/// The pages of what happens at a visit beside the needles.
@NullMarked
package org.needlepoint.charting.care.web;

import org.jspecify.annotations.NullMarked;
