package org.needlepoint.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.Services;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

/// The demonstration after its first start, on Wednesday 2 December 2026 at 10:00 in New York.
@IntegrationTest
@ActiveProfiles("demo")
class TheDemoIT {
    @Autowired
    LoadDemo loadDemo;

    @Autowired
    DemoSignIns signIns;

    @Autowired
    PracticeDirectory directory;

    @Autowired
    Services services;

    @Autowired
    FindOpenings openings;

    @Autowired
    Calendar calendar;

    @Test
    void has_five_practices() {
        assertThat(DemoPractice.SLUGS)
                .allSatisfy(slug -> assertThat(directory.find(slug)).isPresent());
    }

    @Test
    void loads_nothing_at_a_second_start() {
        assertThat(loadDemo.load()).isZero();
    }

    @Test
    void has_visits_on_its_first_day_or_the_days_after_in_every_practice() {
        for (var slug : DemoPractice.SLUGS) {
            var practice = directory.find(slug).orElseThrow();
            var visits = new ArrayList<Calendar.Line>();
            for (int day = 0; day < 14; day++) {
                var date = LocalDate.of(2026, 12, 2).plusDays(day);
                visits.addAll(PracticeScope.in(practice, () -> calendar.day(practice, date)));
            }
            assertThat(visits).as(slug).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void lets_new_patients_of_harbor_call_monday_to_wednesday_from_7_to_a_last_start_at_17_10() {
        var practice = directory.find("harbor-needling").orElseThrow();
        var phone = PracticeScope.in(practice, () -> services.active(practice)).getFirst();
        var search = PracticeScope.in(
                practice,
                () -> openings.find(
                        practice,
                        new FindOpenings.Wish(
                                phone.id(), LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 13), null, null)));
        assertThat(search).isInstanceOfSatisfying(FindOpenings.Search.Found.class, found -> {
            assertThat(found.openings())
                    .extracting(opening -> opening.start().getDayOfWeek().getValue())
                    .containsOnly(1, 2, 3);
            assertThat(found.openings().getFirst().start()).hasToString("2026-12-07T07:00-05:00[America/New_York]");
            assertThat(found.openings().getLast().start()).hasToString("2026-12-09T17:10-05:00[America/New_York]");
        });
    }

    @Test
    void prints_a_sign_in_for_everybody_and_each_has_a_code_of_six_digits() {
        assertThat(signIns.all())
                .hasSize(15)
                .allSatisfy(signIn -> assertThat(signIn.code()).matches("[0-9]{6}"));
        assertThat(signIns.banner()).anySatisfy(line -> assertThat(line).contains("/p/lakeview/sign-in", "owner"));
    }
}
