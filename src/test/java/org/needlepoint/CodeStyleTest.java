package org.needlepoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/// What the module checks do not reach.
class CodeStyleTest {
    /// The one block of data that is written as it is: JSON whose angle brackets are escaped as JSON escapes them.
    private static final String STRUCTURED_DATA =
            "<script type=\"application/ld+json\" th:utext=\"${jsonLd}\"></script>";

    private static final JavaClasses CODE = new ClassFileImporter(
                    java.util.List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("org.needlepoint");

    @Test
    void only_web_packages_know_spring_mvc_and_servlets() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "org.needlepoint")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web.bind..", "org.springframework.web.servlet..", "jakarta.servlet..")
                .check(CODE);
    }

    @Test
    void public_records_and_sealed_types_know_neither_spring_nor_sql() {
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are public records or sealed", CodeStyleTest::isValue))
                .and()
                .resideOutsideOfPackages("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(CODE);
    }

    private static boolean isValue(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && (type.isRecord() || (type.isInterface() && type.reflect().isSealed()));
    }

    @Test
    void no_rule_reads_the_wall_clock() {
        for (var time : new Class<?>[] {
            Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class
        }) {
            noClasses().should().callMethod(time, "now").check(CODE);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CODE);
    }

    @Test
    void controllers_live_in_web_packages() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("..web..")
                .check(CODE);
    }

    @Test
    void files_hold_one_subject() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(f -> f.toString().matches(".*\\.(java|ts|html|scss)"))
                            .filter(CodeStyleTest::isLong)
                            .map(Path::toString))
                    .as("files of more than 400 lines")
                    .isEmpty();
        }
    }

    private static boolean isLong(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count() > 400;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Thymeleaf replaces an element before it looks at its condition: the condition would be lost.
    @Test
    void no_element_is_replaced_under_a_condition_of_its_own() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("<[^<>]*\\sth:(if|unless)=[^<>]*\\sth:replace=")
                        .doesNotContainPattern("<[^<>]*\\sth:replace=[^<>]*\\sth:(if|unless)=");
            }
        }
    }

    @Test
    void no_page_carries_inline_script_style_or_unescaped_text() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(file).replace(STRUCTURED_DATA, ""))
                        .as(file.toString())
                        .doesNotContainPattern(
                                "(?i)\\sstyle=|th:style|\\son[a-z]+=|<style|th:utext|\\[\\(\\$|javascript:")
                        .doesNotContainPattern("(?i)<script(?![^>]*(src=|application/ld\\+json))");
            }
        }
    }
}
