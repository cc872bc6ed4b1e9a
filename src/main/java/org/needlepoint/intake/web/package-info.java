/// Pages of screening, education and consent, for patients behind a link or on the practice's tablet, and for staff.
@NullMarked
package org.needlepoint.intake.web;

import org.jspecify.annotations.NullMarked;
