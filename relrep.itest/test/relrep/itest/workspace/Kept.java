package relrep.itest.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks files kept in the repository: they must be small, complete, and free of machine names and
 * paths.
 */
public final class Kept {
    private static final long LARGEST = 300_000;
    private static final Pattern MACHINE =
            Pattern.compile(
                    "(?<![\\w./~-])/(?:home|root|work|tmp|var|srv|mnt|opt|usr|Users)/\\S*"
                            + "|\"host(?:name)?\":");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private Kept() {}

    /** Returns the files below a folder. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Returns what is wrong with files below a folder, a sentence each. */
    public static List<String> faults(Path folder) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString();
            if (Files.size(file) > LARGEST && !name.endsWith("results.csv")) {
                faults.add(name + " has " + Files.size(file) + " bytes");
            }
            if (!name.endsWith(".png")) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                Matcher machine = MACHINE.matcher(text);
                if (machine.find()) {
                    faults.add(name + " tells of a machine: " + machine.group());
                }
                if (name.endsWith(".md")) {
                    LINK.matcher(text)
                            .results()
                            .map(link -> link.group(1))
                            .filter(to -> Files.notExists(file.resolveSibling(to)))
                            .forEach(to -> faults.add(name + " links to " + to));
                }
            }
        }
        return faults;
    }
}
