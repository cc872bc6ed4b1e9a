package org.needlepoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;

/// One short life of the demo, from start to a few pages to stop, from which the JVM learns what later starts will
/// need.
final class Training {
    private static final List<String> PAGES =
            List.of("/", "/p/lakeview", "/p/harbor-needling/pain", "/p/harbor-needling/book", "/p/lakeview/sign-in");

    private Training() {}

    static int run(Options options) {
        var settings = new HashMap<>(options.settings());
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        try (var context = Commands.application("demo").run(new Options(settings).arguments());
                var client = HttpClient.newHttpClient()) {
            var port = context.getEnvironment().getRequiredProperty("local.server.port");
            for (var page : PAGES) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                        .build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
            return Commands.DONE;
        } catch (IOException e) {
            System.err.println("needlepoint: the training run failed: " + e.getMessage());
            return Commands.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Commands.FAILED;
        }
    }
}
