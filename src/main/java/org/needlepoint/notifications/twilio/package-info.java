/// Text messages through Twilio's HTTP API: handing over, receipts, answers of people.
@NullMarked
package org.needlepoint.notifications.twilio;

import org.jspecify.annotations.NullMarked;
