package org.needlepoint.frontdoor;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.practice.OpenPractice;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Audience;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.ServicePlan;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.WeeklyHours;
import org.needlepoint.scheduling.WorkingHours;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.shared.Uuid7;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Sets up the first practice of an installation, all of it or nothing. Its site says what the owner wrote and nothing
/// else; a text that was asked for in one language stands in both until somebody translates it.
@Service
public class SetUpPractice {
    /// How long the two first services last.
    public static final int FIRST_VISIT_MINUTES = 60;

    public static final int PHONE_CONSULT_MINUTES = 20;

    private static final int FIRST_VISIT_GRID_MINUTES = 30;
    private static final int PHONE_CONSULT_GRID_MINUTES = 15;
    private static final int NOTICE_MINUTES = 120;
    private static final int HORIZON_DAYS = 90;
    private static final int CANCELLATION_HOURS = 24;
    private static final Locale SPANISH = Locale.of("es");

    private final OpenPractice openPractice;
    private final Accounts accounts;
    private final Practitioners practitioners;
    private final Services services;
    private final WeeklyHours hours;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final TransactionOperations transaction;
    private final Clock clock;

    SetUpPractice(
            OpenPractice openPractice,
            Accounts accounts,
            Practitioners practitioners,
            Services services,
            WeeklyHours hours,
            AuditTrail audit,
            MessageSource messages,
            TransactionOperations transaction,
            Clock clock) {
        this.openPractice = openPractice;
        this.accounts = accounts;
        this.practitioners = practitioners;
        this.services = services;
        this.hours = hours;
        this.audit = audit;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The practice as its owner describes it.
    ///
    /// @param sentence what it says of itself
    /// @param phone    E.164
    /// @param email    where patients write to
    /// @param treating null when the owner does not treat
    public record Plan(
            String slug,
            String name,
            String sentence,
            ZoneId zone,
            Address address,
            String phone,
            String email,
            Owner owner,
            @Nullable Treating treating) {}

    /// Where the practice is, in the United States.
    public record Address(String street, String city, String region, String postalCode) {}

    /// The owner's account.
    public record Owner(String name, String email, String password) {
        @Override
        public String toString() {
            return "Owner[" + email + "]";
        }
    }

    /// How the owner treats: Monday to Friday in the same hours.
    ///
    /// @param letters after the name, such as "PT, DPT"; may be empty
    public record Treating(
            String letters,
            Profession profession,
            LocalTime opens,
            LocalTime closes,
            Money firstVisit,
            Money phoneConsult) {}

    /// Sets it up.
    ///
    /// @return false when the installation has a practice already; then nothing was written
    public boolean setUp(Plan plan) {
        var practice = PracticeId.next();
        return PracticeScope.in(practice, () -> Boolean.TRUE.equals(transaction.execute(_ -> opened(practice, plan))));
    }

    private boolean opened(PracticeId practice, Plan plan) {
        var location = Uuid7.next();
        if (!openPractice.openFirst(practice, founding(plan, location))) {
            return false;
        }
        var roles = EnumSet.of(Role.OWNER);
        var treating = plan.treating();
        if (treating != null) {
            roles.add(Role.PRACTITIONER);
        }
        var owner = plan.owner();
        var account = accounts.create(
                        practice,
                        Actor.SYSTEM,
                        new Accounts.NewAccount(owner.email(), owner.name(), owner.password(), null, roles))
                .value();
        audit.append(practice, AuditEntry.of(Actor.account(account), "opened", "practice", practice.value()));
        if (treating != null) {
            addTreating(practice, location, plan, treating, account);
        }
        return true;
    }

    private OpenPractice.Founding founding(Plan plan, UUID location) {
        var sentence = new Texts(plan.sentence(), plan.sentence());
        var address = plan.address();
        return new OpenPractice.Founding(
                plan.slug(),
                plan.name(),
                plan.zone(),
                sentence,
                sentence,
                plan.email(),
                false,
                List.of(new OpenPractice.Place(
                        location,
                        plan.name(),
                        address.street(),
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        new Texts(address.street(), address.street()),
                        List.of(),
                        List.of(new Practice.Phone(said("setup.made.phone"), plan.phone())))));
    }

    private void addTreating(PracticeId practice, UUID location, Plan plan, Treating treating, UUID account) {
        var by = Actor.account(account);
        var practitioner = practitioners.add(
                practice,
                new Practitioners.Joining(
                        plan.owner().name(),
                        treating.letters(),
                        treating.profession(),
                        List.of(),
                        said("profession." + treating.profession().code()),
                        null,
                        account,
                        0),
                by);
        var today = LocalDate.ofInstant(clock.instant(), plan.zone());
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                .forEach(day -> hours.add(
                        practice,
                        new WorkingHours(
                                practitioner, location, day, treating.opens(), treating.closes(), today, null)));
        for (var service : List.of(firstVisit(treating), phoneConsult(treating))) {
            services.offer(practice, new Offer(services.add(practice, service, by), practitioner, location));
        }
    }

    private ServicePlan firstVisit(Treating treating) {
        return new ServicePlan(
                said("setup.made.firstVisit"),
                said("setup.made.firstVisit.text"),
                List.of(Segment.handsOn(FIRST_VISIT_MINUTES)),
                Modality.IN_PERSON,
                Audience.NEW,
                false,
                treating.firstVisit(),
                FIRST_VISIT_GRID_MINUTES,
                NOTICE_MINUTES,
                HORIZON_DAYS,
                CANCELLATION_HOURS,
                0);
    }

    private ServicePlan phoneConsult(Treating treating) {
        return new ServicePlan(
                said("setup.made.phoneConsult"),
                said("setup.made.phoneConsult.text"),
                List.of(Segment.handsOn(PHONE_CONSULT_MINUTES)),
                Modality.PHONE,
                Audience.BOTH,
                false,
                treating.phoneConsult(),
                PHONE_CONSULT_GRID_MINUTES,
                NOTICE_MINUTES,
                HORIZON_DAYS,
                CANCELLATION_HOURS,
                1);
    }

    private Texts said(String key) {
        return new Texts(messages.getMessage(key, null, Locale.ENGLISH), messages.getMessage(key, null, SPANISH));
    }
}
