package org.needlepoint.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.frontdoor.SiteTexts;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.practice.Notices;
import org.needlepoint.practice.OpenPractice;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.scheduling.Audience;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closures;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.ServicePlan;
import org.needlepoint.scheduling.ServiceWindow;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.WeeklyHours;
import org.needlepoint.scheduling.WorkingHours;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Loads the demo practices at start. A practice that is there already is left alone, so that a second start loads
/// nothing.
@Component
@Profile("demo")
class LoadDemo implements ApplicationRunner {
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final LocalDate HOURS_SINCE = LocalDate.of(2026, 1, 1);
    private static final int NOTICE_MINUTES = 120;
    private static final int HORIZON_DAYS = 90;
    private static final int CANCELLATION_HOURS = 24;

    private final PracticeDirectory directory;
    private final OpenPractice openPractice;
    private final SiteTexts siteTexts;
    private final Notices notices;
    private final Accounts accounts;
    private final Practitioners practitioners;
    private final Services services;
    private final Rooms rooms;
    private final WeeklyHours hours;
    private final Closures closures;
    private final DemoQualifications qualifications;
    private final DemoVisits visits;
    private final TransactionOperations transaction;
    private final Clock clock;

    LoadDemo(
            PracticeDirectory directory,
            OpenPractice openPractice,
            SiteTexts siteTexts,
            Notices notices,
            Accounts accounts,
            Practitioners practitioners,
            Services services,
            Rooms rooms,
            WeeklyHours hours,
            Closures closures,
            DemoQualifications qualifications,
            DemoVisits visits,
            TransactionOperations transaction,
            Clock clock) {
        this.directory = directory;
        this.openPractice = openPractice;
        this.siteTexts = siteTexts;
        this.notices = notices;
        this.accounts = accounts;
        this.practitioners = practitioners;
        this.services = services;
        this.rooms = rooms;
        this.hours = hours;
        this.closures = closures;
        this.qualifications = qualifications;
        this.visits = visits;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load();
    }

    /// Loads what is not there yet.
    ///
    /// @return how many practices were loaded
    int load() {
        int loaded = 0;
        for (var slug : DemoPractice.SLUGS) {
            if (directory.find(slug).isEmpty()) {
                load(DemoPractice.read(slug));
                loaded++;
            }
        }
        return loaded;
    }

    private void load(DemoPractice demo) {
        var id = PracticeId.next();
        PracticeScope.run(id, () -> {
            var keys = transaction.execute(_ -> setUp(id, demo));
            visits.book(id, demo, keys);
        });
    }

    private DemoKeys setUp(PracticeId practice, DemoPractice demo) {
        var keys = new DemoKeys();
        demo.locations().forEach(place -> keys.location(place.key(), Uuid7.next()));
        openPractice.open(
                practice,
                new OpenPractice.Founding(
                        demo.slug(),
                        demo.name(),
                        ZoneId.of(demo.zone()),
                        demo.tagline(),
                        demo.about(),
                        demo.email(),
                        true,
                        demo.locations().stream()
                                .map(place -> place(place, keys))
                                .toList()));
        siteTexts.write(
                practice,
                demo.sections().stream()
                        .map(section -> new SiteTexts.Section(section.title(), section.text()))
                        .toList(),
                demo.conditions());
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(demo.zone()));
        demo.noticesOrNone()
                .forEach(notice -> notices.show(practice, notice.text(), today, today.plusDays(notice.days())));
        addRooms(practice, demo, keys);
        addPeople(practice, demo, keys);
        qualifications.confirmRules(practice, demo);
        addServices(practice, demo, keys);
        demo.holidays().forEach(holiday -> closures.add(practice, closure(holiday), Actor.SYSTEM));
        return keys;
    }

    private static OpenPractice.Place place(DemoPractice.Place place, DemoKeys keys) {
        return new OpenPractice.Place(
                keys.location(place.key()),
                place.name(),
                place.street(),
                place.city(),
                place.region(),
                place.postalCode(),
                place.directions(),
                place.served(),
                place.phones().stream()
                        .map(phone -> new Practice.Phone(phone.label(), phone.number()))
                        .toList());
    }

    private void addRooms(PracticeId practice, DemoPractice demo, DemoKeys keys) {
        for (var place : demo.locations()) {
            for (int i = 0; i < place.rooms().size(); i++) {
                rooms.add(practice, keys.location(place.key()), place.rooms().get(i), i);
            }
        }
    }

    private void addPeople(PracticeId practice, DemoPractice demo, DemoKeys keys) {
        var signIns = new HashMap<String, UUID>();
        for (var staff : demo.staff()) {
            var account = accounts.create(
                    practice,
                    Actor.SYSTEM,
                    new Accounts.NewAccount(staff.email(), staff.name(), staff.password(), staff.totp(), roles(staff)));
            if (staff.practitioner() != null) {
                signIns.put(staff.practitioner(), account.value());
            }
        }
        for (int i = 0; i < demo.practitioners().size(); i++) {
            var person = demo.practitioners().get(i);
            var languages = person.languages();
            var id = practitioners.add(
                    practice,
                    new Practitioners.Joining(
                            person.name(),
                            person.credentials(),
                            Profession.of(person.profession()),
                            languages == null ? List.of("en") : languages,
                            person.about(),
                            person.phone(),
                            signIns.get(person.key()),
                            i),
                    Actor.SYSTEM);
            keys.practitioner(person.key(), id);
            addHours(practice, id, person, keys);
            qualifications.add(practice, id, person, demo, i);
        }
    }

    private static Set<Role> roles(DemoPractice.Staff staff) {
        var roles = EnumSet.of(Role.of(staff.role()));
        if (staff.practitioner() != null) {
            roles.add(Role.PRACTITIONER);
        }
        return roles;
    }

    private void addHours(PracticeId practice, PractitionerId id, DemoPractice.Person person, DemoKeys keys) {
        var location = keys.locations().iterator().next();
        person.hours()
                .forEach((weekday, ranges) -> ranges.forEach(range -> hours.add(
                        practice,
                        new WorkingHours(
                                id,
                                location,
                                DemoPractice.weekday(weekday),
                                opens(range),
                                closes(range),
                                HOURS_SINCE,
                                null))));
    }

    private void addServices(PracticeId practice, DemoPractice demo, DemoKeys keys) {
        for (int i = 0; i < demo.services().size(); i++) {
            var offered = demo.services().get(i);
            var id = services.add(practice, plan(offered, i), Actor.SYSTEM);
            keys.service(offered.key(), id);
            for (var practitioner : offered.practitioners()) {
                keys.locations()
                        .forEach(location ->
                                services.offer(practice, new Offer(id, keys.practitioner(practitioner), location)));
            }
            var windows = offered.windows();
            if (windows != null) {
                windows.forEach((weekday, ranges) -> ranges.forEach(range -> services.addWindow(
                        practice,
                        new ServiceWindow(
                                id, Audience.NEW, DemoPractice.weekday(weekday), opens(range), closes(range)))));
            }
        }
    }

    private static ServicePlan plan(DemoPractice.Offered offered, int position) {
        var parts = offered.segments();
        var grid = offered.gridMinutes();
        return new ServicePlan(
                offered.name(),
                offered.description(),
                parts == null
                        ? List.of(Segment.handsOn(offered.minutes()))
                        : parts.stream()
                                .map(part -> part.practitioner()
                                        ? Segment.handsOn(part.minutes())
                                        : Segment.needlesIn(part.minutes()))
                                .toList(),
                Modality.valueOf(offered.modality().toUpperCase(Locale.ROOT).replace('-', '_')),
                Audience.valueOf(offered.audience().toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(offered.needling()),
                new Money(offered.priceCents(), DOLLAR),
                grid == null ? (offered.minutes() <= 30 ? 15 : 30) : grid,
                NOTICE_MINUTES,
                HORIZON_DAYS,
                CANCELLATION_HOURS,
                position);
    }

    private static Closure closure(DemoPractice.Holiday holiday) {
        var range = holiday.hours();
        return new Closure(
                Uuid7.next(),
                range == null ? Closure.Kind.CLOSED : Closure.Kind.OTHER_HOURS,
                null,
                null,
                holiday.date(),
                holiday.date(),
                range == null ? null : opens(range),
                range == null ? null : closes(range),
                holiday.name());
    }

    private static LocalTime opens(String range) {
        return LocalTime.parse(range.substring(0, range.indexOf('-')));
    }

    private static LocalTime closes(String range) {
        return LocalTime.parse(range.substring(range.indexOf('-') + 1));
    }
}
