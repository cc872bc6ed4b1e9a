/// The demo's mailbox, and what staff see of messages that have not left.
@NullMarked
package org.needlepoint.notifications.web;

import org.jspecify.annotations.NullMarked;
