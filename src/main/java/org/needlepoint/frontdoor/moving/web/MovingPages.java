package org.needlepoint.frontdoor.moving.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.frontdoor.moving.Column;
import org.needlepoint.frontdoor.moving.ImportVisits;
import org.needlepoint.frontdoor.moving.VisitList;
import org.needlepoint.frontdoor.moving.WrongRows;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Moving visits in from a list: pasted or taken from a file, tried, then imported. The list travels in the forms;
/// nothing of it is kept but what is booked.
@Controller
@RequestMapping("/p/{slug}/settings/import")
class MovingPages {
    private final ImportVisits importVisits;
    private final FindingWords findings;
    private final MessageSource messages;

    MovingPages(ImportVisits importVisits, FindingWords findings, MessageSource messages) {
        this.importVisits = importVisits;
        this.findings = findings;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(Locale locale) {
        return form("", List.of(), locale);
    }

    @PostMapping
    ModelAndView tried(Practice practice, @RequestParam(defaultValue = "") String list, SignedIn who, Locale locale) {
        return switch (VisitList.read(list)) {
            case VisitList.Reading.Read(var read) ->
                report(practice, read, importVisits.tried(practice, read, locale, who.actor()), list, false, locale);
            case VisitList.Reading.Empty _ -> again(list, "moving.list.empty", locale);
            case VisitList.Reading.TooLong(int rows) ->
                again(list, "moving.list.tooLong", locale, rows, VisitList.MOST_ROWS);
            case VisitList.Reading.ColumnsMissing(var missing) ->
                again(list, "moving.list.missing", locale, columns(missing, locale));
        };
    }

    @PostMapping("/visits")
    ModelAndView done(Practice practice, @RequestParam(defaultValue = "") String list, SignedIn who, Locale locale) {
        return VisitList.read(list) instanceof VisitList.Reading.Read(var read)
                ? report(practice, read, importVisits.done(practice, read, locale, who.actor()), list, true, locale)
                : again(list, "moving.list.empty", locale);
    }

    /// The rows that were not booked, each with what is wrong, as a file to mend and bring again.
    @PostMapping("/wrong.csv")
    ResponseEntity<byte[]> wrong(
            Practice practice, @RequestParam(defaultValue = "") String list, SignedIn who, Locale locale) {
        if (!(VisitList.read(list) instanceof VisitList.Reading.Read(var read))) {
            return ResponseEntity.unprocessableContent().build();
        }
        var lines = importVisits.tried(practice, read, locale, who.actor());
        var file = WrongRows.of(
                read,
                lines,
                messages.getMessage("moving.wrong.header", null, locale),
                finding -> findings.why(finding, locale));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rows-to-mend.csv\"")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView form(String list, List<FieldProblem> problems, Locale locale) {
        return new ModelAndView("moving/import")
                .addObject("list", list)
                .addObject("errors", problems)
                .addObject(
                        "errorOf",
                        problems.isEmpty()
                                ? Map.of()
                                : Map.of("list", problems.getFirst().message()))
                .addObject("columns", columns(List.of(Column.values()), locale))
                .addObject("most", VisitList.MOST_ROWS)
                .addObject("pageScripts", List.of("moving"));
    }

    private ModelAndView again(String list, String key, Locale locale, Object... arguments) {
        var page = form(list, List.of(new FieldProblem("list", messages.getMessage(key, arguments, locale))), locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView report(
            Practice practice,
            VisitList read,
            List<ImportVisits.Line> lines,
            String list,
            boolean done,
            Locale locale) {
        var tally = FindingWords.Tally.of(lines);
        return new ModelAndView("moving/report")
                .addObject("list", list)
                .addObject("done", done)
                .addObject("tally", tally)
                .addObject("ignored", String.join(", ", read.ignored()))
                .addObject(
                        "lines",
                        lines.stream()
                                .map(line -> findings.of(practice, line, done, locale))
                                .toList());
    }

    private String columns(List<Column> columns, Locale locale) {
        return String.join(
                ", ",
                columns.stream()
                        .map(column -> messages.getMessage("moving.column." + column.code(), null, locale))
                        .toList());
    }
}
