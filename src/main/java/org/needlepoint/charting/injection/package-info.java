/// Trigger-point injections: a drug through a hollow needle, recorded apart from dry needling and never counted with
/// it.
@NullMarked
package org.needlepoint.charting.injection;

import org.jspecify.annotations.NullMarked;
