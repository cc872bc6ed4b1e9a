package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.RunningApplication;
import org.needlepoint.testing.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The application as a process: interrupted, killed, started twice.
@Tag("process")
class StoppingAndStartingIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path data;
    private int port;

    @BeforeEach
    void freshFolderAndPort() throws IOException {
        data = TestData.freshFolder();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @SuppressWarnings("NullAway")
    private static JsonNode firstOpening(RunningApplication application, String service) {
        var from = LocalDate.now(ZoneId.of("America/Chicago"));
        var openings = application.get(
                "/api/v1/p/lakeview/openings?service=%s&from=%s&to=%s".formatted(service, from, from.plusDays(60)));
        assertThat(openings.statusCode()).as(openings.body()).isEqualTo(200);
        return JSON.readTree(openings.body()).get(0);
    }

    private static String hold(String service, JsonNode opening) {
        return """
                {"service":"%s","practitioner":"%s","location":"%s","start":"%s"}
                """.formatted(
                        service,
                        opening.get("practitioner").asString(),
                        opening.get("location").asString(),
                        opening.get("start").asString());
    }

    @Test
    void a_booking_survives_the_kill_of_the_application_and_ctrl_c_stops_the_database_cleanly() {
        String service;
        JsonNode opening;
        String manage;
        var first = RunningApplication.launch("demo", data, port).awaitReady();
        try (first) {
            service = JSON.readTree(first.get("/api/v1/p/lakeview/services").body())
                    .get(0)
                    .get("id")
                    .asString();
            opening = firstOpening(first, service);
            var held = first.postJson("/api/v1/p/lakeview/holds", hold(service, opening));
            assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
            var booked = first.postJson("/api/v1/p/lakeview/appointments", """
                    {"hold":"%s","patient":{"name":"Ada Example","birthDate":"1980-02-03","email":"ada@example.org"}}
                    """.formatted(
                            JSON.readTree(held.body()).get("id").asString()));
            assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
            manage = JSON.readTree(booked.body()).get("manage").asString();
            first.kill();
        }
        try (var second = RunningApplication.launch("demo", data, port).awaitReady()) {
            assertThat(second.get(manage.replaceAll("^https?://[^/]+", "")).statusCode())
                    .isEqualTo(200);
            assertThat(second.postJson("/api/v1/p/lakeview/holds", hold(service, opening))
                            .statusCode())
                    .isEqualTo(409);
            second.interrupt();
            assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
            assertThat(second.output()).doesNotContain("Exception", "ERROR", "WARN", "OutsidePracticeScope");
        }
    }

    @Test
    void a_second_instance_on_the_same_data_folder_says_so_in_one_line_and_leaves_the_first_alone() {
        try (var first = RunningApplication.launch("serve", data, port).awaitReady()) {
            var second = RunningApplication.launch("serve", data, 0);
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output().lines().toList())
                    .singleElement()
                    .asString()
                    .startsWith("needlepoint: The data folder " + data + " is in use by another running Needlepoint");
            assertThat(first.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_taken_port_is_named_in_one_line() throws IOException {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var refused = RunningApplication.launch("serve", data, taken.getLocalPort());
            assertThat(refused.awaitEnd()).isEqualTo(1);
            assertThat(refused.output().strip())
                    .isEqualTo("needlepoint: port %d is taken: stop what uses it, or choose another with --port."
                            .formatted(port));
            assertThat(Files.exists(data.resolve("postgresql"))).isFalse();
        }
    }
}
