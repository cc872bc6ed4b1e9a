package org.needlepoint.charting.room;

import java.util.List;
import java.util.Optional;
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

    /// Students and observers to whom the patient agreed for this visit.
    public List<RoomEntry> visitors() {
        return history.stream()
                .filter(it -> (it.kind() == Kind.STUDENT || it.kind() == Kind.OBSERVER) && !it.struck())
                .toList();
    }

    /// Whether the patient refused somebody.
    public boolean refusedVisitor() {
        return history.stream().anyMatch(it -> it.kind() == Kind.VISITOR_REFUSED && !it.struck());
    }

    /// The supervision that stands; the note of the trainee is not released before the supervisor has signed it.
    public Optional<Supervision> supervision() {
        return history.stream()
                .filter(it -> it.kind().ofSupervision() && !it.struck())
                .reduce((_, later) -> later)
                .flatMap(RoomAt::supervision);
    }

    private static Optional<Supervision> supervision(RoomEntry entry) {
        var trainee = entry.trainee();
        var supervisor = entry.supervisor();
        return trainee == null || supervisor == null
                ? Optional.empty()
                : Optional.of(new Supervision(trainee, supervisor));
    }

    /// Who supervises a practitioner here; empty: nobody.
    public Optional<PractitionerId> supervisorOf(PractitionerId trainee) {
        return supervision().filter(it -> it.trainee().equals(trainee)).map(Supervision::supervisor);
    }

    /// What counts of all that was said, in the order in which it was said.
    public List<RoomEntry> standing() {
        var chaperone = chaperone();
        var supervision = history.stream()
                .filter(it -> it.kind().ofSupervision() && !it.struck())
                .reduce((_, later) -> later)
                .filter(it -> it.kind() == Kind.SUPERVISION);
        return history.stream()
                .filter(it -> !it.struck())
                .filter(it ->
                        !it.kind().ofChaperone() || chaperone.filter(it::equals).isPresent())
                .filter(it -> !it.kind().ofSupervision()
                        || supervision.filter(it::equals).isPresent())
                .toList();
    }
}
