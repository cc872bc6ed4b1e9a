import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What processes have cost so far, read from /proc (Linux).
final class Processes {
    private static final double TICKS_PER_SECOND = 100;

    private Processes() {}

    /// CPU seconds, user and system, of some processes together.
    static double cpuSeconds(List<Long> pids) {
        double total = 0;
        for (long pid : pids) {
            try {
                var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                // fields 14 to 17 of the manual page: own time and that of children that have ended
                for (int i = 11; i <= 14; i++) {
                    total += Long.parseLong(fields[i]) / TICKS_PER_SECOND;
                }
            } catch (IOException e) {
                // ended meanwhile
            }
        }
        return total;
    }

    /// Memory in MiB that a process alone keeps in RAM: private pages, shared libraries not counted.
    static double privateMib(long pid) throws IOException {
        long kib = 0;
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            if (line.startsWith("Private_Clean") || line.startsWith("Private_Dirty")) {
                kib += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kib / 1024.0;
    }

    /// Resident memory in MiB.
    static double residentMib(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return 0;
    }

    /// The processes of the PostgreSQL server whose data lies in a folder.
    static List<Long> postgres(Path data) throws IOException {
        var pidFile = data.resolve("postgresql/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var pids = new ArrayList<Long>(List.of(postmaster));
        ProcessHandle.of(postmaster).ifPresent(p -> p.descendants().forEach(d -> pids.add(d.pid())));
        return pids;
    }
}
