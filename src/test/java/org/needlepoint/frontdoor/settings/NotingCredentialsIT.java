package org.needlepoint.frontdoor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What practitioners hold, as the owner notes it.
@IntegrationTest
class NotingCredentialsIT {
    @Autowired
    Clinic clinics;

    @Autowired
    Owner owners;

    @LocalServerPort
    int port;

    @Test
    void takes_a_course_as_people_write_it_and_names_what_is_wrong() {
        var clinic = clinics.byPhone("America/New_York");
        var owner = owners.signedIn(clinic, port, Role.OWNER);
        var credentials = "/p/" + clinic.slug() + "/settings/credentials";
        owner.get(credentials);
        assertThat(owner.post(
                                credentials,
                                "person",
                                clinic.practitioner().toString(),
                                "code",
                                "Dry needling course",
                                "from",
                                "2024-05-01")
                        .status())
                .isEqualTo(303);
        assertThat(owner.get(credentials).body()).contains("dry-needling-course", "Since May 1, 2024", "Holds");
        assertThat(owner.post(credentials, "person", "x", "code", "!", "from", "")
                        .body())
                .contains("href=\"#person\"", "href=\"#code\"", "href=\"#from\"");
    }
}
