package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.vectors.file.VectorFiles;
import relrep.vectors.transform.AppliedFile;
import relrep.vectors.transform.ApplyRequest;
import relrep.vectors.transform.FileApplier;
import relrep.workbench.progress.Progress;

import java.util.LinkedHashMap;
import java.util.Map;

/** The command {@code apply}: applies a fitted map to vectors. */
@picocli.CommandLine.Command(
        name = "apply",
        sortOptions = false,
        header = "Maps vectors by a map that 'relrep align' fitted.",
        description = {
            "The points may be more than memory holds. A map that was fitted after transforms"
                    + " applies those of the source first, and then undoes those of the target."
                    + " Where they cannot be undone, the result stays in the transformed space,"
                    + " and a note says so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep apply --map map.safetensors --points z.npy --out w.npy",
            "  relrep apply --map map.safetensors --inverse --points w.npy --out z.npy"
        })
final class ApplyCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Option(
            names = "--map",
            required = true,
            paramLabel = "FILE",
            description = "The map, map.safetensors.")
    private String map;

    @Option(
            names = "--points",
            required = true,
            paramLabel = "FILE",
            description = "The vectors, one per row.")
    private String points;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "The file for the result; its ending chooses the format. An existing file is"
                            + " replaced when the result is complete.")
    private String out;

    @Option(names = "--inverse", description = "Map back, where the map has an inverse.")
    private boolean inverse;

    @Mixin private FileOptions options;
    @Mixin private CommonOptions common;

    ApplyCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        VectorFiles files = options.files(workbench.registry(), console);
        try (Progress progress = options.progress("apply", console, common)) {
            AppliedFile applied =
                    new FileApplier(workbench.registry(), files)
                            .apply(new ApplyRequest(map, points, out, inverse), progress.run());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("out", out);
            facts.put("rows", applied.rows());
            facts.put("width", applied.width());
            facts.put("from-width", applied.fromWidth());
            facts.put("aligner", applied.aligner().toString());
            if (!applied.transforms().isEmpty()) {
                facts.put("transforms", applied.transforms());
            }
            facts.put("inverse", inverse);
            applied.warning().ifPresent(sentence -> facts.put("warning", sentence));
            Answer answer =
                    new FilePage(
                            "%s: %d × %d, the %s of %s under %s"
                                    .formatted(
                                            out,
                                            applied.rows(),
                                            applied.width(),
                                            inverse ? "origins" : "images",
                                            points,
                                            applied.aligner()),
                            facts);
            return options.noted(answer, progress, common);
        }
    }
}
