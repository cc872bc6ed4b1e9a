package org.needlepoint.charting.needling.web;

import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Words and facts for the chart, as JSON.
@Component
class ChartWords {
    /// Writes codes as the ledger does.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .build();

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
        return write(words);
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }
}
