package relrep.cli.command;

import picocli.CommandLine.Option;

import relrep.api.run.Seed;
import relrep.vectors.file.VectorFiles;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.PluginOrigin;
import relrep.workbench.plugins.Registry;
import relrep.workbench.progress.Progress;

import java.util.ArrayList;
import java.util.List;

/** The options of commands that work on files of vectors. */
final class FileOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "How files of a format are read, such as csv:header=no,key=word; 'relrep list"
                            + " vector-formats' shows all.")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Draw other random numbers.")
    private long seed = 1;

    private Registry registry;
    private long begin;

    /** Returns the files. From now on, the plugins in use are recorded. */
    VectorFiles files(Registry registry, Console console) {
        this.registry = registry;
        this.begin = registry.now();
        return new VectorFiles(
                registry, console.directory(), formats.stream().map(Expression::parse).toList());
    }

    /** Starts a piece of work with a progress display and a cancellation. */
    Progress progress(String title, Console console, CommonOptions common) {
        return new Progress(
                Seed.of(seed),
                console.cancellation(),
                console.display(title, common.quiet),
                System::nanoTime);
    }

    /** Finishes the work: returns the answer with the notes that were made meanwhile. */
    Answer noted(Answer answer, Progress progress, CommonOptions common) {
        return progress.done(
                new NotedAnswer(
                        answer,
                        progress.told().stream().map(OptionNames::in).toList(),
                        strangers(),
                        common.quiet));
    }

    /**
     * Returns the jars of the plugins' folder whose plugins were used since the files were made.
     */
    List<PluginOrigin> strangers() {
        return registry.lentAfter(begin);
    }

    /** Returns the seed as typed. */
    long seed() {
        return seed;
    }
}
