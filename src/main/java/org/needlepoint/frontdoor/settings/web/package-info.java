/// The pages on which an owner keeps services, hours and days that differ.
@NullMarked
package org.needlepoint.frontdoor.settings.web;

import org.jspecify.annotations.NullMarked;
