package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.Browser;
import org.needlepoint.testing.RunningApplication;
import org.needlepoint.testing.TestData;
import tools.jackson.databind.json.JsonMapper;

/// What an operator sees of a serving installation: health, metrics, logs, and the audit trail once it is stopped.
@Tag("process")
class ServingIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void shows_health_on_the_main_port_metrics_on_the_other_and_logs_json_without_paths() throws IOException {
        var data = TestData.freshFolder();
        int management = freePort();
        try (var application = RunningApplication.launch(
                        "serve", data, freePort(), "--management-port", Integer.toString(management))
                .awaitReady()) {
            assertThat(application.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(application.get("/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(application.get("/actuator/prometheus").statusCode()).isEqualTo(404);
            assertThat(application.get("/p/some-secret-slug/token-of-somebody").statusCode())
                    .isEqualTo(404);
            var metrics = new Browser(management).get("/actuator/prometheus");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body()).contains("http_server_requests_seconds", "hikaricp_connections");
            assertThat(metrics.body()).doesNotContain("token-of-somebody");
            var lines = application.output().lines().toList();
            assertThat(lines)
                    .allSatisfy(line -> assertThat(JSON.readTree(line).has("@timestamp"))
                            .as(line)
                            .isTrue());
            assertThat(application.output())
                    .contains("\"route\":\"/actuator/health\"", "\"status\":200", "\"request\":\"")
                    .doesNotContain("token-of-somebody", "some-secret-slug");
            var setup = Pattern.compile("/setup/[A-Za-z0-9_-]{43}").matcher(application.output());
            assertThat(setup.find()).as("the address of the set-up is printed").isTrue();
            assertThat(application.get(setup.group()).statusCode()).isEqualTo(200);
            assertThat(setup.find()).as("and nowhere else").isFalse();
        }
        assertThat(Commands.run("verify-audit", "--data", data.toString())).isZero();
    }

    @Test
    void refuses_to_verify_where_there_is_nothing() {
        assertThat(Commands.run("verify-audit", "--data", "/nowhere/at/all")).isEqualTo(1);
        assertThat(Commands.run("verify-audit", "--data", TestData.freshFolder().toString()))
                .isEqualTo(1);
    }
}
