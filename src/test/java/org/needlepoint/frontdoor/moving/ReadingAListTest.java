package org.needlepoint.frontdoor.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of visits as other programs write them.
class ReadingAListTest {
    private static final String HEADERS =
            "Patient Name,DOB,Mobile,E-Mail,Appointment Date,Time,Appointment Type,Color\n";

    private static VisitList list(String text) {
        assertThat(VisitList.read(text)).isInstanceOf(VisitList.Reading.Read.class);
        return ((VisitList.Reading.Read) VisitList.read(text)).list();
    }

    @Test
    void finds_the_columns_by_the_words_above_them_and_says_which_it_leaves_out() {
        var list = list(HEADERS + "Ana Ruiz,1988-03-04,,ana@example.org,2026-12-07,9:00,Visit,blue\n");
        assertThat(list.rows().getFirst().in(Column.NAME)).isEqualTo("Ana Ruiz");
        assertThat(list.rows().getFirst().in(Column.SERVICE)).isEqualTo("Visit");
        assertThat(list.rows().getFirst().in(Column.PHONE)).isEmpty();
        assertThat(list.ignored()).containsExactly("Color");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void reads_any_usual_separator_quotes_line_breaks_in_cells_and_a_byte_order_mark(String separator) {
        var text = "\uFEFF" + String.join(separator, "Nombre", "Fecha de nacimiento", "Teléfono", "Inicio", "Servicio")
                + "\r\n" + String.join(separator, "\"Ruiz, \"\"Ana\"\"\nMaría\"", "x", "x", "x", "x") + "\r\n\r\n"
                + String.join(separator, "Leo", "y", "y", "y", "y");
        assertThat(list(text).rows())
                .extracting(VisitList.Row::line, row -> row.in(Column.NAME))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "Ruiz, \"Ana\"\nMaría"),
                        org.assertj.core.groups.Tuple.tuple(5, "Leo"));
    }

    @ParameterizedTest
    @CsvSource({
        "Name,                   Ana Ruiz,                                  Ana Ruiz",
        "Nombre|Apellidos,       Ana|Ruiz Soto,                             Ana Ruiz Soto",
        "Name|Last name,         Ana|Ruiz,                                  Ana Ruiz",
        "Last name|Name,         Ruiz|Ana,                                  Ana Ruiz",
        "Name|Last name,         Ana Ruíz|Ruiz,                             Ana Ruíz",
        "Name|Last name,         'Ruiz, Ana|Ruiz',                          'Ruiz, Ana'",
        "Name|Last name,         Anaruiz|Ruiz,                              Anaruiz Ruiz",
        "Name|Last name,         Ana|,                                      Ana",
        "Name|Last name,         |Ruiz,                                     Ruiz",
        "First name|Last name,   Ana|Ruiz,                                  Ana Ruiz",
        "Client|First name|Last name, Ana María Ruiz Soto|Ana|Ruiz,         Ana María Ruiz Soto"
    })
    void puts_a_name_together_from_the_columns_that_hold_its_parts(String headers, String cells, String name) {
        var row = list(headers.replace('|', ';') + ";DOB;Phone;Start;Service\n" + cells.replace('|', ';'))
                .rows()
                .getFirst();
        assertThat(row.name()).isEqualTo(name);
    }

    @Test
    void takes_short_rows_and_quotes_that_never_close() {
        assertThat(list(HEADERS + "Ana Ruiz\n").rows().getFirst().in(Column.TIME))
                .isEmpty();
        assertThat(list(HEADERS + "\"Ana Ruiz,1988\n3,4\n").rows()).hasSize(1);
    }

    @Test
    void refuses_what_is_no_list_is_too_long_or_lacks_a_column() {
        for (var nothing : List.of("", " \n\n", "Ana", HEADERS, "\"")) {
            assertThat(VisitList.read(nothing)).isInstanceOf(VisitList.Reading.Empty.class);
        }
        var long1001 = IntStream.rangeClosed(0, VisitList.MOST_ROWS)
                .mapToObj(i -> "x" + i)
                .collect(Collectors.joining("\n"));
        assertThat(VisitList.read(HEADERS + long1001)).isEqualTo(new VisitList.Reading.TooLong(1001));
        assertThat(VisitList.read("Name,Phone,Date\nAna,1,2\n"))
                .isEqualTo(new VisitList.Reading.ColumnsMissing(List.of(Column.BIRTH_DATE, Column.SERVICE)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-07, US, 2026-12-07",
        "2026/12/7, US, 2026-12-07",
        "12/7/2026, US, 2026-12-07",
        "12/7/2026, ES, 2026-07-12",
        "7.12.2026, DE, 2026-12-07",
        "13/1/2026, US, ",
        "2026-02-30, US, ",
        "tomorrow, US, ",
        "'', US, "
    })
    void reads_dates_in_the_countrys_order(String text, String country, LocalDate date) {
        assertThat(WrittenTimes.date(text, country).orElse(null)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "9:00, 09:00",
        "14:30, 14:30",
        "14:30:00, 14:30",
        "2:30 PM, 14:30",
        "2 pm, 14:00",
        "12:00 a.m., 00:00",
        "12:15 p. m., 12:15",
        "19.30, 19:30",
        "9, ",
        "25:00, ",
        "9:75, ",
        "13:00 pm, ",
        "noon, "
    })
    void reads_times_of_both_kinds_of_clock(String text, LocalTime time) {
        assertThat(WrittenTimes.time(text).orElse(null)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-07T09:00, 2026-12-07T09:00",
        "2026-12-07 09:00:00, 2026-12-07T09:00",
        "12/7/2026 9:00 AM, 2026-12-07T09:00",
        "'12/7/2026, 9:00 AM', 2026-12-07T09:00",
        "2026-12-07, "
    })
    void reads_both_in_one_cell(String text, LocalDateTime both) {
        assertThat(WrittenTimes.both(text, "US").orElse(null)).isEqualTo(both);
    }

    @Test
    void writes_cells_that_no_spreadsheet_takes_for_a_formula() {
        assertThat(Csv.write(List.of(List.of("=1+1", "a,b", "say \"x\"", "+1 202 555 0143", "-", ""))))
                .isEqualTo("'=1+1,\"a,b\",\"say \"\"x\"\"\",+1 202 555 0143,'-,\r\n");
    }
}
