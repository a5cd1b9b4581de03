package relrep.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers of an experiment's claims that hold, are within noise, fail, and are not measured, as
 * counted by its summary. All are unknown if it has no claims.
 *
 * @param counts the four counts
 */
record Verdicts(List<String> counts) {
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "(\\d+) hold, (\\d+) within noise, (\\d+) fail, (\\d+) not measured\\.");
    private static final String CLAIMS = "## Claims";

    /** Reads the counts from a summary. */
    static Verdicts of(Path summary) throws IOException {
        boolean claims = false;
        for (String line : Files.readAllLines(summary)) {
            if (line.startsWith("## ")) {
                claims = line.equals(CLAIMS);
            }
            Matcher found = SENTENCE.matcher(line);
            if (claims && found.lookingAt()) {
                return new Verdicts(Stream.of(1, 2, 3, 4).map(found::group).toList());
            }
        }
        return new Verdicts(List.of("–", "–", "–", "–"));
    }

    /** Returns the counts as cells of a table. */
    String cells() {
        return String.join(" | ", counts);
    }
}
