/// The pages of aftercare: for patients behind a link, for staff, and what goes on the day's page.
@NullMarked
package org.needlepoint.aftercare.web;

import org.jspecify.annotations.NullMarked;
