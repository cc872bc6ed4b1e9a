import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/// Bytes of a page with its scripts, styles and fonts, for somebody who has never been here.
final class PageWeight {
    private static final Pattern LOADED = Pattern.compile("<(?:script|link)[^>]*?(?:src|href)=\"([^\"]+\\.(?:js|css|woff2))\"");

    private PageWeight() {}

    static void print(Desk desk, String name, String path) throws IOException, InterruptedException {
        var loaded = new LinkedHashSet<String>();
        LOADED.matcher(desk.get(path)).results().forEach(it -> loaded.add(it.group(1)));
        int plain = desk.bytes(path, "identity");
        int packed = desk.bytes(path, "gzip");
        int morePlain = 0;
        int morePacked = 0;
        for (var each : loaded) {
            morePlain += desk.bytes(each, "identity");
            morePacked += desk.bytes(each, "gzip");
        }
        System.out.printf("  %-8s page %.1f, packed %.1f; %d files %.1f, packed %.1f; together %.1f, packed %.1f%n",
                name, plain / 1000.0, packed / 1000.0, loaded.size(), morePlain / 1000.0, morePacked / 1000.0,
                (plain + morePlain) / 1000.0, (packed + morePacked) / 1000.0);
    }
}
