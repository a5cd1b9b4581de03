package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;
import relrep.runtime.network.NetworkFile;
import relrep.runtime.network.TrainRequest;
import relrep.vectors.file.AlignmentFile;
import relrep.workbench.progress.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The command {@code train}: trains one network and writes it as a file. */
@picocli.CommandLine.Command(
        name = "train",
        sortOptions = false,
        header = "Trains one network and writes it as one file, with what made it.",
        description = {
            "SUBJECT is an architecture (with --on DATASET), or an experiment, of which --network"
                    + " and --seed choose one network. A network that the cache has is not trained"
                    + " again. 'relrep encode --encoder FILE' encodes samples with the file, and"
                    + " experiments take it: networks: {a: FILE}."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep train conv:epochs=5 --on mnist --width 48 --out net.safetensors",
            "  relrep train dense --on digits --objective classify --width 24 --out c.safetensors",
            "  relrep train demo --network conv --seed 1 --out conv.safetensors"
        })
final class TrainCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Parameters(
            paramLabel = "SUBJECT",
            description = "An architecture with its options, or an experiment: a name or a file.")
    private String subject;

    @Option(
            names = "--on",
            paramLabel = "DATASET",
            description = "The dataset that the architecture is trained on.")
    private String dataset;

    @Option(names = "--width", paramLabel = "N", description = "The width of the latents.")
    private Integer width;

    @Option(
            names = "--objective",
            paramLabel = "NAME",
            description = "reconstruct (the default) or classify.")
    private String objective;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "The network of an experiment with several.")
    private String network;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the training.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a key of the experiment, such as validation=0.1.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--data", paramLabel = "DIR", description = "Look for data here first.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; it ends with .safetensors.")
    private String out;

    @Option(names = "--fresh", description = "Train anew, whatever the cache has.")
    private boolean fresh;

    @Mixin private CommonOptions common;

    TrainCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        TrainRequest request = request();
        try (Progress progress =
                new Progress(
                        Seed.of(seed == null ? 1 : seed),
                        console.cancellation(),
                        console.display("train", common.quiet),
                        System::nanoTime)) {
            NetworkFile file = workbench.networks().get().train(request, progress.run());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("out", out);
            facts.put("architecture", file.architecture().toString());
            facts.put("width", file.width());
            facts.putAll(file.facts());
            return progress.done(
                    new NotedAnswer(
                            new FilePage(
                                    "%s: a network of %s, %d wide, trained on %s"
                                            .formatted(
                                                    out,
                                                    file.architecture(),
                                                    file.width(),
                                                    file.facts().get("data")),
                                    facts),
                            progress.told(),
                            List.of(),
                            common.quiet));
        }
    }

    private TrainRequest request() {
        if (!out.endsWith(NetworkFile.ENDING)) {
            throw new InvalidInputException(
                    "--out must end with %s, and '%s' does not".formatted(NetworkFile.ENDING, out));
        }
        AlignmentFile.requirePlace(console.directory().resolve(out));
        List<String> all = new ArrayList<>();
        if (dataset != null) {
            all.add("width=" + (width == null ? 48 : width));
        } else if (width != null) {
            all.add("width=" + width);
        }
        if (objective != null) {
            all.add("objective=" + objective);
        }
        all.addAll(settings);
        return new TrainRequest(
                subject,
                Optional.ofNullable(dataset),
                Optional.ofNullable(network),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                all,
                Optional.ofNullable(data).map(console.directory()::resolve).map(RunOptions::folder),
                fresh,
                console.directory(),
                Path.of(out));
    }
}
