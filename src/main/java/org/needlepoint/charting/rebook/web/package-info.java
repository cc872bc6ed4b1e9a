/// Where the next visit is booked from the chart.
@NullMarked
package org.needlepoint.charting.rebook.web;

import org.jspecify.annotations.NullMarked;
