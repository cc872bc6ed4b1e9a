package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Rule C11: in a real practice patients are told no muscles before a clinician of the practice has signed the set.
@IntegrationTest
class UnpublishedMusclesIT {
    @Autowired
    PracticeFixture practices;

    @Autowired
    ContentSets content;

    @LocalServerPort
    int port;

    @Test
    void c11_are_told_only_after_a_clinician_has_signed_the_edition() {
        var practice = practices.open("America/New_York");
        var result = "/p/" + practice.slug() + "/pain/result";
        assertThat(new Visitor(port).post(result, "mark", "suprascapular:R").body())
                .contains("has not published its list of muscles yet", "Book with this")
                .doesNotContain("Supraspinatus", "Trapezius", "By the alphabet");

        practices.in(
                practice.id(),
                () -> content.sign(
                        practice.id(), ContentSet.LOCATOR, content.edition(ContentSet.LOCATOR), UUID.randomUUID()));
        assertThat(new Visitor(port).post(result, "mark", "suprascapular:R").body())
                .contains("By the alphabet")
                .doesNotContain("has not published");
    }
}
