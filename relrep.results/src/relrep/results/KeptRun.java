package relrep.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Copies the parts of a run that readers of the repository need, without paths of this machine. */
final class KeptRun {
    private static final List<String> FILES =
            List.of("summary.md", "results.csv", "experiment.yaml", Provenance.FILE);
    private static final String FAILURES = "failures.csv";
    private static final String PAGE = "report.html";

    private final Path run;
    private final Path folder;
    private final Redaction redaction;

    /**
     * Makes it.
     *
     * @param run the folder of the finished run
     * @param folder the folder for the copy; replaced as a whole
     * @param redaction replaces paths
     */
    KeptRun(Path run, Path folder, Redaction redaction) {
        this.run = run;
        this.folder = folder;
        this.redaction = redaction;
    }

    /** Copies the run, as that of an experiment at a size. */
    void keep(String experiment, String size) throws IOException {
        Path draft = folder.resolveSibling("." + folder.getFileName() + ".draft");
        RunCache.delete(draft);
        Files.createDirectories(draft);
        Provenance provenance = Provenance.of(run);
        for (String file : FILES) {
            copy(file, draft);
        }
        if (provenance.count("failures") > 0) {
            copy(FAILURES, draft);
        }
        copy(PAGE, draft);
        if (Files.exists(draft.resolve(PAGE))
                && Files.size(draft.resolve(PAGE)) > KeptFigures.LIMIT) {
            Files.delete(draft.resolve(PAGE));
        }
        String figures = new KeptFigures(run.resolve("figures"), draft.resolve("figures")).keep();
        cost(provenance).write(draft);
        Files.writeString(
                draft.resolve("summary.md"),
                figures + making(provenance, Cost.of(draft), experiment, size),
                StandardOpenOption.APPEND);
        RunCache.delete(folder);
        Files.move(draft, folder);
    }

    private void copy(String file, Path draft) throws IOException {
        if (Files.exists(run.resolve(file))) {
            Files.writeString(
                    draft.resolve(file), redaction.of(Files.readString(run.resolve(file))));
        }
    }

    /**
     * Returns the cost. A run that computed nothing keeps the cost of the run that computed its
     * results.
     */
    private Cost cost(Provenance provenance) throws IOException {
        Cost cost = Cost.of(provenance);
        return cost.computed() || !Cost.isKeptIn(folder) ? cost : Cost.of(folder);
    }

    private static String making(Provenance run, Cost cost, String experiment, String size) {
        String commit = run.fact("commit");
        return """

        ## Made by

            ./relrep run %s --set size=%s

        at commit %s, on %s, %s cores of %s.
        It took %s.
        """
                .formatted(
                        experiment,
                        size,
                        commit,
                        run.fact("started").substring(0, 10),
                        run.machine("cores"),
                        run.machine("cpu"),
                        cost.words(commit));
    }
}
