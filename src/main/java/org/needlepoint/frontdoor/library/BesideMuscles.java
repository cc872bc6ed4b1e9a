package org.needlepoint.frontdoor.library;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.OtherCause;
import org.needlepoint.anatomy.OtherCauses;
import org.needlepoint.anatomy.Source;
import org.springframework.stereotype.Service;

/// What else can hurt in painted places, to stand beside the muscles (rule C10).
@Service
public class BesideMuscles {
    private final OtherCauses causes;
    private final Knowledge knowledge;

    BesideMuscles(OtherCauses causes, Knowledge knowledge) {
        this.causes = causes;
        this.knowledge = knowledge;
    }

    /// What patients are told: only what was read in a source.
    ///
    /// @param serious what the red flag questions have already asked about
    /// @param sources those that the page had numbered before, and then those of the causes
    public record Told(List<Cause> common, List<Cause> serious, List<Source> sources) {}

    /// A cause for staff.
    ///
    /// @param checked whether somebody has read it in a source
    public record Listed(String name, String hint, boolean serious, boolean checked) {}

    /// For patients.
    ///
    /// @param zones    ids of painted zones
    /// @param numbered sources that the page cites already, in their order
    public Told tell(Collection<String> zones, List<Source> numbered, Locale locale) {
        var references = new References(knowledge, numbered);
        var found = causes.readForZones(zones);
        return new Told(
                causes(found, cause -> !cause.serious(), references, locale),
                causes(found, OtherCause::serious, references, locale),
                references.sources());
    }

    private static List<Cause> causes(
            List<OtherCause> found, Predicate<OtherCause> wanted, References references, Locale locale) {
        return found.stream()
                .filter(wanted)
                .map(cause ->
                        new Cause(cause.name().in(locale), cause.hint().in(locale), references.cite(cause.sources())))
                .toList();
    }

    /// For staff: all of them, with what is unchecked marked so.
    public List<Listed> list(Collection<String> zones, Locale locale) {
        return causes.forZones(zones).stream()
                .map(cause -> new Listed(
                        cause.name().in(locale),
                        cause.hint().in(locale),
                        cause.serious(),
                        cause.evidence() == Evidence.READ))
                .toList();
    }
}
