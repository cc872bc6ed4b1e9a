/// The pain locator over HTTP, and the knowledge as beans for other modules.
@NullMarked
package org.needlepoint.anatomy.web;

import org.jspecify.annotations.NullMarked;
