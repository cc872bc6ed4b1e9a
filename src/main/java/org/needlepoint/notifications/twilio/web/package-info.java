/// Where Twilio calls.
@NullMarked
package org.needlepoint.notifications.twilio.web;

import org.jspecify.annotations.NullMarked;
