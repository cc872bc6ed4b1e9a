package org.needlepoint.charting.needling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.measures.Measures;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.needling.Acknowledgement.Kind;
import org.needlepoint.charting.needling.Interruptions.Put;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Red signs that the examination of a visit found, as they stand between a practitioner and any needle of it (rules
/// C2,
/// C4): answered once for the visit, and again when more is found.
@Component
class RedSignGate {
    private static final String AND = ";";

    private final Measures measures;

    RedSignGate(Measures measures) {
        this.measures = measures;
    }

    /// All that stand, the most urgent first.
    List<RedSigns> found(PracticeId practice, AppointmentId visit) {
        return RedSigns.of(measures.of(practice, visit));
    }

    /// Those that were not answered in a session.
    ///
    /// @param given what somebody acknowledged
    static List<RedSigns> unanswered(List<RedSigns> found, SessionId session, List<Acknowledgement> given) {
        return found.stream()
                .filter(signs -> given.stream().noneMatch(it -> answers(it, session, signs)))
                .toList();
    }

    private static boolean answers(Acknowledgement given, SessionId session, RedSigns signs) {
        return given.kind() == Kind.RED_SIGNS
                && given.session().equals(session)
                && Set.of(given.factsHash().split(AND)).containsAll(signs.facts());
    }

    /// What an answer to them was given to.
    static String facts(List<RedSigns> signs) {
        return signs.stream()
                .flatMap(it -> it.facts().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(AND));
    }

    static Set<String> questions(List<RedSigns> signs) {
        return signs.stream().map(RedSigns::question).collect(Collectors.toUnmodifiableSet());
    }

    /// What is put to somebody.
    static List<Put> put(List<RedSigns> signs) {
        return signs.stream()
                .map(it -> new Put(
                        Interruptions.Kind.RED_SIGN,
                        it.question(),
                        Acknowledgement.EVERYWHERE,
                        Laterality.M,
                        facts(List.of(it))))
                .toList();
    }
}
