package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The arrows between the modules.
class ModularityTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Needlepoint.class);
    private static final Path PAGE = Path.of("docs/reference/modules.md");

    @Test
    void each_module_imports_only_what_it_declares_and_the_arrows_form_no_cycle() {
        MODULES.verify();
    }

    @Test
    void the_diagram_in_the_docs_is_the_one_that_the_code_draws() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("needlepoint.write")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE))
                .as("draw it anew with -Dneedlepoint.write=true")
                .isEqualTo(drawn);
    }

    private static String draw() {
        var arrows = MODULES.stream()
                .flatMap(module -> module.getDirectDependencies(MODULES)
                        .uniqueModules()
                        .map(ApplicationModule::getIdentifier)
                        .map(target -> "  %s --> %s".formatted(module.getIdentifier(), target)))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        return """
                # Modules

                Drawn from the code by `ModularityTest`; an arrow says "uses". What each module is for stands in its
                `package-info.java`.

                ```mermaid
                graph LR
                %s
                ```
                """.formatted(arrows);
    }
}
