/// The pages of requests for a medicine.
@NullMarked
package org.needlepoint.charting.medication.web;

import org.jspecify.annotations.NullMarked;
