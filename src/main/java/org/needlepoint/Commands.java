package org.needlepoint;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.needlepoint.anatomy.LocateCommand;
import org.needlepoint.database.StartRefused;
import org.needlepoint.keys.KeyRing;
import org.springframework.boot.SpringApplication;

/// Runs one command. Only `demo` and `serve` start Spring and a database.
final class Commands {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    /// The command goes on after `main` returns: the server runs.
    static final int RUNS_ON = -1;

    private static final int PORT = 8080;
    private static final int MANAGEMENT_PORT = 8081;

    private Commands() {}

    static int run(String... args) {
        var command = args.length == 0 ? "" : args[0];
        var rest = args.length == 0 ? List.<String>of() : Arrays.asList(args).subList(1, args.length);
        try {
            return switch (command) {
                case "locate" -> LocateCommand.run(System.in, System.out, System.err);
                case "demo", "serve", "train", "rotate-keys", "verify-audit" -> withOptions(command, rest);
                default -> wrong("unknown command '%s'".formatted(command));
            };
        } catch (StartRefused e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static int withOptions(String command, List<String> arguments) {
        return switch (Options.read(arguments)) {
            case Options.Reading.Wrong(var message) -> wrong(message);
            case Options.Reading.Understood(var options) ->
                switch (command) {
                    case "rotate-keys" -> rotateKeys(options);
                    case "verify-audit" -> AuditCommand.run(options, out());
                    case "train" -> Training.run(options);
                    default -> start(command, options);
                };
        };
    }

    private static int rotateKeys(Options options) {
        var data = options.settings()
                .getOrDefault("needlepoint.data", System.getenv().getOrDefault("NEEDLEPOINT_DATA", "data"));
        var named = System.getenv("NEEDLEPOINT_KEYS");
        var ring = named == null ? Path.of(data, "keyring.json") : Path.of(named);
        if (!Files.exists(ring)) {
            return failed("there is no key ring at %s: name the data folder with --data.".formatted(ring));
        }
        var id = KeyRing.rotate(ring, Clock.systemUTC());
        out().println("New key " + id
                + "; it signs from the next start on. Keep a copy of the key ring apart from the database.");
        return DONE;
    }

    private static int start(String command, Options options) {
        var taken =
                firstTaken(options.port("server.port", PORT), options.port("management.server.port", MANAGEMENT_PORT));
        if (taken != 0) {
            return failed("port %d is taken: stop what uses it, or choose another with %s."
                    .formatted(taken, taken == options.port("server.port", PORT) ? "--port" : "--management-port"));
        }
        try {
            application(command).run(options.arguments());
            return RUNS_ON;
        } catch (RuntimeException e) {
            return FAILED;
        }
    }

    /// The application, ready to run in a mode.
    static SpringApplication application(String mode) {
        var application = new SpringApplication(Needlepoint.class);
        application.setAdditionalProfiles(mode);
        application.setLogStartupInfo(false);
        return application;
    }

    private static int firstTaken(int... ports) {
        for (int port : ports) {
            if (port != 0 && !isFree(port)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int failed(String message) {
        System.err.println("needlepoint: " + message);
        return FAILED;
    }

    private static int wrong(String message) {
        System.err.println("needlepoint: " + message + "; see ./needlepoint --help");
        return USAGE;
    }

    private static PrintStream out() {
        return System.out;
    }
}
