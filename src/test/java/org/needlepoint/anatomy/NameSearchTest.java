package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSearchTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final NameSearch<Muscle> MUSCLES = new NameSearch<>(KNOWLEDGE.muscles(), Muscle::names);
    private static final NameSearch<Ailment> AILMENTS = new NameSearch<>(KNOWLEDGE.ailments(), Ailment::names);

    @ParameterizedTest
    @CsvSource({
        "upper traps,trapezius-upper",
        "QL,quadratus-lumborum",
        "Musculus soleus,soleus",
        "soleo,soleus",
        "SÓLEO,soleus",
        "lumborum quad,quadratus-lumborum",
        "flexor carpi-radialis,flexor-carpi-radialis"
    })
    void finds_a_muscle_first_by_everyday_latin_and_spanish_names(String typed, String id) {
        assertThat(MUSCLES.find(typed, 5)).first().extracting(Muscle::id).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "tennis elbow,tennis-elbow",
        "lateral epicondylitis,tennis-elbow",
        "codo de tenista,tennis-elbow",
        "plantar fasciitis,plantar-heel-pain",
        "ITB,it-band-syndrome",
        "TMJ,jaw-pain",
        "lumbago,low-back-pain",
        "hombro congelado,frozen-shoulder",
        "carpal,carpal-tunnel-syndrome"
    })
    void finds_a_condition_first_by_lay_and_clinical_names(String typed, String id) {
        assertThat(AILMENTS.find(typed, 5)).first().extracting(Ailment::id).isEqualTo(id);
    }

    @Test
    void finds_nothing_for_nothing() {
        assertThat(MUSCLES.find("  ", 5)).isEmpty();
        assertThat(MUSCLES.find("…!", 5)).isEmpty();
        assertThat(MUSCLES.find("xylophone", 5)).isEmpty();
    }

    @Test
    void keeps_to_the_limit_and_puts_the_whole_name_before_names_that_begin_so() {
        var search = new NameSearch<>(List.of("long head", "head", "headache", "head of all"), List::of);

        assertThat(search.find("head", 3)).containsExactly("head", "headache", "head of all");
    }
}
