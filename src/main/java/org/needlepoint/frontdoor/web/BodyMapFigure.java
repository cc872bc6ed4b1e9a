package org.needlepoint.frontdoor.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.springframework.stereotype.Component;

/// The figures of the body map with the marks drawn in.
@Component
class BodyMapFigure {
    @Nullable
    List<Object> views(List<Mark> marks, Locale locale) {
        return null;
    }
}
