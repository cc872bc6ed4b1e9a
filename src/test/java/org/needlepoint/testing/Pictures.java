package org.needlepoint.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// Pictures of whole pages in `target/screenshots`, for people to look at: kept where `-Dneedlepoint.pictures=true`,
/// since drawing them takes a machine without a graphics card longer than every check.
public final class Pictures {
    private Pictures() {}

    public static void keep(Page page, String name) {
        if (Boolean.getBoolean("needlepoint.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots", name + ".png")));
        }
    }
}
