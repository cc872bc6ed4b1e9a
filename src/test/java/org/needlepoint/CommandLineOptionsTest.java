package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineOptionsTest {
    @Test
    void stand_for_the_settings_of_the_application() {
        assertThat(Options.read(List.of("--port", "9000", "--data", "/tmp/x", "--limits", "off")))
                .isEqualTo(new Options.Reading.Understood(new Options(
                        Map.of("server.port", "9000", "needlepoint.data", "/tmp/x", "needlepoint.limits", "off"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --prot 9000        | unknown option '--prot'
            --port             | --port needs a value
            --port eighty      | --port takes a port number, 0 to 65535, not 'eighty'
            --port 70000       | --port takes a port number, 0 to 65535, not '70000'
            --limits none      | --limits takes on or off, not 'none'
            --tls-cert a.pem   | --tls-cert and --tls-key go together
            """)
    void are_refused_by_name_when_they_cannot_be_understood(String line, String message) {
        assertThat(Options.read(List.of(line.split(" ")))).isEqualTo(new Options.Reading.Wrong(message));
    }

    @Test
    void that_are_wrong_end_the_command_with_status_2() {
        assertThat(Commands.run("demo", "--nonsense")).isEqualTo(2);
        assertThat(Commands.run("frobnicate")).isEqualTo(2);
    }
}
