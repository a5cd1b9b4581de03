package relrep.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The page about all kept results: hand-written text, and one table for each size. */
final class IndexPage {
    static final String FILE = "readme.md";

    private static final String MARK =
            "<!-- What follows is written by ./relrep results; what stands above is kept. -->";
    private static final String HEAD =
            """
            | experiment | of | claims: hold | within noise | fail | not measured | took | of the processors | of it computed | commit | command |
            |---|---|--:|--:|--:|--:|--:|--:|---|---|---|
            """;
    private static final String SMOKE = "smoke";

    private final Path folder;
    private final BundledExperiments experiments;

    /**
     * Makes the page of a folder.
     *
     * @param folder the folder of the results and of the page
     * @param experiments every experiment has a row
     */
    IndexPage(Path folder, BundledExperiments experiments) {
        this.folder = folder;
        this.experiments = experiments;
    }

    /** Writes the page; the text above the tables is kept. */
    void write() throws IOException {
        Path draft = folder.resolve("." + FILE + "." + ProcessHandle.current().pid());
        Files.writeString(draft, text());
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the page with up-to-date tables. */
    String text() throws IOException {
        StringBuilder page = new StringBuilder(byHand()).append(MARK).append('\n');
        for (String size : List.of(BundledExperiments.USUAL_SIZE, "paper", SMOKE)) {
            if (!size.equals(SMOKE) || hasSmoke()) {
                page.append("\n## Size ").append(size).append("\n\n").append(HEAD);
                for (String name : experiments.names()) {
                    page.append(row(name, size)).append('\n');
                }
            }
        }
        return page.toString();
    }

    private String byHand() throws IOException {
        Path page = folder.resolve(FILE);
        if (!Files.exists(page)) {
            return "# Results\n\n";
        }
        StringBuilder above = new StringBuilder();
        for (String line : Files.readAllLines(page)) {
            if (line.equals(MARK)) {
                break;
            }
            above.append(line).append('\n');
        }
        return above.toString();
    }

    private boolean hasSmoke() throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            return kept.anyMatch(each -> each.getFileName().toString().endsWith("-" + SMOKE));
        }
    }

    private String row(String name, String size) throws IOException {
        String kept = BundledExperiments.keptAs(name, size);
        Path at = folder.resolve(kept);
        String source = experiments.source(name).replace('|', '/');
        String command = "`./relrep run %s --set size=%s`".formatted(name, size);
        Path summary = at.resolve("summary.md");
        if (!Files.exists(summary)) {
            return "| %s | %s | *not run* | | | | | | %s | | %s |"
                    .formatted(name, source, reason(at.resolve("not-run.md")), command);
        }
        Provenance run = Provenance.of(at);
        Cost cost = Cost.of(at);
        String commit = run.fact("commit");
        int failures = run.count("failures");
        return "| [%s](%s/summary.md) | %s | %s | %s | %s | %s%s | %s | %s |"
                .formatted(
                        name,
                        kept,
                        source,
                        Verdicts.of(summary).cells(),
                        cost.wall(),
                        cost.processors(),
                        cost.share(commit),
                        failures > 0 ? "; %d cells failed".formatted(failures) : "",
                        commit,
                        command);
    }

    private static String reason(Path notRun) throws IOException {
        return Files.exists(notRun)
                ? Files.readString(notRun).stripTrailing().replace('\n', ' ').replace('|', '/')
                : "not reached";
    }
}
