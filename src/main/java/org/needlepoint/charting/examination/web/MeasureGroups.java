package org.needlepoint.charting.examination.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.examination.web.ExamineView.Add;
import org.needlepoint.charting.examination.web.ExamineView.Field;
import org.needlepoint.charting.examination.web.ExamineView.Group;
import org.needlepoint.charting.examination.web.ExamineView.Option;
import org.needlepoint.charting.examination.web.ExamineView.Row;
import org.needlepoint.charting.examination.web.ExamineView.Tab;
import org.needlepoint.charting.measures.Area;
import org.needlepoint.charting.measures.Catalogue;
import org.needlepoint.charting.measures.Instrument;
import org.needlepoint.charting.measures.Kind;
import org.needlepoint.charting.measures.Manner;
import org.needlepoint.charting.measures.Measure;
import org.needlepoint.charting.measures.MeasureWords;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.Scale;
import org.needlepoint.charting.measures.Value;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// The groups of a part with their fields. What was measured last stands beside a field, never in it.
@Component
class MeasureGroups {
    private static final int BOXES = 3;

    private final MeasureRows rows;
    private final Catalogue catalogue;
    private final MeasureWords words;
    private final MeasureProblems problems;
    private final Tell tell;

    MeasureGroups(MeasureRows rows, Catalogue catalogue, MeasureWords words, MeasureProblems problems, Tell tell) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.words = words;
        this.problems = problems;
        this.tell = tell;
    }

    List<Group> groups(Examined examined, TypedMeasures typed, Addresses addresses, Locale locale) {
        var part = examined.shown().part();
        return part.kinds().stream()
                .map(kind -> group(kind, part.area(), examined, typed, addresses, locale))
                .toList();
    }

    private Group group(
            Kind kind,
            @Nullable Area area,
            Examined examined,
            TypedMeasures typed,
            Addresses addresses,
            Locale locale) {
        var things = rows.of(kind, area, examined, typed);
        var fields = things.stream()
                .map(row -> new Row(
                        words.bare(row.getFirst(), locale),
                        row.stream()
                                .map(what -> field(what, examined, typed, locale))
                                .toList()))
                .toList();
        var measured = (int) examined.today().standing().stream()
                .filter(measure -> measure.moment() == examined.shown().moment())
                .filter(measure -> things.stream().anyMatch(row -> row.contains(measure.what())))
                .count();
        var sentHere = typed.first("group").equals(kind.word());
        var instrumentMissing = sentHere && typed.instrumentMissing();
        return new Group(
                kind.word(),
                tell.it("examine.kind." + kind.word(), locale),
                tell.it("examine.hint." + kind.word(), locale),
                manners(kind, examined, addresses, locale),
                manner(kind, examined).word(),
                kind == Kind.RANGE ? instruments(locale) : List.of(),
                instrument(kind, examined, typed),
                instrumentMissing ? tell.it("examine.error.instrument", locale) : null,
                fields,
                measured,
                sentHere || kind == examined.shown().part().kinds().getFirst(),
                add(kind, area, things, examined, typed, locale));
    }

    static Manner manner(Kind kind, Examined examined) {
        return switch (kind) {
            case RANGE -> examined.shown().range();
            case STRENGTH -> examined.shown().strength();
            case ULTRASOUND -> examined.shown().imaging();
            default -> Manner.PLAIN;
        };
    }

    private List<Tab> manners(Kind kind, Examined examined, Addresses addresses, Locale locale) {
        var choices = switch (kind) {
            case RANGE -> List.of(Manner.ACTIVE, Manner.PASSIVE);
            case STRENGTH -> List.of(Manner.MANUAL, Manner.DYNAMOMETER);
            case ULTRASOUND -> List.of(Manner.ORDERED, Manner.RESULT);
            default -> List.<Manner>of();
        };
        return choices.stream()
                .map(manner -> new Tab(
                        addresses.withManner(kind, manner),
                        tell.it("examine.manner." + manner.word(), locale),
                        manner == manner(kind, examined),
                        0,
                        false))
                .toList();
    }

    private List<Option> instruments(Locale locale) {
        return Arrays.stream(Instrument.values())
                .map(instrument ->
                        new Option(instrument.word(), tell.it("measure.instrument." + instrument.word(), locale)))
                .toList();
    }

    /// What was chosen last at this visit stays chosen; that of another day does not.
    private static String instrument(Kind kind, Examined examined, TypedMeasures typed) {
        var sent = typed.instrument();
        if (sent != null) {
            return sent.word();
        }
        return examined.today().history().reversed().stream()
                .filter(measure -> measure.what().kind() == kind)
                .flatMap(measure -> Optional.ofNullable(measure.instrument()).stream())
                .map(Instrument::word)
                .findFirst()
                .orElse("");
    }

    private Field field(Measured what, Examined examined, TypedMeasures typed, Locale locale) {
        var scale = catalogue.scale(what).orElseThrow();
        var moment = examined.shown().moment();
        var stands = examined.today().standing(what, moment).orElse(null);
        var last = examined.last().get(what);
        var sent = typed.has(what);
        var problem = typed.problems().get(what);
        var boxes = scale instanceof Scale.Numbers in ? in.readings() : 1;
        var before = moment == Moment.AFTER
                ? examined.today().standing(what, Moment.BEFORE).orElse(null)
                : null;
        return new Field(
                id(what),
                what.key(),
                what.side() == Laterality.M ? null : tell.it("examine.side." + what.side(), locale),
                words.full(what, locale),
                kind(scale),
                keyboard(what),
                scale instanceof Scale.Numbers in
                        ? tell.it("measure.unitName." + in.unit().word(), locale)
                        : "",
                boxed(sent ? typed.typed(what) : standing(stands, locale), boxes),
                scale instanceof Scale.Words in ? options(what.kind(), in, locale) : List.of(),
                hurts(what, stands, typed),
                problem == null ? null : problems.say(what, problem, typed, locale),
                problem instanceof TypedMeasures.Problem.Unusual
                        ? tell.it("examine.sure", locale, problems.typed(what, typed, locale))
                        : null,
                String.join(";", typed.typed(what)),
                last == null ? null : tell.it("examine.last", locale, words.said(last, locale), day(last.on(), locale)),
                last == null || stands != null || moment == Moment.AFTER
                        ? null
                        : last.id().toString(),
                last == null ? null : words.value(what, last.value(), locale),
                before == null && stands == null ? null : before(moment, before, locale),
                change(what, examined, locale),
                stands == null ? null : stands.id().toString());
    }

    /// Whether it hurt; null where pain is not asked.
    private static @Nullable Boolean hurts(Measured what, @Nullable Measure stands, TypedMeasures typed) {
        if (what.kind() != Kind.RANGE && what.kind() != Kind.STRENGTH) {
            return null;
        }
        return typed.has(what) ? typed.painful(what) : stands != null && stands.painful();
    }

    private @Nullable String before(Moment moment, @Nullable Measure before, Locale locale) {
        if (moment != Moment.AFTER) {
            return null;
        }
        return before == null
                ? tell.it("examine.before.none", locale)
                : tell.it("examine.before", locale, words.said(before, locale));
    }

    private @Nullable String change(Measured what, Examined examined, Locale locale) {
        var change = examined.today().change(what);
        return change.isEmpty()
                ? null
                : tell.it("examine.change", locale, words.change(what, change.getAsDouble(), locale));
    }

    /// As ids of the page name a field; the error summary leads there.
    static String id(Measured what) {
        return "m-" + what.key().replace('/', '-');
    }

    private static String kind(Scale scale) {
        return switch (scale) {
            case Scale.Numbers _ -> "number";
            case Scale.Words _ -> "words";
            case Scale.Remark _ -> "remark";
        };
    }

    /// Number pads of telephones have no minus; where a joint may stop short of neutral, one is needed.
    private static String keyboard(Measured what) {
        return what.kind() == Kind.RANGE && what.code().matches(".*(-extension|-dorsiflexion)") ? "text" : "decimal";
    }

    private List<String> standing(@Nullable Measure stands, Locale locale) {
        if (stands == null) {
            return List.of();
        }
        return switch (stands.value()) {
            case Value.Quantity number ->
                number.readings().stream()
                        .map(each -> words.number(each, locale))
                        .toList();
            case Value.Word(var word) -> List.of(word);
            case Value.Remark(var text) -> List.of(text);
        };
    }

    private static List<String> boxed(List<String> values, int boxes) {
        return IntStream.range(0, boxes)
                .mapToObj(i -> i < values.size() ? values.get(i) : "")
                .toList();
    }

    private List<Option> options(Kind kind, Scale.Words scale, Locale locale) {
        return scale.words().stream()
                .map(word -> new Option(word, words.word(kind, word, locale)))
                .toList();
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    private @Nullable Add add(
            Kind kind,
            @Nullable Area area,
            List<List<Measured>> things,
            Examined examined,
            TypedMeasures typed,
            Locale locale) {
        var codes = new ArrayList<Option>();
        if (kind == Kind.ULTRASOUND) {
            Arrays.stream(Area.values())
                    .forEach(each ->
                            codes.add(new Option(each.word(), tell.it("measure.area." + each.word(), locale))));
        } else {
            for (Map.Entry<String, String> each :
                    rows.more(kind, area, things, locale).entrySet()) {
                codes.add(new Option(each.getKey(), each.getValue()));
            }
        }
        if (codes.isEmpty()) {
            return null;
        }
        var sentHere = typed.first("add.kind").equals(kind.word());
        return new Add(
                kind.word(),
                manner(kind, examined).word(),
                tell.it(kind == Kind.ULTRASOUND ? "examine.part" : "examine.another", locale),
                codes,
                kind == Kind.TONE ? options(kind, Catalogue.TONE, locale) : List.of(),
                kind == Kind.PRESSURE_PAIN ? BOXES : 0,
                sentHere ? typed.first("add.code") : "",
                sentHere ? typed.first("add.side") : "",
                boxed(sentHere ? typed.all("add") : List.of(), kind == Kind.PRESSURE_PAIN ? BOXES : 1),
                sentHere ? problems.sayAdded(typed, locale) : null);
    }
}
