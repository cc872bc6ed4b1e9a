package org.needlepoint.web.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Health on the main port, where load balancers ask for it; the other endpoints stay on the management port. Says
/// up or down and no more.
@RestController
class Health {
    private final HealthEndpoint endpoint;
    private final HttpCodeStatusMapper codes;

    Health(HealthEndpoint endpoint, HttpCodeStatusMapper codes) {
        this.endpoint = endpoint;
        this.codes = codes;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> whole() {
        return answer(endpoint.health());
    }

    /// One group: `readiness` (may it get requests) or `liveness` (must it be started anew).
    @GetMapping("/actuator/health/{group:readiness|liveness}")
    ResponseEntity<Map<String, String>> group(@PathVariable String group) {
        return answer(endpoint.healthForPath(group));
    }

    private ResponseEntity<Map<String, String>> answer(@Nullable HealthDescriptor health) {
        if (health == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.status(codes.getStatusCode(health.getStatus()))
                .body(Map.of("status", health.getStatus().getCode()));
    }
}
