package org.needlepoint.testing;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/// The accessibility checker axe with all its rules.
public final class Axe {
    private Axe() {}

    /// What it finds on a page. Run in the page itself, which has no frames, and without the list of what is well: on a
    /// long page that takes longer than the check.
    public static List<Rule> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }
}
