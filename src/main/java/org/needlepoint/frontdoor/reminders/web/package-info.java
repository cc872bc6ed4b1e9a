/// The staff's pages about messages: what was sent, whom to call, when it is quiet.
@NullMarked
package org.needlepoint.frontdoor.reminders.web;

import org.jspecify.annotations.NullMarked;
