/// Turns the folder of knowledge files into the one file that the application reads, or says what is wrong
/// with them.
@NullMarked
package org.needlepoint.anatomy.compile;

import org.jspecify.annotations.NullMarked;
