package org.needlepoint.notifications.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.notifications.DemoMailbox;
import org.needlepoint.shared.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The demo's mailbox as pages: the letters, and one of them with its links.
@Controller
@Profile("demo")
class DemoMailboxPages {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final DemoMailbox mailbox;

    /// A line of the list.
    public record Line(long number, String to, String subject, String at) {}

    /// A piece of a letter's text; with an address it is a link.
    public record Piece(String text, @Nullable String href) {}

    DemoMailboxPages(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/demo/mailbox")
    String list(Locale locale, Model model) {
        model.addAttribute(
                "letters",
                mailbox.letters().stream()
                        .map(letter ->
                                new Line(letter.number(), letter.to(), letter.subject(), inWords(letter.at(), locale)))
                        .toList());
        return "notifications/mailbox";
    }

    @GetMapping("/demo/mailbox/{number}")
    String letter(@PathVariable long number, Locale locale, Model model) {
        var letter = mailbox.letter(number).orElseThrow(NotFound::new);
        model.addAttribute("letter", letter);
        model.addAttribute("at", inWords(letter.at(), locale));
        model.addAttribute("paragraphs", paragraphs(letter.text()));
        return "notifications/letter";
    }

    private static String inWords(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    static List<List<Piece>> paragraphs(String text) {
        var paragraphs = new ArrayList<List<Piece>>();
        for (var paragraph : text.strip().split("\\R\\s*\\R", -1)) {
            paragraphs.add(pieces(paragraph));
        }
        return paragraphs;
    }

    private static List<Piece> pieces(String paragraph) {
        var pieces = new ArrayList<Piece>();
        var links = LINK.matcher(paragraph);
        int end = 0;
        while (links.find()) {
            pieces.add(new Piece(paragraph.substring(end, links.start()), null));
            pieces.add(new Piece(links.group(), links.group()));
            end = links.end();
        }
        pieces.add(new Piece(paragraph.substring(end), null));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    @Bean
    static Routes demoMailboxRoutes() {
        return () -> List.of(
                Route.get("/demo/mailbox").everyone(),
                Route.get("/demo/mailbox/{number}").everyone());
    }
}
