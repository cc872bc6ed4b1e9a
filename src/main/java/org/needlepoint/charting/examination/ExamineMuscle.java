package org.needlepoint.charting.examination;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Patient;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens what a patient drew and what hands found at a visit, and keeps what they find. Every finding stays; the latest
/// of a sign stands.
@Service
public class ExamineMuscle {
    private final Calendar calendar;
    private final ChartOfVisit charts;
    private final Findings findings;
    private final Knowledge knowledge;
    private final AuditTrail audit;
    private final Clock clock;

    ExamineMuscle(
            Calendar calendar,
            ChartOfVisit charts,
            Findings findings,
            Knowledge knowledge,
            AuditTrail audit,
            Clock clock) {
        this.calendar = calendar;
        this.charts = charts;
        this.findings = findings;
        this.knowledge = knowledge;
        this.audit = audit;
        this.clock = clock;
    }

    /// A visit with what was painted before it and what was found at it.
    ///
    /// @param chart the patient, or the one they were linked to
    public record Opened(Appointment visit, Patient chart, PainReport pain, Examination examination) {}

    /// The visit, for somebody to look at; the trail says who looked.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Opened open(PracticeId practice, AppointmentId id, Actor by) {
        var opened = read(practice, id);
        append(practice, opened, "viewed", by);
        return opened;
    }

    /// What was found at a visit; empty findings for a visit that nobody examined.
    @Transactional(readOnly = true)
    public Examination of(PracticeId practice, AppointmentId visit) {
        return new Examination(findings.of(practice, visit));
    }

    /// What somebody says of a muscle, or of a trigger point in it.
    ///
    /// @param side  ignored for a muscle that has no sides
    /// @param point number or name; null for the muscle as a whole
    /// @param signs those that somebody spoke about; the others stay as they are
    /// @param zones where the patient feels referred pain; null when nobody spoke about it
    public record Saying(
            String muscle,
            Laterality side,
            @Nullable String point,
            Map<Sign, Outcome> signs,
            @Nullable List<ZonePlace> zones) {
        /// Of a muscle as a whole.
        public Saying(String muscle, Laterality side, Map<Sign, Outcome> signs) {
            this(muscle, side, null, signs, null);
        }
    }

    /// Keeps what was found in a muscle, and answers all that stands then. What was said before and is said again adds
    /// nothing.
    ///
    /// @throws NotFound when there is no such visit, muscle, side or zone
    @Transactional
    public Opened examine(PracticeId practice, AppointmentId id, Saying saying, Actor by) {
        var place = MusclePlace.of(knowledge, saying.muscle(), saying.side());
        var zones = saying.zones();
        if (zones != null
                && zones.stream().anyMatch(zone -> knowledge.zone(zone.zone()).isEmpty())) {
            throw new NotFound();
        }
        var opened = read(practice, id);
        var now = clock.instant();
        var account = Objects.requireNonNull(by.id(), "who examines has an account");
        var news =
                opened
                        .examination()
                        .news(saying.muscle(), place, saying.point(), saying.signs(), zones)
                        .entrySet()
                        .stream()
                        .map(each -> new Finding(
                                saying.muscle(),
                                place,
                                saying.point(),
                                each.getKey(),
                                each.getValue(),
                                zones != null && each.getKey() == Sign.REFERRED_PAIN ? zones : List.of(),
                                knowledge.version().toString(),
                                now,
                                account))
                        .toList();
        if (news.isEmpty()) {
            return opened;
        }
        news.forEach(finding -> findings.add(practice, id, opened.chart().id(), finding));
        append(practice, opened, "examined", by);
        return new Opened(
                opened.visit(),
                opened.chart(),
                opened.pain(),
                opened.examination().with(news));
    }

    private Opened read(PracticeId practice, AppointmentId id) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        return new Opened(visit, charts.of(practice, visit), calendar.painOf(practice, id), of(practice, id));
    }

    private void append(PracticeId practice, Opened opened, String action, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "examination", opened.visit().id().value())
                        .about(opened.chart().id().value())
                        .during(opened.visit().id().value()));
    }
}
