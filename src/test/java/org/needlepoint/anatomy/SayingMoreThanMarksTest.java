package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.anatomy.PainReading.Drawing;
import org.needlepoint.anatomy.PainReading.FieldError;
import org.needlepoint.anatomy.PainReading.Refused;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.shared.Laterality;

/// What a drawing may say besides its marks, as JSON.
class SayingMoreThanMarksTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final PainJson JSON = new PainJson(KNOWLEDGE, new OutlineZones(Atlas.load()));
    private static final PainLocator LOCATOR = PainLocator.of(KNOWLEDGE);
    private static final String CALF = "[[380,1360],[480,1360],[480,1600],[380,1600]]";

    @Test
    void a_freehand_shape_stands_for_the_zones_under_it() {
        var drawing =
                read("{'outlines':[{'view':'back','points':%s,'intensity':8,'quality':'cramping','spreads':true}]}"
                        .formatted(CALF));

        assertThat(drawing.request().marks()).anySatisfy(mark -> {
            assertThat(mark.zone()).isEqualTo("calf");
            assertThat(mark.side()).isEqualTo(Laterality.R);
            assertThat(mark.intensity()).isEqualTo(8);
            assertThat(mark.quality()).isEqualTo(Quality.CRAMPING);
            assertThat(mark.spreads()).isTrue();
        });
    }

    @Test
    void shapes_and_marks_may_come_together() {
        var drawing = read(
                "{'marks':[{'zone':'temple','side':'L'}],'outlines':[{'view':'back','points':%s}]}".formatted(CALF));

        assertThat(drawing.request().marks())
                .extracting(PainRequest.Mark::zone)
                .startsWith("temple")
                .contains("calf");
    }

    @Test
    void what_moves_it_how_long_and_what_a_hand_found_is_read() {
        var request =
                read("{'marks':[{'zone':'temple','side':'R','quality':'burning'}],'movements':['chew'],'days':100,"
                                + "'occupation':'office worker','sport':'running',"
                                + "'examined':[{'muscle':'temporalis','side':'R','sign':'taut-band','found':true}]}")
                        .request();

        assertThat(request.about().movements()).containsExactly("chew");
        assertThat(request.about().days()).isEqualTo(100);
        assertThat(request.about().pursuits()).containsExactly("office worker", "running");
        assertThat(request.examined())
                .containsExactly(new PainRequest.Examined("temporalis", Laterality.R, Sign.TAUT_BAND, true));
        assertThat(request.marks().getFirst().quality()).isEqualTo(Quality.BURNING);
    }

    @Test
    void the_answer_says_more_only_when_asked() {
        assertThat(answer("{'marks':[{'zone':'temple','side':'R'}]}")).doesNotContain("examineNext", "against");
        assertThat(answer("{'marks':[{'zone':'temple','side':'R','quality':'tingling'}],'detail':true}"))
                .contains("\"examineNext\":[{\"muscle\":", "\"around\":", "\"against\":", "\"nerveRoots\":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'outlines':[{'view':'inside','points':[[1,1],[2,2],[3,1]]}]              | outlines[0].view
            'outlines':[{'view':'back','points':[[1,1],[5,1],[5,5]]}]                | outlines[0].points
            'outlines':[{'view':'back','points':[[1,1],[2,2]]}]                      | outlines[0].points
            'outlines':[{'view':'back','points':[[1,1],[2,NaN],[3,3]]}]              | outlines[0].points[1]
            'outlines':[{'view':'back','points':'all'}]                              | outlines[0].points
            'outlines':'scribble'                                                    | outlines
            'marks':[{'zone':'temple','side':'R','quality':'spicy'}]                 | marks[0].quality
            'marks':[{'zone':'temple','side':'R','spreads':'yes'}]                   | marks[0].spreads
            'marks':[{'zone':'temple','side':'R'}],'movements':['fly']               | movements[0]
            'marks':[{'zone':'temple','side':'R'}],'days':-1                         | days
            'marks':[{'zone':'temple','side':'R'}],'occupation':7                    | occupation
            'marks':[{'zone':'temple','side':'R'}],'detail':'yes'                    | detail
            'marks':[{'zone':'temple','side':'R'}],'examined':[{'muscle':'tail','side':'R','sign':'twitch','found':true}]  | examined[0].muscle
            'marks':[{'zone':'temple','side':'R'}],'examined':[{'muscle':'soleus','side':'R','sign':'smell','found':true}] | examined[0].sign
            'marks':[{'zone':'temple','side':'R'}],'examined':[{'muscle':'soleus','side':'R','sign':'twitch'}]             | examined[0].found
            'marks':[]                                                               | marks
            """)
    void what_cannot_be_is_refused_by_the_name_of_its_field(String fields, String field) {
        var reading = JSON.read(bytes("{" + fields + "}"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    @Test
    void more_shapes_than_anybody_paints_are_refused() {
        var shapes =
                String.join(",", java.util.Collections.nCopies(10_000, "{'view':'back','points':%s}".formatted(CALF)));

        assertThat(JSON.read(bytes("{'outlines':[" + shapes + "]}")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .isEqualTo(List.of("outlines")));
    }

    private static Drawing read(String json) {
        return (Drawing) JSON.read(bytes(json));
    }

    private static String answer(String json) {
        var drawing = read(json);
        return new String(JSON.write(drawing, LOCATOR.locate(drawing.request())), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
