package org.needlepoint.frontdoor.calendar.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.frontdoor.web.ObstacleWords;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Blocking;
import org.needlepoint.scheduling.MoveVisitOn.Progress;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.UndoVisitChange.Undoing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says why something was refused and what stands in the way, by name.
@Component
class SayRefusals {
    private final ObstacleWords obstacleWords;
    private final MessageSource messages;

    SayRefusals(ObstacleWords obstacleWords, MessageSource messages) {
        this.obstacleWords = obstacleWords;
        this.messages = messages;
    }

    /// Why a visit was not placed.
    ///
    /// @param zone of the location where it should have gone
    String of(Practice practice, Placement refusal, ZoneId zone, Locale locale) {
        var words = Words.of(practice, locale);
        return switch (refusal) {
            case Placement.Placed _ -> throw new IllegalArgumentException("nothing was refused");
            case Placement.InTheWay(var obstacles) -> obstacleWords.of(practice, obstacles, zone, locale);
            case Placement.OutsideHours(var hours) ->
                hours.isEmpty()
                        ? say("calendar.refused.notWorking", locale)
                        : say(
                                "calendar.refused.hours",
                                locale,
                                hours.stream()
                                        .map(each -> words.time(each.opens()) + " – " + words.time(each.closes()))
                                        .collect(Collectors.joining(", ")));
            case Placement.NotOffered(var field) -> say("calendar.refused." + field, locale);
            case Placement.NotMovable(var visit) -> stands(visit, locale);
            case Placement.ChangedMeanwhile(var now) -> changed(now, words, locale);
        };
    }

    /// The words of the link to the form that does it on purpose.
    String anyway(Locale locale) {
        return say("calendar.anyway", locale);
    }

    /// Why a change was not undone.
    String of(Practice practice, Undoing refusal, Locale locale) {
        var words = Words.of(practice, locale);
        return switch (refusal) {
            case Undoing.Undone _ -> throw new IllegalArgumentException("nothing was refused");
            case Undoing.InTheWay(var obstacles) -> obstacleWords.of(practice, obstacles, practice.zone(), locale);
            case Undoing.NotUndoable _ -> say("calendar.refused.undo", locale);
            case Undoing.ChangedMeanwhile(var now) -> changed(now, words, locale);
        };
    }

    /// Why a visit does not stand where it was to stand on its day.
    String of(Practice practice, Progress refusal, Locale locale) {
        return switch (refusal) {
            case Progress.Now _ -> throw new IllegalArgumentException("nothing was refused");
            case Progress.InTheWay(var visit, var obstacles) ->
                obstacleWords.of(practice, obstacles, visit.zone(), locale);
            case Progress.NotPossible(var visit) -> stands(visit, locale);
            case Progress.ChangedMeanwhile(var now) -> changed(now, Words.of(practice, locale), locale);
        };
    }

    private String stands(Appointment visit, Locale locale) {
        return say(
                "calendar.refused.state",
                locale,
                say("frontdoor.status." + visit.status().code(), locale));
    }

    /// Why time was not kept free.
    String of(Practice practice, Blocking refusal, ZoneId zone, Locale locale) {
        return switch (refusal) {
            case Blocking.Blocked _ -> throw new IllegalArgumentException("nothing was refused");
            case Blocking.InTheWay(var obstacles) -> obstacleWords.of(practice, obstacles, zone, locale);
            case Blocking.NotPossible(var field) -> say("calendar.block.refused." + field, locale);
        };
    }

    private String changed(Appointment now, Words words, Locale locale) {
        return say(
                "calendar.refused.changed",
                locale,
                words.day(now.localStart().toLocalDate()),
                words.time(now.localStart().toLocalTime()),
                say("frontdoor.status." + now.status().code(), locale));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
