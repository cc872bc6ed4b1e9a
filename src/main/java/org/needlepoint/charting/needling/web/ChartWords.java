package org.needlepoint.charting.needling.web;

import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Words and facts for the chart, as JSON that may stand within a page.
@Component
class ChartWords {
    private static final JsonMapper JSON = new JsonMapper();

    /// The message patterns of the chart by key.
    String json(Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "messages-charting",
                Locale.of(locale.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var words = new TreeMap<String, String>();
        for (var key : Collections.list(bundle.getKeys())) {
            words.put(key, bundle.getString(key));
        }
        return inPage(words);
    }

    /// A value as JSON that cannot end the element in which it stands.
    static String inPage(Object value) {
        return JSON.writeValueAsString(value).replace("<", "\\u003c");
    }
}
