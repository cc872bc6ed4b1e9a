package org.needlepoint.frontdoor.settings.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;
import org.needlepoint.frontdoor.PublicHours;
import org.needlepoint.frontdoor.web.HoursWords;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;

/// The sheet that hangs on the door of a place: its week, and the days of the next weeks that differ.
@Component
class DoorSign {
    private static final int WEEKS_AHEAD = 8;

    private final HoursWords hoursWords;
    private final FormPage form;

    DoorSign(HoursWords hoursWords, FormPage form) {
        this.hoursWords = hoursWords;
        this.form = form;
    }

    /// @param named whether the place's name stands on it
    Document of(Practice practice, PublicHours hours, boolean named, LocalDate today, Locale locale) {
        var words = Words.of(practice, locale);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(form.say("hours.sign.week", locale)));
        blocks.add(new Block.Facts(hours.week().stream()
                .map(day ->
                        new Block.Fact(words.weekday(day.weekday()), hoursWords.ranges(day.stretches(), words, locale)))
                .toList()));
        blocks.add(new Block.Heading(form.say("hours.sign.days", locale)));
        var ahead = hours.special().stream()
                .filter(special -> special.first().isBefore(today.plusWeeks(WEEKS_AHEAD)))
                .map(special -> fact(special, words, locale))
                .toList();
        blocks.add(
                ahead.isEmpty()
                        ? new Block.Paragraph(form.say("hours.sign.days.none", locale))
                        : new Block.Facts(ahead));
        blocks.add(new Block.Paragraph(form.say("hours.sign.until", locale, words.date(today))));
        var title = form.say("hours.sign.title", locale);
        return new Document(
                "door-sign",
                locale.getLanguage(),
                named ? title + " · " + hours.place().name() : title,
                List.copyOf(blocks));
    }

    private Block.Fact fact(PublicHours.Special special, Words words, Locale locale) {
        var label = special.label();
        var open = hoursWords.of(special.hours(), words, locale);
        return new Block.Fact(
                hoursWords.days(special, words, locale), label == null ? open : open + ", " + label.in(locale));
    }
}
