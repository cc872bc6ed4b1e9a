package org.needlepoint.anatomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// All that the software knows about muscles, pain and safety: read once at start, unchangeable, shared by
/// all practices. Written in `knowledge/`, one file per thing, and compiled to one file by the build.
public final class Knowledge {

    /// Which edition of the knowledge this is. A chart keeps it beside an id and a name, so that it can be
    /// read again in ten years.
    ///
    /// @param release as in `knowledge/CHANGELOG.md`
    /// @param hash of the whole content
    public record Version(String release, String hash) {

        /// Such as `0.1.0+07dd6b505e7268c3`.
        @Override
        public String toString() {
            return release + "+" + hash;
        }
    }

    private static final String RESOURCE = "/knowledge/knowledge.json";

    private final Version version;
    private final Map<String, Muscle> muscles;
    private final Map<String, MuscleGroup> groups;
    private final Map<String, Zone> zones;
    private final Map<String, Condition> conditions;
    private final Map<String, Dermatome> dermatomes;
    private final Map<String, Movement> movements;
    private final Map<String, OtherCause> otherCauses;
    private final Map<String, Ailment> ailments;
    private final Map<String, Hazard> hazards;
    private final Map<String, RedFlagQuestion> redFlags;
    private final Map<String, ScreeningQuestion> screening;
    private final Map<String, SafetyFact> safetyFacts;
    private final Map<String, AftercareAdvice> aftercare;
    private final Map<String, WatchQuestion> watch;
    private final Map<String, Lesson> lessons;
    private final Map<String, ScopeOfPractice> scopes;
    private final Map<String, Source> sources;
    private final Map<String, Map<String, String>> meanings;

    /// The compiled file as it stands.
    private record Compiled(
            String hash,
            List<Muscle> muscles,
            List<MuscleGroup> groups,
            List<Zone> zones,
            List<Condition> conditions,
            List<Dermatome> dermatomes,
            List<Movement> movements,
            List<OtherCause> otherCauses,
            List<Ailment> ailments,
            List<Hazard> hazards,
            List<RedFlagQuestion> redFlags,
            List<ScreeningQuestion> screening,
            List<SafetyFact> safetyFacts,
            List<AftercareAdvice> aftercare,
            List<WatchQuestion> watch,
            List<Lesson> lessons,
            List<ScopeOfPractice> scopes,
            List<Source> sources,
            List<Vocabulary> vocabularies,
            List<Release> releases) {}

    private record Vocabulary(String id, List<Word> words) {}

    private record Word(String word, Optional<String> meaning) {}

    private record Release(String release, String licence, List<String> credits) {}

    private Knowledge(Compiled compiled) {
        version = new Version(compiled.releases().getFirst().release(), compiled.hash());
        muscles = byId(compiled.muscles(), Muscle::id);
        groups = byId(compiled.groups(), MuscleGroup::id);
        zones = byId(compiled.zones(), Zone::id);
        conditions = byId(compiled.conditions(), Condition::id);
        dermatomes = byId(compiled.dermatomes(), Dermatome::root);
        movements = byId(compiled.movements(), Movement::id);
        otherCauses = byId(compiled.otherCauses(), OtherCause::id);
        ailments = byId(compiled.ailments(), Ailment::id);
        hazards = byId(compiled.hazards(), Hazard::id);
        redFlags = byId(compiled.redFlags(), RedFlagQuestion::id);
        screening = byId(compiled.screening(), ScreeningQuestion::id);
        safetyFacts = byId(compiled.safetyFacts(), SafetyFact::id);
        aftercare = byId(compiled.aftercare(), AftercareAdvice::id);
        watch = byId(compiled.watch(), WatchQuestion::id);
        lessons = byId(compiled.lessons(), Lesson::id);
        scopes = byId(compiled.scopes(), ScopeOfPractice::id);
        sources = byId(compiled.sources(), Source::id);
        meanings = new LinkedHashMap<>();
        for (var vocabulary : compiled.vocabularies()) {
            var words = new LinkedHashMap<String, String>();
            vocabulary
                    .words()
                    .forEach(word -> words.put(word.word(), word.meaning().orElse(word.word())));
            meanings.put(vocabulary.id(), words);
        }
    }

    /// The knowledge that the build put beside the classes.
    ///
    /// @throws IllegalStateException when it is not there: the build step was left out
    public static Knowledge load() {
        try (var in = Knowledge.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing; build with Maven, which compiles knowledge/");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Knowledge from a compiled file.
    ///
    /// @throws JacksonException when the file was compiled by another release of the software
    static Knowledge read(InputStream in) {
        return new Knowledge(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(in, Compiled.class));
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        var map = new LinkedHashMap<String, T>();
        things.forEach(thing -> map.put(id.apply(thing), thing));
        return map;
    }

    /// Which edition this is.
    public Version version() {
        return version;
    }

    /// All muscles, roughly from head to foot.
    public List<Muscle> muscles() {
        return all(muscles);
    }

    /// The muscle with an id.
    public Optional<Muscle> muscle(String id) {
        return Optional.ofNullable(muscles.get(id));
    }

    /// Muscles that studies report together.
    public List<MuscleGroup> groups() {
        return all(groups);
    }

    /// The muscle group with an id.
    public Optional<MuscleGroup> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /// All zones of the pain map, from head to foot.
    public List<Zone> zones() {
        return all(zones);
    }

    /// The zone with an id.
    public Optional<Zone> zone(String id) {
        return Optional.ofNullable(zones.get(id));
    }

    /// Conditions with counted trigger points, comparison groups included.
    public List<Condition> conditions() {
        return all(conditions);
    }

    /// The conditions, comparison groups apart, that a name or an ICD-10-CM code means; empty when it means
    /// none.
    public List<Condition> conditionsCalled(String name) {
        return conditions.values().stream()
                .filter(condition -> !condition.comparison() && condition.isCalled(name))
                .toList();
    }

    /// The skin of each spinal nerve root, from the head down.
    public List<Dermatome> dermatomes() {
        return all(dermatomes);
    }

    /// Movements that a person may name, from jaw to toes.
    public List<Movement> movements() {
        return all(movements);
    }

    /// The movement with an id.
    public Optional<Movement> movement(String id) {
        return Optional.ofNullable(movements.get(id));
    }

    /// What else can hurt, besides muscles, from head to foot.
    public List<OtherCause> otherCauses() {
        return all(otherCauses);
    }

    /// The other cause with an id.
    public Optional<OtherCause> otherCause(String id) {
        return Optional.ofNullable(otherCauses.get(id));
    }

    /// Conditions that people come with, by everyday and clinical names, from head to foot.
    public List<Ailment> ailments() {
        return all(ailments);
    }

    /// The ailment with an id.
    public Optional<Ailment> ailment(String id) {
        return Optional.ofNullable(ailments.get(id));
    }

    /// Structures that a needle must not meet.
    public List<Hazard> hazards() {
        return all(hazards);
    }

    /// The hazard with an id.
    public Optional<Hazard> hazard(String id) {
        return Optional.ofNullable(hazards.get(id));
    }

    /// Questions to people seeking care, the most urgent first.
    public List<RedFlagQuestion> redFlagQuestions() {
        return all(redFlags);
    }

    /// The red flag question with an id.
    public Optional<RedFlagQuestion> redFlagQuestion(String id) {
        return Optional.ofNullable(redFlags.get(id));
    }

    /// Health questions before needling or injection.
    public List<ScreeningQuestion> screeningQuestions() {
        return all(screening);
    }

    /// The screening question with an id.
    public Optional<ScreeningQuestion> screeningQuestion(String id) {
        return Optional.ofNullable(screening.get(id));
    }

    /// Contraindications, precautions, adverse events, severity classes and red flags after needling.
    public List<SafetyFact> safetyFacts() {
        return all(safetyFacts);
    }

    /// The safety fact with an id.
    public Optional<SafetyFact> safetyFact(String id) {
        return Optional.ofNullable(safetyFacts.get(id));
    }

    /// Advice and expectations after needling.
    public List<AftercareAdvice> aftercare() {
        return all(aftercare);
    }

    /// The piece of aftercare advice with an id.
    public Optional<AftercareAdvice> aftercareAdvice(String id) {
        return Optional.ofNullable(aftercare.get(id));
    }

    /// What to ask in the hours and days after needling, the most urgent first.
    public List<WatchQuestion> watchQuestions() {
        return all(watch);
    }

    /// The watch question with an id.
    public Optional<WatchQuestion> watchQuestion(String id) {
        return Optional.ofNullable(watch.get(id));
    }

    /// What patients are taught before they agree to needles, and what they agree to, in the order of the pages.
    public List<Lesson> lessons() {
        return all(lessons);
    }

    /// What was read about who may needle where, by state or country.
    public List<ScopeOfPractice> scopes() {
        return all(scopes);
    }

    /// What was read about a state or country.
    ///
    /// @param id ISO 3166 code in lower case, such as `us-md`
    public Optional<ScopeOfPractice> scope(String id) {
        return Optional.ofNullable(scopes.get(id));
    }

    /// All citations, by id.
    public List<Source> sources() {
        return all(sources);
    }

    /// The citation with an id.
    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /// What a word of a vocabulary means, such as `thorax` of `region-rule`.
    public Optional<String> meaning(String vocabulary, String word) {
        return Optional.ofNullable(meanings.getOrDefault(vocabulary, Map.of()).get(word));
    }

    private static <T> List<T> all(Map<String, T> byId) {
        Collection<T> values = byId.values();
        return List.copyOf(values);
    }
}
