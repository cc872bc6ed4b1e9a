package org.needlepoint.notifications.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A server on this machine that speaks Twilio's Messages resource, as its reference describes it: form in, JSON out,
/// basic authentication. It takes every message unless it was told to answer otherwise.
final class LocalTwilio implements AutoCloseable {
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String TOKEN = "the-token-of-the-account";
    static final String FROM = "+15005550006";

    private final HttpServer server;
    private final List<Map<String, String>> taken = new ArrayList<>();
    private final Deque<Answer> next = new ArrayDeque<>();

    /// @param status 0: the line is cut without an answer
    private record Answer(int status, String body) {}

    LocalTwilio() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The forms of the messages that were taken, the first first.
    synchronized List<Map<String, String>> taken() {
        return List.copyOf(taken);
    }

    /// The next message is refused with a code of Twilio's.
    synchronized void refuseNext(int status, int code) {
        next.add(new Answer(status, """
                {"code": %d, "message": "The 'To' number +15005550001 ...", "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}""".formatted(code, code, status)));
    }

    synchronized void answerNext(int status, String body) {
        next.add(new Answer(status, body));
    }

    /// The line breaks after the next message was read.
    synchronized void hangUpNext() {
        next.add(new Answer(0, ""));
    }

    private synchronized void handle(HttpExchange call) throws IOException {
        var form = form(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var answer = next.isEmpty() ? judge(call, form) : next.remove();
        if (answer.status() == 0) {
            call.close();
            return;
        }
        if (answer.status() == 201) {
            taken.add(form);
        }
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private Answer judge(HttpExchange call, Map<String, String> form) {
        var basic = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(401, "{\"code\": 20003, \"message\": \"Authenticate\", \"status\": 401}");
        }
        if (!call.getRequestURI().getPath().equals("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")
                || !call.getRequestMethod().equals("POST")) {
            return new Answer(404, "{\"code\": 20404, \"message\": \"Not found\", \"status\": 404}");
        }
        if (!form.keySet().containsAll(List.of("To", "From", "Body"))) {
            return new Answer(400, "{\"code\": 21604, \"message\": \"A field is missing\", \"status\": 400}");
        }
        return new Answer(201, """
                {"sid": "SM%032d", "status": "queued", "error_code": null, "to": "%s"}""".formatted(taken.size() + 1, form.get("To")));
    }

    private static Map<String, String> form(String body) {
        var form = new TreeMap<String, String>();
        Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> form.put(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
