package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code check}: runs the contract kit on installed plugins. */
@picocli.CommandLine.Command(
        name = "check",
        sortOptions = false,
        header = "Runs the contract kit on installed plugins: each law and each claim.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep check                  all of them",
            "  relrep check cosine",
            "  relrep check --kind aligner --seed 7",
            "  relrep check my-format --file sample.mine"
        })
final class CheckCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "these plugins alone")
    private List<String> names;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only plugins of this kind.")
    private String kind;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "A file for the named vector formats to read. A format that cannot write is"
                            + " checked with it.")
    private List<String> files;

    @Option(names = "--seed", paramLabel = "N", description = "Draw other examples.")
    private long seed = 1;

    @Mixin private CommonOptions common;

    CheckCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        List<InstalledPlugin> plugins = chosen();
        String title = plugins.size() == 1 ? plugins.get(0).name() : "check";
        try (Progress progress =
                new Progress(
                        Seed.of(seed),
                        console.cancellation(),
                        console.display(title, common.quiet),
                        System::nanoTime)) {
            return progress.done(
                    new KitRun(
                                    workbench.registry(),
                                    console.places().forData(false),
                                    given(plugins))
                            .of(plugins, progress.run()));
        }
    }

    private List<Path> given(List<InstalledPlugin> plugins) {
        if (files == null) {
            return List.of();
        }
        if (plugins.stream().anyMatch(plugin -> plugin.kind() != Kind.VECTOR_FORMAT)) {
            throw new InvalidInputException(
                    "--file is for vector formats alone; name the one that reads it");
        }
        List<Path> given = files.stream().map(console.directory()::resolve).toList();
        for (Path file : given) {
            if (!Files.isRegularFile(file)) {
                throw new InvalidInputException("there is no file '%s'".formatted(file));
            }
        }
        return given;
    }

    private List<InstalledPlugin> chosen() {
        Kind wanted = kind == null ? null : Kind.of(kind);
        List<InstalledPlugin> all =
                workbench.registry().installed().stream()
                        .filter(plugin -> wanted == null || plugin.kind() == wanted)
                        .toList();
        if (names == null) {
            return all;
        }
        List<String> known = all.stream().map(InstalledPlugin::name).distinct().toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw workbench.registry().unknown("plugin", name, known);
            }
        }
        return all.stream().filter(plugin -> names.contains(plugin.name())).toList();
    }
}
