package org.needlepoint.credentials.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.ScopeOfPractice.OfProfession;
import org.needlepoint.anatomy.ScopeOfPractice.Status;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Entitlement.Entitled;
import org.needlepoint.credentials.entitlement.Entitlement.NotEntitled;

/// Rule C13: the table proposes, the owner confirms, the gate acts on what was confirmed.
class WhoMayNeedleTest {
    private static final Proposals PROPOSALS = new Proposals(Knowledge.load());
    private static final Jurisdiction MARYLAND = new Jurisdiction("US-MD");
    private static final PractitionerId ROBIN = PractitionerId.next();
    private static final LocalDate SINCE = LocalDate.of(2015, 1, 1);
    private static final LocalDate REVIEW = LocalDate.of(2028, 1, 1);

    @ParameterizedTest(name = "{1} in {0}: {2}; {3}")
    @CsvFileSource(resources = "/cases/scope-proposals.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void is_proposed_by_what_was_read_of_each_state_and_profession(
            String where, String profession, String standing, String reason) {
        assertThat(PROPOSALS
                        .of(new Jurisdiction(where), Profession.of(profession))
                        .standing())
                .as(reason)
                .isEqualTo(Proposal.Standing.of(standing));
    }

    @ParameterizedTest(
            name = "rule {0}, licence {1}, {2} hours ({3} in person), {4} sessions, supervised {5}, on {6}: {7}; {8}")
    @CsvFileSource(resources = "/cases/who-may-needle.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void is_answered_by_the_rule_the_licence_the_training_and_the_day(
            String rule,
            String licence,
            int hours,
            int inPerson,
            int sessions,
            String supervised,
            LocalDate day,
            String answer,
            String reason) {
        var question = new Question(
                MARYLAND,
                day,
                proposedToday(rule),
                rule(rule),
                has(licence == null ? "" : licence, hours, inPerson, sessions),
                supervised.equals("yes"));
        assertThat(inShort(question.answer())).as(reason).isEqualTo(answer);
    }

    private static Proposal proposal(String rule) {
        var after = Pattern.compile("(?:none:|after) (\\w+)").matcher(rule);
        var said = after.find() ? after.group(1) : "permitted";
        return said.equals("unknown") ? Proposal.NONE : read(Status.valueOf(said.toUpperCase(Locale.ROOT)));
    }

    /// What the knowledge says on the day of the question, where that is not what it said when the owner confirmed.
    private static Proposal proposedToday(String rule) {
        var now = rule.indexOf("now ");
        return now < 0 ? proposal(rule) : proposal("after " + rule.substring(now + "now ".length()));
    }

    private static Proposal read(Status status) {
        return new Proposal(new OfProfession(
                "physical-therapist",
                status,
                "2026-01",
                80,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Evidence.READ,
                List.of("pphc-2026")));
    }

    private static Optional<PracticeRule> rule(String words) {
        if (words.startsWith("none")) {
            return Optional.empty();
        }
        var asked = new Requirements(
                figure(words, "(\\d+) hours"),
                figure(words, "(\\d+) in person"),
                figure(words, "(\\d+) before"),
                figure(words, "(\\d+) years"),
                figure(words, "(\\d+) sessions"),
                false,
                false,
                Set.of(),
                "");
        return Optional.of(new PracticeRule(
                MARYLAND,
                Profession.PHYSICAL_THERAPIST,
                !words.startsWith("forbids"),
                asked,
                proposal(words).standing(),
                "https://board.example.org",
                "asked the board",
                SINCE,
                REVIEW));
    }

    private static int figure(String words, String pattern) {
        var found = Pattern.compile(pattern).matcher(words);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static Qualifications has(String licence, int hours, int inPerson, int sessions) {
        var days = licence.split("\\.\\.", -1);
        var licences = licence.isEmpty()
                ? List.<Licence>of()
                : List.of(new Licence(
                        ROBIN,
                        MARYLAND,
                        "R-1",
                        LocalDate.parse(days[0]),
                        days[1].isEmpty() ? null : LocalDate.parse(days[1]),
                        LocalDate.MAX));
        return new Qualifications(
                licences,
                Stream.of(course(inPerson, true, SINCE), course(hours - inPerson, false, SINCE))
                        .toList(),
                IntStream.range(0, sessions).mapToObj(SINCE::plusDays).toList());
    }

    private static Training course(int hours, boolean inPerson, LocalDate completed) {
        return new Training(UUID.randomUUID(), ROBIN, "Course", Math.max(hours, 0), inPerson, 0, completed, "", null);
    }

    private static String inShort(Entitlement answer) {
        return switch (answer) {
            case NotEntitled(var _, var shortfalls) ->
                shortfalls.stream().map(WhoMayNeedleTest::inShort).collect(Collectors.joining("; "));
            case Entitled entitled when entitled.underSupervision() -> "supervised";
            case Entitled(var _, var notices) ->
                notices.isEmpty()
                        ? "entitled"
                        : notices.stream().map(WhoMayNeedleTest::inShort).collect(Collectors.joining("; "));
        };
    }

    private static String inShort(Shortfall shortfall) {
        return switch (shortfall) {
            case Shortfall.RuleNotConfirmed _ -> "no rule";
            case Shortfall.Prohibited _ -> "prohibited";
            case Shortfall.RuleForbids _ -> "forbidden";
            case Shortfall.NoLicence _ -> "no licence";
            case Shortfall.LicenceLater _ -> "licence later";
            case Shortfall.LicenceExpired _ -> "licence expired";
            case Shortfall.YearsMissing _ -> "years";
            case Shortfall.HoursBeforeNeedlingMissing _ -> "before";
            case Shortfall.HoursMissing _ -> "hours";
            case Shortfall.HoursInPersonMissing _ -> "in person";
            case Shortfall.SessionsMissing _ -> "sessions";
            case Shortfall.NoPractitioner _ -> "no practitioner";
            case Shortfall.SupervisionNotConfirmed _ -> "not confirmed";
            case Shortfall.SupervisionDeclined _ -> "declined";
        };
    }

    private static String inShort(Notice notice) {
        return switch (notice) {
            case Notice.LicenceEndsToday _ -> "ends today";
            case Notice.LicenceEndsSoon _ -> "ends soon";
            case Notice.LicenceToCheck _ -> "check";
            case Notice.RuleToReview _ -> "review";
            case Notice.ProposalChanged _ -> "changed";
            case Notice.UnderSupervision _ -> "supervised";
            case Notice.WrittenConsent _ -> "written consent";
            case Notice.Referral _ -> "referral";
            case Notice.Limits _ -> "limits";
        };
    }

    @Test
    void never_rests_on_what_was_recalled_and_not_read() {
        var recalled = PROPOSALS.of(MARYLAND, Profession.PHYSICIAN);
        assertThat(recalled.read()).isNotNull();
        assertThat(recalled.standing()).isEqualTo(Proposal.Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"silent", "varies", "unknown", "prohibited"})
    void never_passes_without_a_word_where_the_proposal_does_not_say_yes(String proposed) {
        assertThatThrownBy(() -> new PracticeRule(
                        MARYLAND,
                        Profession.PHYSICAL_THERAPIST,
                        true,
                        Requirements.NONE,
                        Proposal.Standing.of(proposed),
                        "https://board.example.org",
                        null,
                        SINCE,
                        REVIEW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(proposed);
    }

    @Test
    void counts_no_course_that_was_struck_or_is_still_to_come() {
        var day = LocalDate.of(2026, 12, 2);
        var struck = new Training(UUID.randomUUID(), ROBIN, "Course", 40, true, 5, SINCE, "", "entered twice");
        var ahead = new Training(UUID.randomUUID(), ROBIN, "Course", 40, true, 5, day.plusDays(1), "", null);
        var ends = new Training(UUID.randomUUID(), ROBIN, "Course", 14, false, 3, day, "", null);
        var has = new Qualifications(List.of(), List.of(struck, ahead, ends), List.of(day, day.plusDays(1)));
        assertThat(has.hours(day)).isEqualTo(14);
        assertThat(has.hoursInPerson(day)).isZero();
        assertThat(has.sessions(day)).isEqualTo(4);
    }

    @Test
    void reaches_the_regions_of_its_rule_and_no_others() {
        var read = PROPOSALS
                .of(new Jurisdiction("US-TN"), Profession.OCCUPATIONAL_THERAPIST)
                .read();
        var asked = Requirements.of(Objects.requireNonNull(read));
        assertThat(asked.reaches("hand")).isTrue();
        assertThat(asked.reaches("back-lumbar")).isFalse();
        assertThat(Requirements.NONE.reaches("back-lumbar")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "US,MD,US-MD",
        "US,md,US-MD",
        "US,Maryland,US-MD",
        "US,Somewhere,US",
        "CA,AB,CA-AB",
        "CA,Alberta,CA-AB",
        "IE,Leinster,IE",
        "US,' IL ',US-IL"
    })
    void is_asked_of_the_state_that_an_address_names(String country, String region, String where) {
        assertThat(PROPOSALS.jurisdiction(country, region)).isEqualTo(new Jurisdiction(where));
    }
}
