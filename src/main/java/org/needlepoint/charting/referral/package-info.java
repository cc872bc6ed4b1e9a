/// Referrals on file: that somebody else sent the patient, where the practice's rule asks for it.
@NullMarked
package org.needlepoint.charting.referral;

import org.jspecify.annotations.NullMarked;
