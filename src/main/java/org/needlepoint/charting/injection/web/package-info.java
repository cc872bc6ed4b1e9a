/// The pages of trigger-point injections.
@NullMarked
package org.needlepoint.charting.injection.web;

import org.jspecify.annotations.NullMarked;
