/// The page on which staff note a referral.
@NullMarked
package org.needlepoint.charting.referral.web;

import org.jspecify.annotations.NullMarked;
