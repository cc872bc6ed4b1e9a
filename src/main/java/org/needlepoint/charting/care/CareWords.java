package org.needlepoint.charting.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.care.CareEvent.Hygiene;
import org.needlepoint.charting.care.CareEvent.Reacted;
import org.needlepoint.charting.care.CareEvent.Responded;
import org.needlepoint.charting.care.CareEvent.Treated;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says what happened beside the needles, as the note and the pages write it.
@Component
public class CareWords {
    private static final int SECONDS_A_MINUTE = 60;

    private final Knowledge knowledge;
    private final Practices practices;
    private final MessageSource messages;

    CareWords(Knowledge knowledge, Practices practices, MessageSource messages) {
        this.knowledge = knowledge;
        this.practices = practices;
        this.messages = messages;
    }

    NoteWords in(PracticeId practice, Locale locale) {
        var found = practices.find(practice).orElseThrow();
        return new NoteWords(messages, locale, found.country(), found.zone());
    }

    /// An entry in a line.
    public String of(CareEvent event, NoteWords words) {
        return switch (event) {
            case Responded responded -> words.list(response(responded, words));
            case Reacted reacted -> reaction(reacted, words);
            case Treated treated -> treatment(treated, words);
            case Hygiene hygiene -> hygiene(hygiene, words);
        };
    }

    /// "pain where it was treated 2/10", "referred pain 1/10", "tone softer".
    List<String> response(Responded responded, NoteWords words) {
        var parts = new ArrayList<String>();
        if (responded.local() != null) {
            parts.add(words.say("care.said.local", responded.local()));
        }
        if (responded.referred() != null) {
            parts.add(words.say("care.said.referred", responded.referred()));
        }
        var tone = responded.tone();
        if (tone != null) {
            parts.add(words.say("care.said.tone", words.say("care.tone." + tone.code())));
        }
        return parts;
    }

    /// "Bruise, 15 mm across, infraspinatus, right; pressed for 2 min; cold pack".
    String reaction(Reacted reacted, NoteWords words) {
        var parts = new ArrayList<String>();
        var said = reacted.words();
        parts.add(
                reacted.what() == Reaction.OTHER && said != null
                        ? words.begun(said)
                        : words.say("care.reaction." + reacted.what().code()));
        if (reacted.sizeMm() != null) {
            parts.add(words.say("care.said.size", reacted.sizeMm()));
        }
        if (reacted.muscle() != null && reacted.side() != null) {
            parts.add(words.within(place(reacted.muscle(), reacted.side(), words)));
        }
        if (reacted.what() != Reaction.OTHER && said != null) {
            parts.add(said);
        }
        var seconds = reacted.pressedSeconds();
        if (seconds != null) {
            parts.add(
                    seconds % SECONDS_A_MINUTE == 0
                            ? words.say("care.said.pressed.minutes", seconds / SECONDS_A_MINUTE)
                            : words.say("care.said.pressed", seconds));
        }
        if (reacted.done() != null) {
            parts.add(reacted.done());
        }
        return String.join("; ", parts);
    }

    private String place(String muscle, Laterality side, NoteWords words) {
        return words.sided(
                knowledge
                        .muscle(muscle)
                        .map(found -> found.name().in(words.locale()))
                        .orElse(muscle),
                side);
    }

    /// "Massage, neck, right: 10 min".
    String treatment(Treated treated, NoteWords words) {
        var kind = words.say("care.kind." + treated.what().code());
        var what = treated.named() == null ? kind : words.say("care.said.named", kind, treated.named());
        var area = treated.area();
        var side = treated.side();
        var where = area == null ? null : words.sided(words.say("note.area." + area.code()), orNone(side));
        var said = where == null
                ? words.say("care.said.minutes", what, treated.minutes())
                : words.say("care.said.minutes.where", what, where, treated.minutes());
        return treated.instructions() == null
                ? said
                : words.say("care.said.instructions", said, treated.instructions());
    }

    private static Laterality orNone(@Nullable Laterality side) {
        return side == null ? Laterality.M : side;
    }

    /// "hand hygiene, gloves, skin prepared with alcohol ...".
    String hygiene(Hygiene hygiene, NoteWords words) {
        var antiseptic = hygiene.antiseptic();
        var done = Arrays.stream(Measure.values())
                .filter(hygiene.measures()::contains)
                .map(measure -> measure == Measure.SKIN_PREPARED && antiseptic != null
                        ? words.say("care.said.skin", words.say("care.antiseptic." + antiseptic.code()))
                        : words.within(words.say("care.measure." + measure.code())))
                .toList();
        var all = done.isEmpty() ? words.say("care.said.nothing") : words.list(done);
        return hygiene.words() == null ? all : words.say("care.said.besides", all, hygiene.words());
    }
}
