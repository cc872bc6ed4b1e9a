/// Needlepoint: the clinic system for dry needling and trigger-point care. Its modules are the direct sub-packages.
@NullMarked
package org.needlepoint;

import org.jspecify.annotations.NullMarked;
