import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;

/// What a search for openings costs: over thirty days of which half is booked, and with more and more visits in the past.
final class Searching {
    /// Until the JVM has compiled what it will.
    private static final int WARM_UP = 1_500;
    private static final int SEARCHES = 300;
    private static final int DAYS = 30;
    private static final int AHEAD = 100;
    private static final long[] PAST = {10_000, 1_000_000, 10_000_000};

    private final Application application;
    private final Clinic clinic;
    private final Desk desk;
    private final Visits visits;

    private Searching(Application application, Clinic clinic, Desk desk) {
        this.application = application;
        this.clinic = clinic;
        this.desk = desk;
        this.visits = new Visits(application.data(), clinic);
    }

    /// Books half of the days that will be searched. They lie far ahead, where no other part books.
    static Searching halfBooked(Application application, Clinic clinic, Desk desk) throws IOException, SQLException {
        var searching = new Searching(application, clinic, desk);
        searching.visits.bookHalf(AHEAD, DAYS);
        return searching;
    }

    /// CPU milliseconds of one request, and how long its answer is.
    private record Cost(double java, double database, int kilobytes) {
        double total() {
            return java + database;
        }
    }

    void openings() throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            desk.get(path(true));
        }
        System.out.println("Openings over 30 days, half of them booked, half-hour grid (CPU ms a request, no encoding)");
        print("1 practitioner", cost(true), 3);
        print("20 practitioners", cost(false), 10);
        System.out.println();
    }

    private static void print(String what, Cost cost, int limit) {
        System.out.printf("  %-17s %6.2f   limit %d; application %.2f, database %.2f; %d kB%n",
                what, cost.total(), limit, cost.java(), cost.database(), cost.kilobytes());
    }

    /// @param most how many past visits at most
    void history(long most) throws IOException, InterruptedException, SQLException {
        System.out.println("The same with visits in the past (CPU ms a request: application + database)");
        System.out.printf("  %12s %18s %18s%n", "past visits", "1 practitioner", "20 practitioners");
        long past = 0;
        for (long wanted : PAST) {
            if (wanted <= most) {
                visits.addPast(past, wanted);
                past = wanted;
                System.out.printf("  %,12d %18s %18s%n", past, sum(cost(true)), sum(cost(false)));
            }
        }
        System.out.println();
    }

    private static String sum(Cost cost) {
        return "%.2f + %.2f".formatted(cost.java(), cost.database());
    }

    private Cost cost(boolean one) throws IOException, InterruptedException {
        int length = 0;
        for (int i = 0; i < SEARCHES; i++) {
            length = desk.get(path(one)).length();
        }
        double java = application.javaCpuSeconds();
        double all = application.cpuSeconds();
        for (int i = 0; i < SEARCHES; i++) {
            desk.get(path(one));
        }
        double ofJava = (application.javaCpuSeconds() - java) * 1000 / SEARCHES;
        double ofAll = (application.cpuSeconds() - all) * 1000 / SEARCHES;
        return new Cost(ofJava, ofAll - ofJava, length / 1000);
    }

    private String path(boolean one) {
        var from = LocalDate.now(Desk.CHICAGO).plusDays(AHEAD);
        return "/api/v1/p/" + Clinic.SLUG + "/openings?service=" + clinic.service + "&from=" + from + "&to=" + from.plusDays(DAYS - 1)
                + (one ? "&practitioner=" + Clinic.practitioner(0) : "");
    }
}
