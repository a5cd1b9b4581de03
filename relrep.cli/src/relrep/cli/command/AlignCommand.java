package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.api.run.InvalidInputException;
import relrep.vectors.file.AlignmentFile;
import relrep.vectors.file.VectorFiles;
import relrep.vectors.transform.AlignRequest;
import relrep.vectors.transform.FileAligner;
import relrep.vectors.transform.FittedFile;
import relrep.workbench.plugins.PluginOrigin;
import relrep.workbench.progress.Progress;
import relrep.workbench.terminal.Quantity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command {@code align}: fits a map from one space to another. */
@picocli.CommandLine.Command(
        name = "align",
        sortOptions = false,
        header = "Fits a map from the vectors of one file to those of another.",
        description = {
            "Rows correspond by their order, or by key with --keys. The map is kept as"
                    + " .safetensors; 'relrep apply' uses it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep align --source x.npy --target y.npy --aligner rigid --out map.safetensors",
            "  relrep align --source old.vec --target new.vec --keys own --aligner ridge:lambda=2"
                    + " --out map.safetensors"
        })
final class AlignCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE",
            description = "The vectors to map.")
    private String source;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "FILE",
            description = "The vectors to map them to.")
    private String target;

    @Option(
            names = "--aligner",
            required = true,
            paramLabel = "NAME",
            description = "The aligner; 'relrep list aligners' shows all.")
    private String aligner;

    @Option(
            names = "--anchors",
            paramLabel = "FILE|SELECTOR",
            description =
                    "Fit on these rows alone: a list of row numbers of the source, from 0, or an"
                            + " anchor selector (random:count=300).")
    private String anchors;

    @Option(
            names = "--transform",
            paramLabel = "NAME",
            description =
                    "What prepares both spaces before the fit (centre, l2, pca:width=32);"
                        + " repeatable, in this order. Each side's is fitted on its matched rows."
                        + " The map keeps them, and 'relrep apply' applies them: those of the"
                        + " source first, and after the map it undoes those of the target, where"
                        + " they can be undone.")
    private List<String> transforms = new ArrayList<>();

    @Mixin private KeyOption keys;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "The class of each row of the source, for aligners that need classes.")
    private String labels;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "The file for the map, such as map.safetensors; an existing file is replaced.")
    private String out;

    @Mixin private FileOptions options;
    @Mixin private CommonOptions common;

    AlignCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() throws IOException {
        if (!out.endsWith(".safetensors")) {
            throw new InvalidInputException(
                    "--out of a map must end with .safetensors, not '%s'".formatted(out));
        }
        Path file = console.directory().resolve(out);
        AlignmentFile.requirePlace(file);
        try (Progress progress = options.progress("align", console, common)) {
            VectorFiles files = options.files(workbench.registry(), console);
            AlignRequest request =
                    new AlignRequest(
                            source,
                            target,
                            aligner,
                            Optional.ofNullable(anchors),
                            keys.choice(),
                            Optional.ofNullable(labels),
                            transforms);
            FittedFile fitted =
                    noted(
                            new FileAligner(workbench.registry(), files)
                                    .fit(request, progress.run()));
            fitted.file().write(file);
            Answer answer = new FilePage(sentence(fitted), facts(fitted));
            return options.noted(answer, progress, common);
        }
    }

    /** Adds relrep's version and the third-party plugins to the facts. */
    private FittedFile noted(FittedFile fitted) {
        FittedFile known = fitted.with("relrep", workbench.version());
        List<PluginOrigin> strangers = options.strangers();
        return strangers.isEmpty()
                ? known
                : known.with(
                        "plugins",
                        strangers.stream()
                                .map(PluginOrigin::line)
                                .collect(Collectors.joining(", ")));
    }

    private String sentence(FittedFile fitted) {
        String after =
                fitted.facts().containsKey("transforms")
                        ? " after " + fitted.facts().get("transforms")
                        : "";
        return "%s: %s%s from %d to %s, fitted on %s; %s"
                .formatted(
                        out,
                        fitted.aligner(),
                        after,
                        fitted.problem().source().width(),
                        Quantity.of(fitted.problem().target().width(), "coordinate"),
                        Quantity.of(fitted.problem().anchors().size(), "anchor"),
                        fitted.pairing().sentence());
    }

    private Map<String, Object> facts(FittedFile fitted) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("out", out);
        facts.put("aligner", fitted.aligner().toString());
        facts.put("rows", fitted.pairing().size());
        facts.putAll(fitted.facts());
        facts.put("diagnostics", fitted.diagnostics());
        if (!fitted.warnings().isEmpty()) {
            facts.put("warning", String.join("; ", fitted.warnings()));
        }
        return facts;
    }
}
