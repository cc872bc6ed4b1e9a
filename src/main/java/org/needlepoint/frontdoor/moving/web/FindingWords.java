package org.needlepoint.frontdoor.moving.web;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.frontdoor.moving.Finding;
import org.needlepoint.frontdoor.moving.ImportVisits;
import org.needlepoint.frontdoor.moving.VisitList;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What became of the rows of a list, in words.
@Component
class FindingWords {
    private final MessageSource messages;

    FindingWords(MessageSource messages) {
        this.messages = messages;
    }

    /// A row of the report.
    ///
    /// @param state `good`, `here`, `wrong` or `collides`
    /// @param who   the patient's name as it was read; the first cells as written where there is none
    record Line(int line, String who, String state, String label, String words) {}

    /// How many rows of each kind.
    record Tally(long good, long here, long wrong, long collides) {
        static Tally of(List<ImportVisits.Line> lines) {
            return new Tally(
                    count(lines, Finding.Good.class),
                    count(lines, Finding.AlreadyHere.class),
                    count(lines, Finding.Wrong.class),
                    count(lines, Finding.Collides.class));
        }

        private static long count(List<ImportVisits.Line> lines, Class<? extends Finding> kind) {
            return lines.stream()
                    .map(ImportVisits.Line::finding)
                    .filter(kind::isInstance)
                    .count();
        }

        /// Rows that need another look.
        public long toMend() {
            return wrong + collides;
        }
    }

    Line of(Practice practice, ImportVisits.Line line, boolean done, Locale locale) {
        var state = state(line.finding());
        var label = done && state.equals("good") ? "moving.state.booked" : "moving.state." + state;
        return new Line(
                line.row().line(),
                who(line.row()),
                state,
                messages.getMessage(label, null, locale),
                words(practice, line.finding(), locale));
    }

    private static String who(VisitList.Row row) {
        return row.name().isEmpty()
                ? row.cells().stream().filter(cell -> !cell.isBlank()).limit(2).collect(Collectors.joining(" "))
                : row.name();
    }

    private static String state(Finding finding) {
        return switch (finding) {
            case Finding.Good _ -> "good";
            case Finding.AlreadyHere _ -> "here";
            case Finding.Wrong _ -> "wrong";
            case Finding.Collides _ -> "collides";
        };
    }

    private String words(Practice practice, Finding finding, Locale locale) {
        return switch (finding) {
            case Finding.Good(var visit, var beyondHours) ->
                visit(practice, visit, locale)
                        + (beyondHours ? ". " + messages.getMessage("moving.beyond", null, locale) : "");
            case Finding.AlreadyHere(var visit) -> visit(practice, visit, locale);
            case Finding.Wrong _, Finding.Collides _ -> why(finding, locale);
        };
    }

    /// What is wrong and how to mend it; empty where nothing is.
    String why(Finding finding, Locale locale) {
        return switch (finding) {
            case Finding.Good _, Finding.AlreadyHere _ -> "";
            case Finding.Wrong(var problems) ->
                problems.stream().map(problem -> words(problem, locale)).collect(Collectors.joining(" "));
            case Finding.Collides(var problem) -> words(problem, locale);
        };
    }

    private String words(Finding.Problem problem, Locale locale) {
        return messages.getMessage("moving.column." + problem.column().code(), null, locale) + ": "
                + messages.getMessage(problem.key(), problem.arguments().toArray(), locale);
    }

    private static String visit(Practice practice, Appointment visit, Locale locale) {
        var regional = Locale.of(locale.getLanguage(), practice.country());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(regional)
                        .format(visit.start())
                        .replace('\u202f', ' ')
                + ", " + visit.serviceName().in(locale);
    }
}
