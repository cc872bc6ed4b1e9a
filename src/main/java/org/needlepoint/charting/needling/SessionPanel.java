package org.needlepoint.charting.needling;

import java.util.Map;
import org.needlepoint.practice.Practice;

/// A part of the session's page that a module contributes.
public interface SessionPanel {
    /// Panels stand in this order, smallest first.
    int order();

    /// The template fragment to draw, such as `outcomes/session :: pain`.
    String template();

    /// What the fragment needs.
    Map<String, Object> model(Practice practice, SessionView session);
}
