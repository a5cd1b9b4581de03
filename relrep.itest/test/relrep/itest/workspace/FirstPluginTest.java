package relrep.itest.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that the first plugin shown in the documents is the class of the example, which is built
 * and run.
 */
class FirstPluginTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final String EXAMPLE =
            "examples/manhattan-similarity/src/main/java/org/example/manhattan/Manhattan.java";
    private static final Pattern SHOWN =
            Pattern.compile("```java\n(@Component.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "relrep.api/readme.md"})
    void isTheExample(String page) throws Exception {
        Matcher shown = SHOWN.matcher(Files.readString(TOP.resolve(page)));
        assertTrue(shown.find(), page + " shows no component");
        String source = Files.readString(TOP.resolve(EXAMPLE));
        assertEquals(source.substring(source.indexOf("@Component")), shown.group(1));
        assertTrue(shown.group(1).contains("public Sense sense()"), page);
    }
}
