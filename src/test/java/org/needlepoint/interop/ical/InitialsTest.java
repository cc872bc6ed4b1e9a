package org.needlepoint.interop.ical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a calendar shows of a name where initials were chosen.
class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "Ana Ruiz, A. R.",
        "Ana María Ruiz, A. R.",
        "'  ana   ruiz ', A. R.",
        "Ángel Ñáñez, Á. Ñ.",
        "Cher, C.",
        "O'Brien Kate, O. K.",
        "李 小龍, 李. 小.",
        "(Bob) Marley, B. M.",
        "'1234', ''"
    })
    void are_the_first_letters_of_the_first_and_the_last_word(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
