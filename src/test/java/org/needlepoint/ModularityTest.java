package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The arrows between the modules.
class ModularityTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Needlepoint.class);
    private static final Path DIAGRAM = Path.of("docs/reference/modules.puml");

    @Test
    void each_module_imports_only_what_it_declares_and_the_arrows_form_no_cycle() {
        MODULES.verify();
    }

    @Test
    void the_diagram_in_the_docs_is_the_one_that_the_code_draws() throws IOException {
        var drawn = Path.of("target/spring-modulith-docs");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(drawn.toString()))
                .writeModulesAsPlantUml();
        var now = Files.readString(drawn.resolve("components.puml"));
        if (Boolean.getBoolean("needlepoint.write")) {
            Files.writeString(DIAGRAM, now);
        }
        assertThat(Files.readString(DIAGRAM))
                .as("run the test with -Dneedlepoint.write=true to draw it anew")
                .isEqualTo(now);
    }
}
