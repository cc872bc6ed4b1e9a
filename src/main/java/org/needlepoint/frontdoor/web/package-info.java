/// The controllers and page models of the public site, of booking, and of the practice's day.
@NullMarked
package org.needlepoint.frontdoor.web;

import org.jspecify.annotations.NullMarked;
