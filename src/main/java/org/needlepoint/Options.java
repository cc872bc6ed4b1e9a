package org.needlepoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The options of a command line as the settings that they stand for.
record Options(Map<String, String> settings) {
    private static final Map<String, String> NAMES = Map.of(
            "--port", "server.port",
            "--management-port", "management.server.port",
            "--data", "needlepoint.data",
            "--limits", "needlepoint.limits",
            "--tls-cert", "server.ssl.certificate",
            "--tls-key", "server.ssl.certificate-private-key");

    /// What a command line turned out to be.
    sealed interface Reading {
        /// Understood.
        record Understood(Options options) implements Reading {}

        /// Not understood; the message names the option and says what it takes.
        record Wrong(String message) implements Reading {}
    }

    static Reading read(List<String> arguments) {
        var settings = new LinkedHashMap<String, String>();
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            var name = rest.removeFirst();
            var setting = NAMES.get(name);
            if (setting == null) {
                return new Reading.Wrong("unknown option '%s'".formatted(name));
            }
            if (rest.isEmpty()) {
                return new Reading.Wrong("%s needs a value".formatted(name));
            }
            var value = rest.removeFirst();
            if (name.endsWith("port") && !isPort(value)) {
                return new Reading.Wrong("%s takes a port number, 0 to 65535, not '%s'".formatted(name, value));
            }
            if (name.equals("--limits") && !value.equals("off") && !value.equals("on")) {
                return new Reading.Wrong("--limits takes on or off, not '%s'".formatted(value));
            }
            settings.put(setting, value);
        }
        if (settings.containsKey("server.ssl.certificate")
                != settings.containsKey("server.ssl.certificate-private-key")) {
            return new Reading.Wrong("--tls-cert and --tls-key go together");
        }
        return new Reading.Understood(new Options(settings));
    }

    private static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535;
    }

    /// The settings as Spring takes them on its command line, which outranks every file.
    String[] arguments() {
        return settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    int port(String setting, int otherwise) {
        return Integer.parseInt(settings.getOrDefault(setting, Integer.toString(otherwise)));
    }
}
