package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same state record before and after somebody edits it: each version is compiled for itself. */
@TestInstance(Lifecycle.PER_CLASS)
class ShapeTest {

    private static final String SOURCE = """
            package org.matterledger.made;
            import java.util.*;
            record State(int count, Inner inner, List<? extends Listed> listed, Map<String, Mapped> mapped, Array[] arrays,
                         Optional<Nested<Deep>> deep, Choice choice) {}
            record Inner(String text) {}
            record Listed(String text) {}
            record Mapped(String text) {}
            record Array(String text) {}
            record Nested<T>(T of) {}
            record Deep(String text) {}
            sealed interface Choice permits Left, Right {}
            record Left(String text) implements Choice {}
            record Right(Mood mood) implements Choice {}
            enum Mood { GOOD, BAD }
            """;

    @TempDir
    private Path folder;

    private String present = "";

    @BeforeAll
    void before(@TempDir Path unedited) throws Exception {
        present = shape(SOURCE, unedited);
    }

    @Test
    void is_the_same_for_the_same_source() throws Exception {
        assertThat(shape(SOURCE, folder)).isEqualTo(present);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int count|long count",
                "int count,|int total,",
                "Inner(String text)|Inner(int text)",
                "Inner(String text)|Inner(String text, int more)",
                "Listed(String text)|Listed(String words)",
                "Mapped(String text)|Mapped(Integer text)",
                "Array(String text)|Array(String text, String more)",
                "Deep(String text)|Deep(Long text)",
                "Left(String text)|Left(String text, String more)",
                "GOOD, BAD|GOOD, FAIR, BAD",
                "GOOD, BAD|GOOD, WORSE",
                "Map<String, Mapped>|Map<String, Inner>"
            })
    void changes_with_any_component_however_deep(String before, String after) throws Exception {
        assertThat(SOURCE).contains(before);
        assertThat(shape(SOURCE.replace(before, after), folder)).isNotEqualTo(present);
    }

    private static String shape(String source, Path output) throws IOException, ClassNotFoundException {
        var file = new SimpleJavaFileObject(URI.create("string:///State.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-d", output.toString(), "-proc:none"), null, List.of(file))
                .call();
        assertThat(compiled).isTrue();
        try (var loader = new URLClassLoader(new URL[] {output.toUri().toURL()}, ShapeTest.class.getClassLoader())) {
            return Shape.of(loader.loadClass("org.matterledger.made.State"));
        }
    }
}
