package org.needlepoint.anatomy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.LocateCommand;
import org.needlepoint.anatomy.OutlineZones;
import org.needlepoint.anatomy.PainJson;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.atlas.Atlas;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PainLocatorApiTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final String REQUEST = """
            {"id":"any","marks":[{"zone":"neck-posterior","side":"R","intensity":6}],"condition":"tension-type headache","limit":20}""";

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new PainLocatorApi(
                    new PainJson(KNOWLEDGE, new OutlineZones(Atlas.load())), PainLocator.of(KNOWLEDGE)))
            .build();

    @Test
    void answers_the_same_as_the_command() throws Exception {
        var answer = send(REQUEST)
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer + "\n").isEqualTo(command(REQUEST));
    }

    @Test
    void is_kept_by_no_cache() throws Exception {
        send(REQUEST).andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void names_every_field_at_fault() throws Exception {
        send("{\"marks\":[{\"zone\":\"tentacle\",\"side\":\"X\",\"intensity\":11}],\"limit\":0}")
                .andExpect(status().is(422))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.errors[*].field")
                        .value(contains("marks[0].zone", "marks[0].side", "marks[0].intensity", "limit")))
                .andExpect(jsonPath("$.errors[0].message").value("unknown zone \"tentacle\""));
    }

    @Test
    void refuses_a_drawing_without_marks() throws Exception {
        send("{\"marks\":[]}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("marks"));
    }

    @Test
    void refuses_more_marks_than_a_body_has_zones() throws Exception {
        var mark = "{\"zone\":\"temple\",\"side\":\"R\"}";
        send("{\"marks\":[" + (mark + ",").repeat(500) + mark + "]}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("marks"))
                .andExpect(jsonPath("$.errors[0].message").value("at most 500 marks, were 501"));
    }

    @Test
    void refuses_a_body_of_any_size_without_reading_it_all() throws Exception {
        send(" ".repeat(PainLocatorApi.LARGEST_BODY + 1))
                .andExpect(status().is(413))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void says_when_the_body_is_not_json() throws Exception {
        send("nonsense")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        send("").andExpect(status().isBadRequest());
    }

    @Test
    void takes_nothing_but_json_by_post() throws Exception {
        mvc.perform(post("/api/v1/pain-locator")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(REQUEST))
                .andExpect(status().isUnsupportedMediaType());
        mvc.perform(get("/api/v1/pain-locator")).andExpect(status().isMethodNotAllowed());
    }

    private ResultActions send(String body) throws Exception {
        return mvc.perform(post("/api/v1/pain-locator")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String command(String line) {
        var out = new ByteArrayOutputStream();
        LocateCommand.run(
                new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
