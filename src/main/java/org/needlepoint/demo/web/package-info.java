/// The page that tells a visitor how to try the demonstration.
@NullMarked
package org.needlepoint.demo.web;

import org.jspecify.annotations.NullMarked;
