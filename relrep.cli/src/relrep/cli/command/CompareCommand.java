package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.vectors.compare.Comparer;
import relrep.vectors.compare.Request;
import relrep.vectors.file.VectorFiles;
import relrep.workbench.progress.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code compare}: measures how alike two spaces are, and which maps make them more
 * alike.
 */
@picocli.CommandLine.Command(
        name = "compare",
        sortOptions = false,
        header =
                "Measures how alike two spaces are: as they are, relative to anchors, and aligned.",
        description = {
            "Part of the rows is held out: anchors are chosen and aligners fitted on the others,"
                    + " and every number is measured on the held-out ones, with its range, chance"
                    + " level and a 95 %% interval. Rows correspond by their order, or by key with"
                    + " --keys. Exit code 3 when a gate is not met."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep compare --source x.npy --target y.npy",
            "  relrep compare --source old.vec --target new.vec --keys --metric mrr --aligner ridge"
                    + " --gate 'ridge:mrr>=0.9'"
        })
final class CompareCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE",
            description = "The vectors of one space.")
    private String source;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "FILE",
            description = "The vectors of the other.")
    private String target;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description =
                    "A metric; repeatable; all installed ones by default. Retrieval is always"
                            + " measured and decides the last line.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "The class of each row of the source, for what needs classes.")
    private String labels;

    @Option(
            names = "--anchors",
            paramLabel = "FILE|SELECTOR",
            description =
                    "The anchors of the relative form: an anchor selector, random:count=300 by"
                            + " default, or a list of row numbers of the source, from 0.")
    private String anchors;

    @Option(
            names = "--similarity",
            paramLabel = "NAME",
            description =
                    "The similarity of the relative form; cosine by default; 'relrep list"
                            + " similarities' shows all.")
    private String similarity = "cosine";

    @Option(
            names = "--aligner",
            paramLabel = "NAME",
            description =
                    "An aligner to try; repeatable; by default all installed ones that need no"
                            + " training. Networks are trained only if you name them.")
    private List<String> aligners = new ArrayList<>();

    @Option(
            names = "--transform",
            paramLabel = "NAME",
            description =
                    "What prepares both spaces first (centre, l2, pca:width=32); repeatable, in"
                            + " this order. Each side's is fitted on the rows that are learnt from,"
                            + " never on measured ones; 'relrep list transforms' shows all.")
    private List<String> transforms = new ArrayList<>();

    @Mixin private KeyOption keys;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description =
                    "The share of the rows that is measured and not learnt from; 0.2 by default.")
    private double holdout = 0.2;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Learn from at most N rows, and measure at most N; 10000 by default.")
    private int rows = 10_000;

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            description =
                    "The number of draws for an interval; 1000 by default. A metric without values"
                            + " of single rows is measured on N/25 subsamples, at least 20.")
    private int bootstrap = 1000;

    @Option(
            names = "--gate",
            paramLabel = "BOUND",
            description =
                    "A bound; the exit code is 3 unless it holds. Before the metric stands"
                        + " 'relative:', 'absolute:', an aligner ('ridge:mrr>=0.9'), or nothing for"
                        + " the best. 'recall' is the share that targets find among mapped sources,"
                        + " 'back:ridge:recall' the share that mapped targets find among sources."
                        + " 'recall>=staying' compares with staying. Repeatable.")
    private List<String> gates = new ArrayList<>();

    @Mixin private FileOptions options;
    @Mixin private CommonOptions common;

    CompareCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        Request request =
                new Request(
                        source,
                        target,
                        keys.choice(),
                        Optional.ofNullable(labels),
                        Optional.ofNullable(anchors),
                        similarity,
                        metrics,
                        aligners,
                        transforms,
                        gates,
                        holdout,
                        bootstrap,
                        rows);
        VectorFiles files = options.files(workbench.registry(), console);
        Comparer comparer =
                new Comparer(
                        workbench.registry(),
                        workbench.appraisers().get(),
                        workbench.retrievals().get(),
                        files,
                        request);
        try (Progress progress = options.progress("compare", console, common)) {
            Answer answer = new ComparePage(comparer.compare(options.seed(), progress.run()));
            return options.noted(answer, progress, common);
        }
    }
}
