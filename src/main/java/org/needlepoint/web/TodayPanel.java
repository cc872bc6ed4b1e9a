package org.needlepoint.web;

import java.util.Map;
import org.needlepoint.shared.PracticeId;

/// A part of the practice's "today" page that a module contributes; all panels are rendered in one response.
public interface TodayPanel {
    /// Panels stand in this order, smallest first.
    int order();

    /// The template fragment to draw, such as `scheduling/today :: list`.
    String template();

    /// What the fragment needs.
    Map<String, Object> model(PracticeId practice);
}
