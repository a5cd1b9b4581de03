package relrep.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that libraries name values, and only the command line names options. */
final class OptionsTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));

    /** These have command lines of their own, or read one before there are commands. */
    private static final Set<String> COMMAND_LINES =
            Set.of(
                    "relrep.cli",
                    "relrep.launch",
                    "relrep.bench",
                    "relrep.results",
                    "relrep.torture",
                    "relrep.itest");

    private static final Map<String, String> EXCEPTIONS =
            Map.of(
                    "relrep.workbench/src/relrep/workbench/trust/Trust.java",
                    "the launcher reads it before there are commands",
                    "relrep.runtime/src/relrep/runtime/provenance/SourceCommit.java",
                    "options of git",
                    "relrep.runtime/src/relrep/runtime/run/ExperimentRun.java",
                    "a whole command line, kept with a run",
                    "relrep.report/src/relrep/report/summary/Summary.java",
                    "a whole command line, kept with a run");

    /** A string of one line, an escaped quotation mark included. */
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static final Pattern OPTION = Pattern.compile("(^|[^\\w-])--[a-z]");

    @Test
    void noStringOfALibraryBeginsAnOption() throws IOException {
        Map<String, String> found = new TreeMap<>();
        Set<String> rooms = new TreeSet<>();
        for (Path file : sources()) {
            Path place = TOP.relativize(file);
            if (!COMMAND_LINES.contains(place.getName(0).toString())) {
                rooms.add(place.getName(0).toString());
                Matcher text = TEXT.matcher(code(Files.readString(file)));
                while (text.find()) {
                    if (OPTION.matcher(text.group(1)).find()) {
                        found.put(place.toString().replace('\\', '/'), text.group(1));
                    }
                }
            }
        }
        assertTrue(rooms.contains("relrep.vectors"), rooms::toString);
        assertEquals(EXCEPTIONS.keySet(), found.keySet(), found::toString);
    }

    /** Leaves comments out, where an option may be an example. */
    private static String code(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static Iterable<Path> sources() throws IOException {
        TreeSet<Path> all = new TreeSet<>();
        try (Stream<Path> rooms = Files.list(TOP)) {
            for (Path room :
                    rooms.filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
                            .map(folder -> folder.resolve("src"))
                            .filter(Files::isDirectory)
                            .toList()) {
                try (Stream<Path> files = Files.walk(room)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                }
            }
        }
        return all;
    }
}
