/// What has happened to each needle, and what it comes to: values only, the same in every replica.
@NamedInterface("ledger")
@NullMarked
package org.needlepoint.charting.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
