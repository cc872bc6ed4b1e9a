package org.needlepoint.frontdoor.library;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Ailment;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.NameSearch;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/// The shelves of the library: every muscle and every condition, to be found by any name or looked through.
@Service
public class Library {
    private static final int MOST = 24;

    private final Knowledge knowledge;
    private final MessageSource messages;
    private final NameSearch<Muscle> muscles;
    private final NameSearch<Ailment> ailments;

    Library(Knowledge knowledge, MessageSource messages) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.muscles = new NameSearch<>(current(knowledge.muscles()), Muscle::names);
        this.ailments = new NameSearch<>(
                knowledge.ailments().stream()
                        .filter(ailment -> ailment.replacedBy() == null)
                        .toList(),
                ailment -> Stream.concat(ailment.names().stream(), ailment.icd10cm().stream())
                        .toList());
    }

    /// A muscle or condition in a list.
    ///
    /// @param aside its Latin or clinical name
    public record Entry(String id, String name, String aside) {}

    /// The muscles of a part of the body.
    public record Shelf(String name, List<Entry> muscles) {}

    private static List<Muscle> current(List<Muscle> muscles) {
        return muscles.stream().filter(muscle -> muscle.replacedBy() == null).toList();
    }

    /// Muscles with this name, the best first.
    public List<Entry> musclesCalled(String typed, Locale locale) {
        return muscles.find(typed, MOST).stream()
                .map(muscle -> entry(muscle, locale))
                .toList();
    }

    /// Conditions with this name, the best first.
    public List<Entry> ailmentsCalled(String typed, Locale locale) {
        return ailments.find(typed, MOST).stream()
                .map(ailment -> entry(ailment, locale))
                .toList();
    }

    /// The condition that a practice's own words mean, what stands in brackets left aside; empty when the library has
    /// none.
    public Optional<String> ailmentMeant(String words) {
        return ailments.find(words.replaceAll("\\(.*?\\)", ""), 1).stream()
                .map(Ailment::id)
                .findFirst();
    }

    /// All conditions by the alphabet.
    public List<Entry> ailments(Locale locale) {
        return knowledge.ailments().stream()
                .filter(ailment -> ailment.replacedBy() == null)
                .map(ailment -> entry(ailment, locale))
                .sorted(Comparator.comparing(Entry::name, Collator.getInstance(locale)))
                .toList();
    }

    /// All muscles by part of the body, from head to foot.
    public List<Shelf> shelves(Locale locale) {
        var shelves = new LinkedHashMap<String, List<Entry>>();
        for (var muscle : current(knowledge.muscles())) {
            shelves.computeIfAbsent(muscle.region(), _ -> new ArrayList<>()).add(entry(muscle, locale));
        }
        return shelves.entrySet().stream()
                .map(shelf -> new Shelf(
                        messages.getMessage("charting.region." + shelf.getKey(), null, locale), shelf.getValue()))
                .toList();
    }

    private static Entry entry(Muscle muscle, Locale locale) {
        return new Entry(muscle.id(), muscle.name().in(locale), muscle.latin().name());
    }

    private static Entry entry(Ailment ailment, Locale locale) {
        return new Entry(
                ailment.id(), ailment.name().in(locale), ailment.clinical().in(locale));
    }
}
