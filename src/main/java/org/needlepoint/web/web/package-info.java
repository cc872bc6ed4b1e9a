/// What stands around every controller: request log, languages, layout, error pages, health.
@NullMarked
package org.needlepoint.web.web;

import org.jspecify.annotations.NullMarked;
