package org.needlepoint.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public booking interface as its clients call it.
final class BookingCalls {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String ANA = """
            {"name":"Ana Núñez","birthDate":"1984-02-29","phone":"410 555 0123","email":"ana@example.com"}""";

    private final HttpClient client;
    private final String base;

    BookingCalls(int port, String slug) {
        this(port, slug, InetAddress.getLoopbackAddress());
    }

    /// @param from an address of this machine, to be told apart from other clients by
    BookingCalls(int port, String slug, InetAddress from) {
        this.client = HttpClient.newBuilder().localAddress(from).build();
        this.base = "http://127.0.0.1:" + port + "/api/v1/p/" + slug;
    }

    /// An answer: its status, its media type, its body.
    record Answer(int status, String type, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String id() {
            return json().get("id").asString();
        }

        /// The fields at fault.
        List<String> fields() {
            return json().get("errors")
                    .valueStream()
                    .map(error -> error.get("field").asString())
                    .toList();
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Answer post(String path, String body) {
        return send(posting(path, body));
    }

    Answer post(String path, String body, String key) {
        return send(posting(path, body).header("Idempotency-Key", key));
    }

    private HttpRequest.Builder posting(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String holdBody(Object service, Object practitioner, Object location, String start) {
        return """
                {"service":"%s","practitioner":"%s","location":"%s","start":"%s"}""".formatted(service, practitioner, location, start);
    }

    static String appointmentBody(String hold, String patient) {
        return """
                {"hold":"%s","patient":%s}""".formatted(hold, patient);
    }
}
