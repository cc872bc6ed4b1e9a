package org.needlepoint.charting.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.needlepoint.charting.room.RoomEntry.Answer;
import org.needlepoint.charting.room.RoomEntry.Kind;
import org.needlepoint.credentials.PractitionerId;

/// Who is in the room at a visit, as far as anybody has said.
///
/// @param history everything that was said, in the order in which it was said
public record RoomAt(List<RoomEntry> history) {
    /// Nobody has said anything.
    public static final RoomAt EMPTY = new RoomAt(List.of());

    /// Who treats, and who is in the room to supervise them.
    public record Supervision(PractitionerId trainee, PractitionerId supervisor) {}

    public RoomAt {
        history = List.copyOf(history);
    }

    /// What the patient said to a chaperone; empty: not offered yet.
    public Optional<RoomEntry> chaperone() {
        return history.stream()
                .filter(it -> it.kind().ofChaperone() && !it.struck())
                .reduce((_, later) -> later);
    }

    /// Students and observers to whom the patient agreed for this visit, since they last refused somebody.
    public List<RoomEntry> visitors() {
        var visitors = new ArrayList<RoomEntry>();
        for (var entry : told()) {
            switch (entry.kind()) {
                case STUDENT, OBSERVER -> visitors.add(entry);
                case VISITOR_REFUSED -> visitors.clear();
                default -> {}
            }
        }
        return List.copyOf(visitors);
    }

    /// Whether the patient refused somebody.
    public boolean refusedVisitor() {
        return told().stream().anyMatch(it -> it.kind() == Kind.VISITOR_REFUSED);
    }

    /// Who treats under supervision now, as far as anybody said: of each trainee the latest word, until somebody ends
    /// it.
    public List<Supervision> supervisions() {
        return supervising().stream().flatMap(it -> supervision(it).stream()).toList();
    }

    private List<RoomEntry> supervising() {
        var latest = new LinkedHashMap<PractitionerId, RoomEntry>();
        for (var entry : told()) {
            if (entry.kind() == Kind.SUPERVISION_ENDED) {
                latest.clear();
            }
            supervision(entry).ifPresent(it -> latest.put(it.trainee(), entry));
        }
        return List.copyOf(latest.values());
    }

    private static Optional<Supervision> supervision(RoomEntry entry) {
        var trainee = entry.trainee();
        var supervisor = entry.supervisor();
        return trainee == null || supervisor == null
                ? Optional.empty()
                : Optional.of(new Supervision(trainee, supervisor));
    }

    /// Who supervises a practitioner here now, as they confirmed themselves; empty: nobody.
    public Optional<PractitionerId> supervisorOf(PractitionerId trainee) {
        return named(trainee)
                .filter(it -> it.answer() == Answer.CONFIRMED)
                .flatMap(it -> Optional.ofNullable(it.supervisor()));
    }

    /// The latest word on who supervises a practitioner here now, confirmed or not; empty: nobody is named.
    public Optional<RoomEntry> named(PractitionerId trainee) {
        return supervising().stream().filter(it -> trainee.equals(it.trainee())).findFirst();
    }

    /// Whether somebody treats here as a trainee, whatever the supervisor who was named said to it.
    public boolean everTrained(PractitionerId trainee) {
        return told().stream().anyMatch(it -> trainee.equals(it.trainee()));
    }

    /// Every supervision of the visit that its supervisor did not decline, ended since or not, in the order in which it
    /// was said. A note is not released before one of those who supervised its writer has signed it.
    public List<Supervision> everSupervised() {
        return told().stream()
                .filter(it -> it.answer() != Answer.DECLINED)
                .flatMap(it -> supervision(it).stream())
                .distinct()
                .toList();
    }

    /// Who supervised a practitioner at any time of the visit, in the order in which it was said; empty: nobody.
    public List<PractitionerId> everSupervised(PractitionerId trainee) {
        return everSupervised().stream()
                .filter(it -> it.trainee().equals(trainee))
                .map(Supervision::supervisor)
                .toList();
    }

    /// What was said and not struck, in the order in which it was said; to a chaperone the latest word.
    public List<RoomEntry> told() {
        var chaperone = chaperone();
        return history.stream()
                .filter(it -> !it.struck())
                .filter(it ->
                        !it.kind().ofChaperone() || chaperone.filter(it::equals).isPresent())
                .toList();
    }

    /// What of it counts now: without visitors who were refused since, and without supervision that has ended.
    public List<RoomEntry> standing() {
        var visitors = visitors();
        var supervising = supervising();
        return told().stream()
                .filter(it -> switch (it.kind()) {
                    case STUDENT, OBSERVER -> visitors.contains(it);
                    case SUPERVISION, SUPERVISION_ENDED -> supervising.contains(it);
                    case CHAPERONE_DECLINED, CHAPERONE_PRESENT, VISITOR_REFUSED -> true;
                })
                .toList();
    }
}
