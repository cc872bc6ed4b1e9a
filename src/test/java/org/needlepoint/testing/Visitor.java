package org.needlepoint.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A browser without a screen: keeps cookies, sends forms with their token, follows nothing by itself.
public final class Visitor {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String FORM_COOKIE = "np-csrf";

    private final String base;
    private final Map<String, String> cookies = new TreeMap<>();
    private String lastPage = "";

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /// An answer with what a test asks of it.
    public record Answer(int status, String body, Map<String, List<String>> headers) {
        public String location() {
            return header("location");
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        public List<String> cookiesSet() {
            return headers.getOrDefault("set-cookie", List.of());
        }
    }

    /// Puts a cookie into the jar, such as the token that `SignIns#startStaff` gives: `np`.
    public Visitor with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public Answer get(String path, String... headers) {
        var answer = send(request(path, headers).GET());
        lastPage = answer.body();
        return answer;
    }

    /// A file's bytes.
    public byte[] download(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends a form: with the token of the last page that had a form, else with one of its own making.
    ///
    /// @param fields name, value, name, value
    public Answer post(String path, String... fields) {
        var form = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        form.put("_csrf", formToken());
        return postWithoutToken(path, form);
    }

    /// Sends a form as another machine does: no token, no cookies of pages, headers of its own.
    public Answer postAs(String path, Map<String, String> fields, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send(request(path, all).POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /// Sends a form of which a name may stand for several values.
    public Answer postFields(String path, Map<String, List<String>> fields) {
        var pairs = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)));
        var form =
                Stream.concat(pairs, Stream.of("_csrf=" + encode(formToken()))).collect(Collectors.joining("&"));
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public Answer postWithoutToken(String path, Map<String, String> fields) {
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /// Sends anything else, with a valid form token in the header.
    public Answer send(String method, String path, String contentType, String body) {
        return send(request(path, "Content-Type", contentType, "X-XSRF-TOKEN", formToken())
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends a form with a file, as a browser does.
    ///
    /// @param field of the file
    public Answer upload(String path, Map<String, List<String>> fields, String field, byte[] file) {
        var boundary = "np-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        fields.forEach((name, values) -> values.forEach(value -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8))));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"scan\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request(path, "Content-Type", "multipart/form-data; boundary=" + boundary, "X-XSRF-TOKEN", formToken())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private String formToken() {
        var matcher = TOKEN.matcher(lastPage);
        if (cookies.containsKey(FORM_COOKIE) && matcher.find()) {
            return matcher.group(1);
        }
        var token = cookies.computeIfAbsent(FORM_COOKIE, _ -> "b5a9a7a2-6c5a-4b52-9d1e-0c2f4e0a8d11");
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        var masked = Arrays.copyOf(new byte[bytes.length], bytes.length * 2);
        System.arraycopy(bytes, 0, masked, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(
                    response.statusCode(), body(response), response.headers().map());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The whole text; nothing of a stream of events, which has no end.
    private static String body(HttpResponse<InputStream> response) throws IOException {
        boolean endless = response.headers()
                .firstValue("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        try (var stream = response.body()) {
            return endless ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, cookie.indexOf(';') < 0 ? cookie.length() : cookie.indexOf(';'));
        var name = pair.substring(0, pair.indexOf('='));
        var value = pair.substring(pair.indexOf('=') + 1);
        if (name.equals(FORM_COOKIE)) {
            lastPage = "";
        }
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
