package relrep.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs experiments one after another, and keeps the results of each. */
final class Renewal {
    /**
     * The options of the user.
     *
     * @param size the size of the experiments
     * @param again also run when nothing has changed
     * @param fresh take nothing from the cache
     * @param dirty also run when sources are not committed
     * @param jobs cells to compute at once; null for the usual number
     */
    record Wanted(String size, boolean again, boolean fresh, boolean dirty, String jobs) {}

    private final Clone clone;
    private final Path cache;
    private final Path out;
    private final Wanted wanted;
    private final Map<String, String> environment = new TreeMap<>();

    /**
     * Makes it.
     *
     * @param top the clone of the repository
     * @param cache relrep's cache
     * @param out the folder of the results
     * @param wanted the options of the user
     */
    Renewal(Path top, Path cache, Path out, Wanted wanted) throws IOException {
        this.clone = new Clone(top);
        this.cache = Files.createDirectories(cache).toRealPath();
        this.out = out;
        this.wanted = wanted;
        environment.putAll(System.getenv());
        environment.computeIfPresent(
                "RELREP_DATA",
                (name, data) -> data.isEmpty() ? data : Path.of(data).toAbsolutePath().toString());
    }

    /** Renews the results of these experiments; writes the page after each. */
    void run(List<String> names, IndexPage page) throws IOException, InterruptedException {
        if (!clone.hasCommits()) {
            throw new IOException(
                    "results name the commit that made them, and '%s' is no clone of the repository"
                            .formatted(clone.top()));
        }
        if (!wanted.dirty() && !clone.isCommitted()) {
            throw new IOException(
                    "results name the commit that made them, and there are changes that are not"
                            + " committed (git status); commit them, or say --dirty");
        }
        try (RunCache shared = RunCache.in(cache)) {
            int count = 0;
            for (String name : names) {
                String kept = BundledExperiments.keptAs(name, wanted.size());
                Provenance made = Provenance.of(out.resolve(kept));
                String which = "%d of %d: %s".formatted(++count, names.size(), kept);
                if (upToDate(made, name)) {
                    Say.line("%s is as %s made it".formatted(which, made.fact("commit")));
                } else {
                    Say.line(which);
                    renew(name, kept, shared);
                    page.write();
                }
            }
        }
    }

    private boolean upToDate(Provenance made, String name) throws IOException {
        return !wanted.again()
                && !wanted.fresh()
                && made.finished()
                && clone.isUnchangedSince(made.fact("commit"), name);
    }

    private void renew(String name, String kept, RunCache shared)
            throws IOException, InterruptedException {
        RunProcess process =
                RunProcess.of(
                        clone.top().resolve("relrep"), words(name, kept), shared, environment);
        Path run = shared.runs().resolve(kept);
        Path folder = out.resolve(kept);
        Redaction redaction = Redaction.of(clone.top(), cache, environment);
        Provenance provenance = Provenance.of(run);
        if (provenance.finished()) {
            new KeptRun(run, folder, redaction).keep(name, wanted.size());
            Say.line(kept + ": " + Cost.of(folder).words(provenance.fact("commit")));
            return;
        }
        String reason = redaction.of(process.reason());
        if (reason.isEmpty()) {
            reason = "exit code " + process.exit();
        }
        Say.line(kept + " did not run: " + reason);
        if (!Files.exists(folder.resolve("summary.md"))) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("not-run.md"), reason + "\n");
        }
    }

    private List<String> words(String name, String kept) {
        List<String> words =
                new ArrayList<>(List.of("run", name, "--set", "size=" + wanted.size(), "--quiet"));
        if (wanted.fresh()) {
            words.add("--fresh");
        }
        if (wanted.jobs() != null) {
            words.addAll(List.of("--jobs", wanted.jobs()));
        }
        words.addAll(List.of("--out", kept));
        return words;
    }
}
