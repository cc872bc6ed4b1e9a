package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.needlepoint.aftercare.AftercareLinks;
import org.needlepoint.aftercare.Plans;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.needling.NeedledVisit;
import org.needlepoint.demo.DemoSignIns;
import org.needlepoint.frontdoor.waiting.OfferLinks;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.RouteTable;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.waiting.WaitingList;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.Axe;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.HtmlChecker;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Pictures;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/// Every page that a person can open, on a telephone and at a desk: axe finds nothing, nothing scrolls sideways, the
/// browser has nothing to say, nothing leaves the machine, and the Nu HTML checker accepts what the server sent. A new
/// page in the [RouteTable] that is not visited here fails the test. [Pictures] says how to see them.
@Tag("browser")
@IntegrationTest
@ActiveProfiles("demo")
class EveryPageIT {
    private static final List<String> PRACTICES =
            List.of("riverside-sports", "lakeview", "harbor-needling", "northside-ims", "capital-pain");
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/p/\\S+?/manage/[A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final String PRACTICE = "/p/lakeview";
    /// Words in a column so narrow that they are broken letter by letter.
    private static final String SQUEEZED = """
            [...document.querySelectorAll('main :not(svg *)')]
                .filter(each => each.childElementCount === 0 && each.textContent.trim().length > 12)
                .filter(each => (each.closest('thead')?.offsetWidth ?? 2) > 1)
                .filter(each => each.clientWidth > 1 && each.clientWidth < 32 && each.clientHeight > 120)
                .map(each => each.textContent.trim()).join('; ')
            """;

    @LocalServerPort
    int port;

    @Autowired
    JobRunner jobs;

    @Autowired
    DemoSignIns signIns;

    @Autowired
    RouteTable routes;

    @Autowired
    Accounts accounts;

    @Autowired
    PracticeDirectory directory;

    @Autowired
    PracticeFixture practices;

    @Autowired
    Practices all;

    @Autowired
    Calendar calendar;

    @Autowired
    NeedledVisit needledVisit;

    @Autowired
    Plans plans;

    @Autowired
    AftercareLinks links;

    @Autowired
    OfferLinks offerLinks;

    @Autowired
    WaitingList waitingList;

    @Autowired
    Outbox outbox;

    @Autowired
    SignedLinks signedLinks;

    private final HtmlChecker html = new HtmlChecker();
    private final Set<String> visited = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Response latest;
    private int width;

    @Test
    void is_accessible_valid_and_keeps_to_its_width() {
        try (var browser = Chromium.open()) {
            var desk = List.<Cookie>of();
            for (int each : List.of(1280, 390)) {
                width = each;
                var visitor = watched(browser.context(width));
                site(visitor);
                var manage = books(visitor);
                manages(visitor, manage);
                joinsTheList(visitor);
                patientSignsIn(watched(browser.context(width)));
                visitor.context().close();
                enrols(watched(browser.context(width)));
                var staff = browser.context(width);
                if (desk.isEmpty()) {
                    var page = watched(staff);
                    signsIn(page);
                    desk = staff.cookies();
                    works(page);
                } else {
                    staff.addCookies(desk);
                    var page = watched(staff);
                    asksToSignIn(watched(browser.context(width)));
                    works(page);
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(visited).as("pages of the route table").containsAll(pages());
        html.assertAllValid();
    }

    private Set<String> pages() {
        return routes.routes().stream()
                .filter(route -> route.method() == Route.Method.GET)
                .filter(route -> !(route.access() instanceof Route.Access.Asset)
                        && !(route.access() instanceof Route.Access.Api))
                .map(Route::pattern)
                .filter(pattern -> !pattern.matches(".*\\.(ics|pdf|json|csv|jpg|js)"))
                .filter(pattern -> !pattern.endsWith("/calendar/changes")) // a stream, not a page
                .filter(pattern -> !pattern.endsWith("/calendar/patients")) // a part of a page
                .filter(pattern -> !pattern.endsWith("/sessions/{id}/choice")) // a part of a page
                .filter(pattern ->
                        !pattern.matches(".*/(alarms|sessions/(muscles|figures|under)|ledger)")) // data for a page
                .filter(pattern -> !pattern.startsWith("/setup/")) // is there before the first practice only
                .collect(Collectors.toSet());
    }

    private void site(Page page) {
        see(page, "/", "practices");
        for (var practice : PRACTICES) {
            see(page, "/p/" + practice, "site-" + practice);
        }
        see(page, PRACTICE + "/dry-needling", "dry-needling");
        see(page, PRACTICE + "/privacy", "privacy");
        see(page, PRACTICE + "/accessibility", "accessibility");
        library(page, "");
        see(page, PRACTICE + "/nowhere", "not-found");
        see(page, "/nowhere", "not-found-root");
        see(page, PRACTICE + "/booked/expired", "link-expired");
        see(page, PRACTICE + "/book/hold", "book-hold");
        see(page, PRACTICE + "/book/details", "book-details-none");
        see(page, PRACTICE + "/book/times", "book-times-none");
        see(page, "/demo", "demo");
        see(page, "/demo/clock", "demo-clock");
        see(page, PRACTICE + "?lang=es", "site-es");
        see(page, PRACTICE + "/dry-needling", "dry-needling-es");
        see(page, PRACTICE + "/pain", "pain-es");
        see(page, PRACTICE + "/book", "book-es");
        page.locator("button[name=service]").first().click();
        looked(page, "times-es");
        page.locator("button[name=opening]").first().click();
        page.locator("main form button[type=submit]").first().click();
        looked(page, "details-errors-es");
        see(page, PRACTICE + "/patient/sign-in", "patient-sign-in-es");
        see(page, PRACTICE + "?lang=en", "site");
    }

    private void library(Page page, String who) {
        see(page, PRACTICE + "/library", "library" + who);
        see(page, PRACTICE + "/library?q=upper+traps", "library-found" + who);
        see(page, PRACTICE + "/library?q=nothing+like+it", "library-none" + who);
        see(page, PRACTICE + "/library/muscles/soleus", "library-muscle" + who);
        see(page, PRACTICE + "/library/muscles/anconeus", "library-muscle-unread" + who);
        see(page, PRACTICE + "/library/conditions/low-back-pain", "library-condition" + who);
    }

    /// The path of the link in the mail.
    private String books(Page page) {
        see(page, PRACTICE + "/pain", "pain");
        page.evaluate("document.querySelectorAll('.np-map__group').forEach(group => group.open = true)");
        page.locator("#mark-lumbar-R").check();
        page.locator("select[name=intensity-lumbar-R]").selectOption("7");
        looked(page, "pain-marked");
        page.locator(".np-map__form button[type=submit]").last().click();
        looked(page, "questions");
        for (var no : page.locator("input[type=radio][value=no]").all()) {
            no.check();
        }
        click(page, "Continue");
        looked(page, "result");
        click(page, "Book with this");
        looked(page, "services");
        page.locator("button[name=service]").first().click();
        looked(page, "times");
        page.locator("button[name=opening]").first().click();
        looked(page, "details");
        click(page, "Book this visit");
        looked(page, "details-errors");
        var email = "page." + width + "@example.org";
        page.locator("#name").fill("Willa Page");
        born(page, "3", "4", "1988");
        page.locator("#email").fill(email);
        click(page, "Book this visit");
        page.waitForURL(Pattern.compile(".*/booked/.*"));
        looked(page, "booked");
        var text = mail(page, email);
        looked(page, "mail");
        var link = LINK.matcher(text);
        assertThat(link.find()).as("a link in the mail").isTrue();
        return link.group(1);
    }

    private void manages(Page page, String path) {
        see(page, path, "manage");
        click(page, "Continue");
        looked(page, "manage-errors");
        born(page, "3", "4", "1988");
        click(page, "Continue");
        looked(page, "manage-open");
        click(page, "Choose another time");
        looked(page, "manage-times");
        stops(page);
    }

    /// The link at the end of a reminder.
    private void stops(Page page) {
        var practice = directory.find("lakeview").orElseThrow();
        var reminder = Message.of(
                Message.Channel.EMAIL,
                "stops." + width + "@example.org",
                Locale.ENGLISH,
                Message.Kind.VISIT_REMINDER,
                Uuid7.next(),
                PRACTICE);
        var id = practices.in(practice, () -> outbox.queue(practice, reminder)).value();
        var token = signedLinks.issue(
                practice, SignedLinks.Purpose.STOP_REMINDERS, id, Instant.parse("2099-01-01T00:00:00Z"));
        see(page, PRACTICE + "/stop/" + token, "stop");
        click(page, "Stop reminders to this address");
        looked(page, "stop-done");
    }

    private void messages(Page page) {
        see(page, PRACTICE + "/patients?q=lena", "patients-lena");
        page.locator("main a[href*='/patients/']").first().click();
        see(page, URI.create(page.url()).getPath() + "/reminders", "patient-reminders");
        see(page, PRACTICE + "/messages", "messages");
        see(page, PRACTICE + "/messages?show=all", "messages-all");
        page.locator("main table a").first().click();
        looked(page, "message");
        see(page, PRACTICE + "/settings/messages", "settings-messages");
        page.locator("#begins").fill("");
        click(page, "Keep these hours");
        looked(page, "settings-messages-errors");
    }

    private void patientSignsIn(Page page) {
        var email = "omar.haddad@example.org";
        see(page, PRACTICE + "/patient/sign-in", "patient-sign-in");
        page.locator("#contact").fill(email);
        page.locator("main button[type=submit]").first().click();
        looked(page, "patient-code");
        var address = page.url();
        var code = CODE.matcher(mail(page, email).replaceAll("\\+?\\d{7,}", ""));
        assertThat(code.find()).as("a code in the mail").isTrue();
        page.navigate(address);
        page.locator("#code").fill(code.group());
        page.locator("main button[type=submit]").first().click();
        looked(page, "patient-person");
        born(page, "10", "5", "1972");
        page.locator("main button[type=submit]").first().click();
        see(page, PRACTICE + "/my", "my");
    }

    private void enrols(Page page) {
        var practice = directory.find("lakeview").orElseThrow();
        var email = "new." + width + "@lakeview.example.org";
        var password = "a long password to begin with";
        practices.in(
                practice,
                () -> accounts.create(
                        practice,
                        Actor.SYSTEM,
                        new Accounts.NewAccount(email, "Nova Field", password, null, Set.of(Role.PRACTITIONER))));
        page.navigate(at(PRACTICE + "/sign-in"));
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("main button[type=submit]").first().click();
        looked(page, "enrolment");
    }

    private DemoSignIns.SignIn owner() {
        return signIns.all().stream()
                .filter(signIn ->
                        signIn.slug().equals("lakeview") && signIn.role().equals("owner"))
                .findFirst()
                .orElseThrow();
    }

    private void asksToSignIn(Page page) {
        see(page, PRACTICE + "/sign-in", "sign-in");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("np-skip");
        assertThat(page.locator(".np-skip").boundingBox().y).isNotNegative();
        page.locator("#email").focus();
        page.keyboard().type(owner().email());
        page.keyboard().press("Tab");
        page.keyboard().type(owner().password());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/sign-in/code.*"));
        looked(page, "sign-in-code");
    }

    /// Without a mouse.
    private void signsIn(Page page) {
        asksToSignIn(page);
        page.locator("#code").focus();
        page.keyboard().type(owner().code());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/today"));
        page.locator(".np-visit__name a, .np-pager a").first().focus();
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .as("the outline of what has the focus")
                .isNotEqualTo("none");
    }

    private void works(Page page) {
        see(page, PRACTICE + "/today", "today");
        see(page, PRACTICE + "/today?date=2026-12-25", "today-empty");
        messages(page);
        see(page, PRACTICE + "/patients", "patients");
        see(page, PRACTICE + "/patients?q=nobody+at+all", "patients-none");
        see(page, PRACTICE + "/patients?q=willa+pa", "patients-found");
        var willa = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Willa Page"))
                .first();
        willa.focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/patients/.+"));
        looked(page, "patient");
        var patient = page.url();
        var visit = page.locator("section[aria-labelledby=visits] li a").last(); // the one that was booked on the site
        visit.focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/appointments/.+"));
        looked(page, "visit");
        var address = page.url();
        see(page, URI.create(address).getPath() + "/slip", "visit-slip");
        page.navigate(address);
        note(page, address);
        prepares(page, address);
        aftercare(page, patient, address.substring(address.lastIndexOf('/') + 1));
        series(page, patient);
        calendar(page, address.substring(address.lastIndexOf('/') + 1));
        waits(page, patient);
        session(page, address);
        see(page, URI.create(patient).getPath() + "/drawings", "patient-drawings");
        page.navigate(patient + "/booking");
        looked(page, "desk");
        page.locator("select[name=service]")
                .selectOption(page.locator("select[name=service] option").last().getAttribute("value"));
        click(page, "Show times");
        looked(page, "desk-times");
        see(page, URI.create(address).getPath() + "/times", "desk-move");
        settings(page);
        see(page, PRACTICE + "/passkeys", "passkeys");
        feeds(page);
        movesIn(page);
        see(page, PRACTICE + "/today?lang=es", "today-es");
        see(page, PRACTICE + "/patients", "patients-es");
        library(page, "-staff-es");
        page.navigate(patient);
        looked(page, "patient-es");
        page.locator("section[aria-labelledby=visits] li a").first().click();
        looked(page, "visit-es");
        see(page, PRACTICE + "/passkeys?lang=en", "passkeys");
        click(page, "Lock this screen now");
        looked(page, "locked");
        page.locator("#password").fill(owner().password());
        page.locator("main button[type=submit]").first().click();
    }

    /// Hours and days that differ; a day with visits is looked at and not saved.
    private void settings(Page page) {
        see(page, PRACTICE + "/settings", "settings");
        see(page, PRACTICE + "/settings/conflicts", "settings-conflicts");
        see(page, PRACTICE + "/settings/publishing", "settings-publishing");
        see(page, PRACTICE + "/settings/exceptions", "settings-exceptions");
        click(page, "Save");
        looked(page, "settings-exceptions-errors");
        page.locator("#first").fill("2026-12-26");
        page.locator("#labelEn").fill("Staff day");
        click(page, "Save");
        looked(page, "settings-exceptions-saved");
        page.locator("a[href*='/settings/exceptions/']").first().click();
        looked(page, "settings-exception");
        see(page, PRACTICE + "/settings/hours", "settings-hours");
        page.locator("section[aria-labelledby=people] li a").first().click();
        looked(page, "settings-week");
        page.locator("#from").fill("2026-01-01");
        click(page, "Save");
        looked(page, "settings-week-errors");
        see(page, PRACTICE + "/settings/hours", "settings-hours");
        page.locator("section[aria-labelledby=places] li a").first().click();
        looked(page, "settings-week-place");
        see(page, PRACTICE + "/settings/services", "settings-services");
        page.locator("main li a").first().click();
        looked(page, "settings-service");
        see(page, PRACTICE + "/settings/service", "settings-service-new");
        click(page, "Save");
        looked(page, "settings-service-errors");
        see(page, PRACTICE + "/settings/rooms", "settings-rooms");
        see(page, PRACTICE + "/settings/credentials", "settings-credentials");
        see(page, PRACTICE + "/settings/needling", "settings-needling");
        page.locator("a[href*='/needling/practitioners/']").first().click();
        looked(page, "settings-needling-person");
        see(page, PRACTICE + "/settings/needling/rules/US-NY/physical-therapist", "settings-needling-rule");
        click(page, "Confirm a rule");
        looked(page, "settings-needling-rule-errors");
        see(page, PRACTICE + "/settings/time-off", "settings-time-off");
        page.locator("#first").fill("2027-03-" + (width > 1000 ? "01" : "08"));
        click(page, "Ask");
        looked(page, "settings-time-off-asked");
        closesATakenDay(page);
    }

    /// A day with visits: they are looked at, and kept on the list.
    private void closesATakenDay(Page page) {
        see(page, PRACTICE + "/settings/exceptions", "settings-exceptions");
        page.locator("#first").fill(width > 1000 ? "2026-12-03" : "2026-12-04");
        page.locator("#labelEn").fill("Snow day");
        click(page, "Save");
        looked(page, "settings-review");
        var call = page.locator("main input[type=radio][value=call]");
        if (call.count() > 0) {
            call.all().forEach(Locator::check);
            click(page, "Save and do this");
            looked(page, "settings-conflicts-listed");
        }
        see(page, PRACTICE + "/settings/exceptions", "settings-exceptions");
        page.locator("tr", new Page.LocatorOptions().setHasText("Snow day"))
                .locator("button")
                .first()
                .click();
    }

    /// The front desk's calendar and what is done from it.
    private void calendar(Page page, String visit) {
        see(page, PRACTICE + "/calendar", "calendar");
        see(page, PRACTICE + "/calendar?view=week", "calendar-week");
        see(page, PRACTICE + "/calendar?by=room", "calendar-rooms");
        see(page, PRACTICE + "/calendar/visits/" + visit, "calendar-visit");
        see(page, PRACTICE + "/calendar/new", "calendar-new");
        see(page, PRACTICE + "/calendar/new?q=willa", "calendar-new-found");
        see(page, PRACTICE + "/calendar/walk-in", "calendar-walk-in");
        see(page, PRACTICE + "/calendar/blocks/new", "calendar-block");
        see(page, PRACTICE + "/calendar/late", "calendar-late");
    }

    /// A calendar feed, made and revoked.
    private void feeds(Page page) {
        see(page, PRACTICE + "/feeds", "feeds");
        click(page, "Make the feed");
        looked(page, "feeds-errors");
        page.locator("#label").fill("My phone");
        click(page, "Make the feed");
        looked(page, "feed-made");
        see(page, PRACTICE + "/feeds", "feeds-one");
        page.locator("form[action$=revocation] button").first().click();
        looked(page, "feeds-revoked");
    }

    /// A list of visits, tried but not imported.
    private void movesIn(Page page) {
        see(page, PRACTICE + "/settings/import", "import");
        page.locator("main form button[type=submit]").first().click();
        looked(page, "import-errors");
        page.locator("#list").fill("Name,Birth date,Phone,Date,Time,Service\nAna,1988-03-04,,2027-01-04,9,Visit\n");
        page.locator("main form button[type=submit]").first().click();
        looked(page, "import-report");
    }

    /// What follows a visit with needles, for staff and for the patient at home.
    private void aftercare(Page page, String patient, String visit) {
        var id = directory.find("lakeview").orElseThrow();
        var plan = practices.in(id, () -> plans.ofVisit(id, UUID.fromString(visit)));
        if (plan.isEmpty()) {
            var booked = practices.in(id, () -> calendar.find(id, new AppointmentId(UUID.fromString(visit))));
            needledVisit.closed(id, booked.orElseThrow(), "trapezius-upper", "quadratus-lumborum");
        }
        for (int tries = 0; tries < 100 && plan.isEmpty(); tries++) {
            LockSupport.parkNanos(50_000_000L);
            plan = practices.in(id, () -> plans.ofVisit(id, UUID.fromString(visit)));
        }
        var followed = plan.orElseThrow();
        var link = practices.in(id, () -> links.path(all.find(id).orElseThrow(), followed));
        var home = page.context().browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 844));
        var phone = watched(home);
        see(phone, link, "after-gate");
        born(phone, "3", "4", "1988");
        phone.locator("main form button[type=submit]").first().click();
        looked(phone, "after");
        see(phone, link + "/check", "after-check");
        phone.locator("main form button[type=submit]").first().click();
        looked(phone, "after-check-errors");
        for (var no : phone.locator("input[type=radio][value=no]").all()) {
            no.check();
        }
        phone.locator("main form button[type=submit]").first().click();
        looked(phone, "after-expected");
        see(phone, link + "/check", "after-check");
        for (var yes : phone.locator("input[type=radio][value=yes]").all()) {
            yes.check();
        }
        phone.locator("input[name=now][value='7']").check();
        phone.locator("main form button[type=submit]").first().click();
        looked(phone, "after-danger");
        see(phone, PRACTICE + "/after/unknown", "after-unknown");
        home.close();
        see(page, PRACTICE + "/appointments/" + visit + "/aftercare", "aftercare");
        see(page, PRACTICE + "/aftercare-protocol", "aftercare-protocol");
        see(page, PRACTICE + "/concerns", "concerns");
        see(page, PRACTICE + "/today", "today-concern");
        page.navigate(patient + "/outcomes");
        looked(page, "outcomes");
    }

    /// Screening and consent for staff, then for the patient on the tablet that was handed over and came back locked.
    private void prepares(Page page, String visit) {
        see(page, PRACTICE + "/content", "content");
        see(page, PRACTICE + "/content/consent", "content-set");
        see(page, PRACTICE + "/overrides", "overrides");
        page.navigate(visit + "/consent");
        looked(page, "staff-consent");
        page.navigate(visit + "/injection-consent");
        looked(page, "staff-injection-consent");
        page.navigate(visit + "/comfort");
        looked(page, "staff-comfort");
        page.navigate(visit + "/screening");
        looked(page, "screening");
        click(page, "Hand the tablet to the patient");
        looked(page, "prepare");
        var prepare = page.url();
        page.navigate(prepare + "/questions");
        looked(page, "prepare-questions");
        page.navigate(prepare + "/questions/surgery");
        page.locator("input[name=yes]").nth(2).check();
        looked(page, "prepare-where");
        click(page, "Continue with what I marked");
        page.navigate(prepare + "/lessons");
        looked(page, "prepare-lessons");
        click(page, "Send my answers");
        looked(page, "prepare-lessons-errors");
        page.navigate(prepare + "/consent");
        looked(page, "prepare-consent");
        page.locator("input[value=chosen]").check();
        page.locator("input[name=area][value=neck]").check();
        click(page, "Continue");
        looked(page, "prepare-signature");
        page.locator("#name").fill("Willa Page");
        click(page, "Sign");
        looked(page, "prepare-saved");
        page.navigate(prepare + "/injection-consent");
        looked(page, "prepare-injection-consent");
        page.navigate(prepare + "/photos");
        looked(page, "prepare-photos");
        page.navigate(prepare + "/comfort");
        looked(page, "prepare-comfort");
        page.navigate(prepare);
        click(page, "Give the tablet back");
        page.locator("#password").fill(owner().password());
        page.locator("main button[type=submit]").first().click();
        looked(page, "screening-answered");
        page.navigate(visit + "/consent");
        looked(page, "staff-consent-given");
        page.navigate(visit + "/paper-consent/needling");
        looked(page, "paper-consent");
        page.locator("input[name=area][value=neck]").check();
        page.locator("#name").fill("Willa Page");
        page.locator("#on").fill("2026-11-01");
        click(page, "Enter this consent");
        looked(page, "staff-consent-on-paper");
        page.locator("a[href$='/scans']").first().evaluate("link => link.closest('details').open = true");
        page.locator("a[href$='/scans']").first().click();
        looked(page, "consent-scans");
        page.navigate(prepare);
        looked(page, "prepare-door");
    }

    /// A session that is closed, its maps, and what is said to whoever would begin, count or search again.
    private void session(Page page, String visit) {
        page.navigate(visit + "/session");
        looked(page, "session-start");
        page.navigate(visit);
        looked(page, "visit-needled");
        page.locator("a[href*='/sessions/']").first().click();
        looked(page, "session-closed");
        var session = page.url();
        page.navigate(visit + "/map?view=back&x=425&y=430");
        looked(page, "practitioner-map");
        page.navigate(visit + "/examination?part=shoulder");
        looked(page, "examination");
        page.navigate(visit + "/examination?part=nerves&moment=after");
        looked(page, "examination-nerves");
        page.navigate(visit + "/points/infraspinatus/R?fresh=true");
        page.locator("main form button[type=submit]").last().click();
        looked(page, "trigger-points-errors");
        page.navigate(session + "/map?site=rhomboid-major&side=R");
        looked(page, "session-map");
        page.navigate(session + "/closure");
        looked(page, "session-closure");
        page.navigate(session + "/retained");
        looked(page, "session-retained");
        page.navigate(visit + "/room");
        looked(page, "room");
        page.navigate(visit + "/referral");
        looked(page, "referral");
        page.navigate(visit + "/unwell");
        looked(page, "unwell");
        see(page, PRACTICE + "/sessions/offline", "session-offline");
        see(page, PRACTICE + "/training", "training");
        see(page, PRACTICE + "/training/to-sign-off", "training-to-sign-off");
    }

    private void waits(Page page, String patient) {
        var practice = directory.find("lakeview").orElseThrow();
        page.navigate(patient + "/waiting");
        looked(page, "waiting-patient");
        page.locator("#earliest").fill("21:00");
        click(page, "Put on the waiting list");
        looked(page, "waiting-patient-errors");
        page.locator("#earliest").fill("07:00");
        click(page, "Put on the waiting list");
        looked(page, "waiting-list");
        jobs.runDue();
        see(page, PRACTICE + "/waiting", "waiting-list-asked");
        var offer = practices.in(practice, () -> waitingList.waiting(practice)).stream()
                .flatMap(line -> Stream.ofNullable(line.offer()))
                .findFirst()
                .orElseThrow();
        see(page, PRACTICE + "/offers/" + offerLinks.link(practice, offer), "waiting-offer");
        click(page, "Take this time");
        looked(page, "waiting-offer-errors");
    }

    private void joinsTheList(Page page) {
        see(page, PRACTICE + "/book/waiting", "waiting-join");
        click(page, "Join the waiting list");
        looked(page, "waiting-join-errors");
        page.locator("#name").fill("Willa Page");
        born(page, "3", "4", "1988");
        page.locator("#email").fill("willa.waits@example.org");
        click(page, "Join the waiting list");
        looked(page, "waiting-joined");
    }

    private void series(Page page, String patient) {
        page.navigate(patient + "/series");
        looked(page, "series-form");
        click(page, "Propose visits");
        looked(page, "series-form-errors");
        page.locator(width > 600 ? "input[value=TUESDAY]" : "input[value=THURSDAY]")
                .check();
        click(page, "Propose visits");
        looked(page, "series-proposal");
        click(page, "Book the chosen visits");
        page.waitForURL(Pattern.compile(".*/series/.+"));
        looked(page, "series");
    }

    /// Of a visit that lies ahead: written, and not yet to be signed.
    private void note(Page page, String visit) {
        page.navigate(visit + "/note");
        looked(page, "note");
        for (var part : List.of("care", "injections", "medication", "sheet", "transcription")) {
            page.navigate(visit + "/" + part);
            looked(page, part);
        }
        see(page, PRACTICE + "/notes", "notes");
        see(page, PRACTICE + "/day-end", "day-end");
        page.navigate(visit);
    }

    private String mail(Page page, String recipient) {
        var row = page.locator("tr", new Page.LocatorOptions().setHasText(recipient));
        for (int tries = 0; tries < 100 && row.count() == 0; tries++) {
            jobs.runDue();
            LockSupport.parkNanos(50_000_000L);
            page.navigate(at("/demo/mailbox"));
        }
        looked(page, "mailbox");
        row.first().locator("a").first().click();
        return page.locator("main").innerText();
    }

    private Page watched(BrowserContext context) {
        context.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port + "/")
                    && !request.url().startsWith("data:")) {
                complaints.add("leaves the machine: " + request.url());
            }
        });
        var page = context.newPage();
        page.onResponse(response -> {
            if (!response.request().isNavigationRequest()) {
                return;
            }
            if ("GET".equals(response.request().method())
                    && routes.find("GET", URI.create(response.url()).getRawPath())
                            instanceof RouteTable.Answer.Listed(var route)) {
                visited.add(route.pattern());
            }
            if (response.status() < 300 || response.status() >= 400) {
                latest = response;
            }
        });
        page.onConsoleMessage(message -> {
            // the browser notes every answer of 400 and above, which some of these pages are
            if (!message.type().equals("verbose")
                    && !message.text().startsWith("Failed to load resource: the server responded with a status of 4")) {
                complaints.add(message.type() + " " + message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void born(Page page, String month, String day, String year) {
        page.locator("input[name=birthDate-month]").fill(month);
        page.locator("input[name=birthDate-day]").fill(day);
        page.locator("input[name=birthDate-year]").fill(year);
    }

    private void see(Page page, String path, String name) {
        page.navigate(at(path));
        looked(page, name);
    }

    private void looked(Page page, String name) {
        page.waitForLoadState();
        var sent = latest;
        if (sent != null) {
            html.collect(name + "-" + width, sent.text());
            latest = null;
        }
        Pictures.keep(page, width + "-" + name);
        var wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
            complaints.add(name + " is " + wide + " pixels wide on " + width);
        }
        var squeezed = (String) page.evaluate(SQUEEZED);
        if (!squeezed.isEmpty()) {
            complaints.add(name + " at " + width + " squeezes: " + squeezed);
        }
        Axe.violations(page)
                .forEach(violation -> complaints.add(name + " at " + width + ": " + violation.getId() + " "
                        + violation.getNodes().stream()
                                .map(node -> node.getHtml())
                                .toList()));
    }
}
