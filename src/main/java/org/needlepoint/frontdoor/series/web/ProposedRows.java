package org.needlepoint.frontdoor.series.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.web.BookForm;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.series.Occurrence;
import org.needlepoint.scheduling.series.Occurrence.Why;
import org.needlepoint.scheduling.series.Proposal;
import org.springframework.context.MessageSource;

/// A proposal as the rows of a table: a visit that fits is ticked, any other is chosen among what is free instead.
record ProposedRows(Words words, Function<PractitionerId, String> names, MessageSource messages, Locale locale) {
    /// A visit of the proposal.
    ///
    /// @param state   `fits`, `shifted` or `collides`; also the end of a message key
    /// @param why     what stands in the way; null when nothing does
    /// @param choices the time itself when it fits; else what is free, and leaving it out last
    /// @param chosen  the value chosen; empty for leaving it out
    record Row(
            int number, String day, String state, @Nullable String why, List<Choice> choices, String chosen) {
        /// Whether the one time of a visit that fits is ticked.
        public boolean ticked() {
            return !chosen.isEmpty();
        }
    }

    /// @param chosen what was chosen before; null at first: then all that are free are
    List<Row> of(Proposal proposal, @Nullable List<String> chosen) {
        var occurrences = proposal.occurrences();
        return IntStream.range(0, occurrences.size())
                .mapToObj(at -> row(at + 1, occurrences.get(at), chosen))
                .toList();
    }

    private Row row(int number, Occurrence occurrence, @Nullable List<String> before) {
        return switch (occurrence) {
            case Occurrence.Fits(var day, var opening) ->
                row(number, day, "fits", null, List.of(choice(opening, day)), true, before);
            case Occurrence.Shifted(var day, var opening, var others) ->
                row(
                        number,
                        day,
                        "shifted",
                        null,
                        choices(Stream.concat(Stream.of(opening), others.stream()), day),
                        true,
                        before);
            case Occurrence.Collides(var day, var why, var others) ->
                row(number, day, "collides", said(why), choices(others.stream(), day), false, before);
        };
    }

    /// @param first whether the first choice is chosen as long as nobody chose
    private Row row(
            int number,
            LocalDate day,
            String state,
            @Nullable String why,
            List<Choice> choices,
            boolean first,
            @Nullable List<String> before) {
        var chosen = before == null
                ? (first ? choices.getFirst().value() : "")
                : choices.stream()
                        .map(Choice::value)
                        .filter(before::contains)
                        .findFirst()
                        .orElse("");
        return new Row(number, words.dayAndYear(day), state, why, choices, chosen);
    }

    private List<Choice> choices(Stream<Opening> openings, LocalDate day) {
        var choices =
                new ArrayList<>(openings.map(opening -> choice(opening, day)).toList());
        choices.add(new Choice("", messages.getMessage("series.leaveOut", null, locale), null));
        return List.copyOf(choices);
    }

    /// On another day, the day is said too.
    private Choice choice(Opening opening, LocalDate day) {
        var date = opening.start().toLocalDate();
        var time = words.time(opening.start().toLocalTime()) + ", " + names.apply(opening.practitioner());
        return new Choice(
                BookForm.Wanted.written(opening), date.equals(day) ? time : words.day(date) + ", " + time, null);
    }

    private String said(Why why) {
        return switch (why) {
            case Why.NothingFree _ -> say("series.why.nothingFree");
            case Why.Closed(var label) -> say("series.why.closed", label.in(locale));
            case Why.PatientBusy(var visit) -> say("series.why.busy", words.time(visit.toLocalTime()));
            case Why.TooClose(var visit) -> say("series.why.tooClose", words.day(visit));
            case Why.BeyondHorizon(var last) -> say("series.why.horizon", words.dayAndYear(last));
        };
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
