package org.needlepoint.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// Asks the application under test over HTTP, following no redirect and keeping no cookie.
public final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    public Browser(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(with(HttpRequest.newBuilder(URI.create(root + path)).GET(), headers));
    }

    public HttpResponse<String> get(String path) {
        return get(path, Map.of());
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(with(
                HttpRequest.newBuilder(URI.create(root + path)).POST(HttpRequest.BodyPublishers.ofString(body)),
                Map.of("Content-Type", type)));
    }

    public HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) {
        return send(with(HttpRequest.newBuilder(URI.create(root + path)).POST(body), Map.of("Content-Type", type)));
    }

    private static HttpRequest with(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
