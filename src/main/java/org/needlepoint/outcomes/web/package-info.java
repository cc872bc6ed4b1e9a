/// The pages of pain scores, for staff.
@NullMarked
package org.needlepoint.outcomes.web;

import org.jspecify.annotations.NullMarked;
