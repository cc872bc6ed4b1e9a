package org.needlepoint.aftercare.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.AnswerCheckIn;
import org.needlepoint.aftercare.Plan;
import org.needlepoint.aftercare.Protocol;
import org.needlepoint.aftercare.Protocols;
import org.needlepoint.anatomy.AftercareAdvice;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.WatchQuestion;
import org.needlepoint.anatomy.WatchQuestion.Level;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.Letterhead;
import org.needlepoint.documents.Pdf;
import org.needlepoint.documents.Sheet;
import org.needlepoint.practice.EmergencyNumber;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What a patient is told after a visit, as the practice advises it: on the page, and on paper to take home.
@Component
class Instructions {
    private final AnswerCheckIn answerCheckIn;
    private final Protocols protocols;
    private final Knowledge knowledge;
    private final Pdf pdf;
    private final MessageSource messages;
    private final Clock clock;

    Instructions(
            AnswerCheckIn answerCheckIn,
            Protocols protocols,
            Knowledge knowledge,
            Pdf pdf,
            MessageSource messages,
            Clock clock) {
        this.answerCheckIn = answerCheckIn;
        this.protocols = protocols;
        this.knowledge = knowledge;
        this.pdf = pdf;
        this.messages = messages;
        this.clock = clock;
    }

    /// Something to leave off.
    ///
    /// @param until in words; null without an end
    /// @param over  whether that time has passed
    record Restriction(String text, @Nullable String until, boolean over) {}

    /// All that is told.
    ///
    /// @param now      signs that mean the emergency number or department, as questions
    /// @param today    signs that mean a doctor the same day
    /// @param expected what is usual, null where the practice says nothing
    record Told(
            List<String> now,
            List<String> today,
            List<Restriction> restrictions,
            List<String> advice,
            @Nullable String expected) {}

    Told told(Practice practice, Plan plan, Locale locale) {
        var protocol = protocols.of(practice.id());
        var words = Words.of(practice, locale);
        var restrictions = new ArrayList<Restriction>();
        var advice = new ArrayList<String>();
        for (var each : protocol.advice(knowledge.aftercare())) {
            if (each.isRestriction()) {
                restrictions.add(restriction(each, plan, words, locale));
            } else if (!each.topic().equals("soreness")) {
                advice.add(each.text().in(locale));
            }
        }
        return new Told(
                signs(plan, Level.EMERGENCY, locale),
                signs(plan, Level.TODAY, locale),
                restrictions,
                advice,
                expected(protocol, locale));
    }

    private List<String> signs(Plan plan, Level level, Locale locale) {
        return answerCheckIn.questions(plan).stream()
                .filter(question -> question.level() == level)
                .map(WatchQuestion::ask)
                .map(ask -> ask.in(locale))
                .toList();
    }

    private Restriction restriction(AftercareAdvice advice, Plan plan, Words words, Locale locale) {
        var hours = advice.toHours();
        if (hours == null) {
            return new Restriction(advice.text().in(locale), null, false);
        }
        Instant until = plan.endedAt().plus(Duration.ofMinutes(Math.round(hours * 60)));
        return new Restriction(
                advice.text().in(locale), words.time(until), !clock.instant().isBefore(until));
    }

    private @Nullable String expected(Protocol protocol, Locale locale) {
        return protocol.expected(knowledge.aftercare())
                .map(advice -> advice.text().in(locale))
                .orElse(null);
    }

    /// What is usual by the practice's protocol; null where it says nothing.
    @Nullable
    String expected(Practice practice, Locale locale) {
        return expected(protocols.of(practice.id()), locale);
    }

    /// The sheet to take home, in large print.
    byte[] sheet(Practice practice, Plan plan, String address, Locale locale) {
        var words = Words.of(practice, locale);
        var phones = words.phones(practice).stream()
                .map(phone -> phone.label() + ": " + phone.number())
                .toList();
        var letterhead =
                new Letterhead(practice.name(), String.join(" · ", phones), practice.country(), practice.zone());
        return pdf.of(
                letterhead,
                locale,
                List.of(Sheet.of(document(practice, plan, phones, address, locale))),
                Pdf.Print.LARGE);
    }

    private Document document(Practice practice, Plan plan, List<String> phones, String address, Locale locale) {
        var told = told(practice, plan, locale);
        var number = EmergencyNumber.in(practice.country());
        var blocks = new ArrayList<Block>();
        add(blocks, say("aftercare.signs.now", locale, number), told.now());
        add(blocks, say("aftercare.signs.today", locale), told.today());
        if (!phones.isEmpty()) {
            add(blocks, say("aftercare.sheet.call", locale, practice.name()), phones);
        }
        add(
                blocks,
                say("aftercare.restrictions", locale),
                told.restrictions().stream()
                        .map(each -> each.until() == null
                                ? each.text()
                                : say("aftercare.restriction", locale, each.text(), each.until()))
                        .toList());
        add(blocks, say("aftercare.advice", locale), told.advice());
        var expected = told.expected();
        if (expected != null) {
            add(blocks, say("aftercare.expect", locale), List.of(expected));
        }
        blocks.add(new Block.Paragraph(say("aftercare.sheet.link", locale, address)));
        return new Document("aftercare", locale.getLanguage(), say("aftercare.title", locale), blocks);
    }

    private static void add(List<Block> blocks, String heading, List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Heading(heading));
            blocks.add(new Block.Bullets(items));
        }
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
