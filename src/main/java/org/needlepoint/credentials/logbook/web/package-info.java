/// The pages of the logbook, for those in training and their instructors.
@NullMarked
package org.needlepoint.credentials.logbook.web;

import org.jspecify.annotations.NullMarked;
