package org.needlepoint.charting.note;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.charting.note.ChartFacts.Consented;
import org.needlepoint.charting.note.ChartFacts.Screened;

/// Writes the note of a visit from its chart: short sentences under the headings of a clinical note, only what is on
/// record, in the order in which a colleague wants to read it.
final class NoteProse {
    /// "10:05 a.m." at the end of a sentence brings the sentence's full stop with it.
    private static final Pattern ABBREVIATION_ENDS = Pattern.compile("(?<![.])[.]{2}(?![.])");

    private final ChartFacts chart;
    private final NoteWords words;

    private NoteProse(ChartFacts chart, NoteWords words) {
        this.chart = chart;
        this.words = words;
    }

    /// The text under each heading; empty where the chart has nothing to say.
    static Map<Heading, String> of(ChartFacts chart, NoteWords words) {
        var prose = new NoteProse(chart, words);
        var note = new EnumMap<Heading, String>(Heading.class);
        for (var heading : Heading.values()) {
            var lines = switch (heading) {
                case SUBJECTIVE -> prose.subjective();
                case OBJECTIVE -> prose.objective();
                case TREATMENT -> prose.treatment();
                case ASSESSMENT -> prose.assessment();
                case PLAN -> prose.plan();
            };
            note.put(
                    heading,
                    Passage.tidy(
                            ABBREVIATION_ENDS.matcher(String.join("\n", lines)).replaceAll(".")));
        }
        return note;
    }

    private List<String> subjective() {
        var lines = new ArrayList<String>();
        if (!chart.marks().isEmpty()) {
            lines.add(words.say("note.prose.marks", words.list(chart.marks())));
        }
        lines.addAll(parts(Heading.SUBJECTIVE));
        for (var flag : chart.redFlags().reported()) {
            lines.add(words.say(
                    switch (flag.answer()) {
                        case YES -> "note.prose.redFlag.yes";
                        case NO -> "note.prose.redFlag.no";
                        case UNSURE -> "note.prose.redFlag.unsure";
                    },
                    flag.ask()));
        }
        if (chart.redFlags().asked() && chart.redFlags().reported().isEmpty()) {
            lines.add(words.say("note.prose.redFlag.none"));
        }
        lines.addAll(screening());
        return lines;
    }

    private List<String> screening() {
        return switch (chart.screened()) {
            case Screened.NotAsked _ -> inPerson("note.prose.screening.notAsked");
            case Screened.Incomplete _ -> List.of(words.say("note.prose.screening.incomplete"));
            case Screened.Suspended(var reasons) ->
                Stream.concat(
                                Stream.of(words.say("note.prose.screening.suspended")),
                                reasons.stream().map(this::reason))
                        .toList();
            case Screened.Asked asked ->
                Stream.concat(
                                Stream.of(words.say(
                                        switch (asked.result()) {
                                            case NOTHING_REPORTED -> "note.prose.screening.nothing";
                                            case WEIGH -> "note.prose.screening.weigh";
                                            case STOP_IN_REGION -> "note.prose.screening.region";
                                            case STOP -> "note.prose.screening.stop";
                                        },
                                        words.timeSeenFrom(chart.day(), asked.at()))),
                                asked.reasons().stream().map(this::reason))
                        .toList();
        };
    }

    private String reason(ChartFacts.Reason reason) {
        var answer = words.say(reason.unsure() ? "note.prose.answer.unsure" : "note.prose.answer.yes");
        var where = reason.where();
        return where == null
                ? words.say("note.prose.reason", reason.ask(), answer)
                : words.say("note.prose.reason.where", reason.ask(), answer, where);
    }

    private List<String> objective() {
        var lines = new ArrayList<>(parts(Heading.OBJECTIVE));
        chart.needling().filter(needling -> needling.inserted() > 0).ifPresent(needling -> {
            var found = needling.groups().stream().filter(Needling.Group::found).toList();
            if (found.isEmpty()) {
                lines.add(words.say("note.prose.found.none"));
            }
            found.forEach(group -> lines.add(found(group)));
        });
        return lines;
    }

    private String found(Needling.Group group) {
        var what = new ArrayList<String>();
        if (group.twitches() > 0) {
            what.add(share("note.prose.found.twitch", group.twitches(), group.needles()));
        }
        if (group.familiar() > 0) {
            what.add(share("note.prose.found.familiar", group.familiar(), group.needles()));
        }
        return words.say("note.prose.found", words.sided(group.muscle(), group.side()), words.list(what));
    }

    private String share(String key, int of, int needles) {
        var what = words.say(key);
        return of == needles ? what : words.say("note.prose.found.share", what, of, needles);
    }

    private List<String> treatment() {
        var lines = new ArrayList<String>();
        lines.addAll(consent());
        chart.needling()
                .filter(needling -> needling.inserted() > 0)
                .ifPresentOrElse(
                        needling -> lines.addAll(needles(needling)),
                        () -> lines.addAll(
                                inPerson(isStopped() ? "note.prose.noNeedling.stop" : "note.prose.noNeedling")));
        lines.addAll(parts(Heading.TREATMENT));
        return lines;
    }

    private List<String> inPerson(String key) {
        return chart.inPerson() ? List.of(words.say(key)) : List.of();
    }

    private boolean isStopped() {
        return chart.screened() instanceof Screened.Asked asked && asked.result() == ChartFacts.Result.STOP;
    }

    private List<String> consent() {
        return switch (chart.consented()) {
            case Consented.NoneOnRecord _ -> inPerson("note.prose.consent.none");
            case Consented.Given(var at, var confirmed) ->
                List.of(words.say(
                        confirmed ? "note.prose.consent.confirmed" : "note.prose.consent.given",
                        words.timeSeenFrom(chart.day(), at)));
            case Consented.NotEnough(var why) -> List.of(words.say("note.prose.consent." + why));
            case Consented.Refused(var at) ->
                List.of(words.say("note.prose.consent.refused", words.timeSeenFrom(chart.day(), at)));
            case Consented.Withdrawn(var at) ->
                List.of(words.say("note.prose.consent.withdrawn", words.timeSeenFrom(chart.day(), at)));
            case Consented.Altered _ -> List.of(words.say("note.prose.consent.altered"));
        };
    }

    private List<String> needles(Needling needling) {
        var lines = new ArrayList<String>();
        for (var weighed : needling.acknowledged()) {
            var at = words.timeSeenFrom(chart.day(), weighed.at());
            lines.add(said(
                    "note.prose.weighed." + weighed.what(),
                    weighed.said(),
                    words.list(weighed.hazards()),
                    weighed.where(),
                    at));
        }
        lines.add(opening(needling));
        for (var group : needling.groups()) {
            lines.add(words.say(
                    group.redirections() == 0 ? "note.prose.group" : "note.prose.group.redirected",
                    words.sided(group.muscle(), group.side()),
                    group.needles(),
                    group.needle(),
                    group.use(),
                    group.redirections()));
            if (!group.more().isEmpty()) {
                lines.add(words.say("note.prose.group.more", String.join("; ", group.more())));
            }
        }
        needling.needles().forEach(happening -> lines.add(happened(happening)));
        lines.add(words.say("note.prose.inOut", needling.inserted(), needling.removed()));
        var counts = needling.counts();
        if (counts != null) {
            lines.add(words.say("note.prose.counts", counts.opened(), counts.unused(), counts.sharps()));
        }
        for (var late : needling.late()) {
            lines.add(words.say(
                    "note.prose.late." + late.what(),
                    late.count(),
                    words.timeSeenFrom(chart.day(), late.happenedAt()),
                    words.timeSeenFrom(chart.day(), late.recordedAt())));
        }
        for (var flag : needling.flags()) {
            lines.add(said("note.prose.flag." + flag.what(), flag.resolution(), flag.where()));
        }
        return lines;
    }

    private String opening(Needling needling) {
        var muscles = (int) needling.groups().stream()
                .map(group -> words.sided(group.muscle(), group.side()))
                .distinct()
                .count();
        var first = needling.firstIn();
        var last = needling.lastOut();
        return first == null || last == null
                ? words.say("note.prose.needled", needling.inserted(), muscles)
                : words.say(
                        "note.prose.needled.times",
                        needling.inserted(),
                        muscles,
                        words.timeSeenFrom(chart.day(), first),
                        words.timeSeenFrom(chart.day(), last));
    }

    private String happened(Needling.Happening happening) {
        var where = happening.where();
        return said(
                "note.prose.happened." + happening.what(),
                happening.said(),
                words.timeSeenFrom(chart.day(), happening.at()),
                where == null ? "" : where);
    }

    /// A sentence with what somebody wrote about it, where somebody did: the key's `.said` takes it as its last
    /// argument.
    private String said(String key, @Nullable String written, Object... arguments) {
        if (written == null || written.isBlank()) {
            return words.say(key, arguments);
        }
        return words.say(
                key + ".said",
                Stream.concat(Stream.of(arguments), Stream.of(written)).toArray());
    }

    private List<String> assessment() {
        var lines = new ArrayList<>(parts(Heading.ASSESSMENT));
        chart.needling().filter(needling -> needling.inserted() > 0).ifPresent(needling -> {
            needling.patient().forEach(happening -> lines.add(happened(happening)));
            if (needling.patient().isEmpty()) {
                lines.add(words.say("note.prose.happened.nothing"));
            }
        });
        return lines;
    }

    private List<String> plan() {
        var lines = new ArrayList<>(parts(Heading.PLAN));
        var next = chart.nextVisit();
        lines.add(
                next == null
                        ? words.say("note.prose.next.none")
                        : words.say("note.prose.next", words.dayAndTime(next)));
        return lines;
    }

    private List<String> parts(Heading under) {
        return chart.parts().stream()
                .filter(part -> part.under() == under)
                .map(NotePart.Section::text)
                .toList();
    }
}
