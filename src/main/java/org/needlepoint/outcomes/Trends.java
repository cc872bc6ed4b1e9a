package org.needlepoint.outcomes;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Source;
import org.needlepoint.outcomes.Course.Occasion;
import org.needlepoint.patients.PatientId;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts a patient's pain scores into lines and words.
@Component
public class Trends {
    /// Where the minimum important difference of the scale was read.
    private static final String SOURCE = "abbott2014";

    private final Scores scores;
    private final Knowledge knowledge;
    private final MessageSource messages;

    Trends(Scores scores, Knowledge knowledge, MessageSource messages) {
        this.scores = scores;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// The trend of a chart in the practice's time zone and the reader's language.
    public TrendView of(Practice practice, PatientId chart, Locale locale) {
        return of(scores.course(practice.id(), chart), practice.zone(), locale);
    }

    TrendView of(Course course, ZoneId zone, Locale locale) {
        var trend = Trend.of(course);
        var labels = trend.steps().stream()
                .filter(Trend.Step::labelled)
                .map(step -> new TrendView.Label(
                        step.x(),
                        Trend.DATE_Y,
                        Trend.MOMENT_Y,
                        date(step.occasion(), zone, locale),
                        moment(step.occasion(), locale)))
                .toList();
        var rows = new ArrayList<>(course.occasions().stream()
                .map(occasion -> new TrendView.Row(
                        when(occasion, zone, locale), moment(occasion, locale), occasion.now(), occasion.worst()))
                .toList());
        Collections.reverse(rows);
        return new TrendView(
                summary(course, zone, locale),
                "0 0 " + Trend.WIDTH + " " + Trend.HEIGHT,
                Trend.LEFT,
                Trend.WIDTH - Trend.RIGHT,
                trend.grid(),
                trend.lines().stream()
                        .map(line -> new TrendView.Line(line.kind().code(), line.points(), line.dots()))
                        .toList(),
                labels,
                rows,
                knowledge.source(SOURCE).map(Source::citation).orElse(SOURCE));
    }

    private String summary(Course course, ZoneId zone, Locale locale) {
        var rated = course.occasions().stream()
                .filter(occasion -> occasion.now() != null)
                .toList();
        if (rated.size() < 2) {
            return say(
                    "outcomes.trend.summary.short", locale, course.occasions().size());
        }
        var first = rated.getFirst();
        var last = rated.getLast();
        return say(
                "outcomes.trend.summary",
                locale,
                String.valueOf(first.now()),
                when(first, zone, locale),
                String.valueOf(last.now()),
                when(last, zone, locale));
    }

    private String moment(Occasion occasion, Locale locale) {
        return say("outcomes.moment." + occasion.moment().code(), locale);
    }

    private static String date(Occasion occasion, ZoneId zone, Locale locale) {
        var pattern = locale.getLanguage().equals("es") ? "d MMM" : "MMM d";
        return DateTimeFormatter.ofPattern(pattern, locale).format(occasion.at().atZone(zone));
    }

    private static String when(Occasion occasion, ZoneId zone, Locale locale) {
        var at = occasion.at().atZone(zone);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(at);
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at);
        return (day + ", " + time).replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
