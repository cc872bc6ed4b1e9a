/// What patients are told about their visits: news at once, reminders at their time, by the way they want.
@NullMarked
package org.needlepoint.frontdoor.reminders;

import org.jspecify.annotations.NullMarked;
