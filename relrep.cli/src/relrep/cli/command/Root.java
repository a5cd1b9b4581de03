package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line {@code relrep} without a command: help and version. */
@picocli.CommandLine.Command(
        name = "relrep",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Compares and joins latent spaces of neural networks.",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep demo                     run the main job on embedded digits",
            "  relrep list similarities        what is installed",
            "  relrep info robust-cosine       its options, claims and source",
            "  relrep run mine.yaml --dry-run  what an experiment would compute",
            "",
            "Environment: RELREP_DATA, RELREP_CACHE and RELREP_PLUGINS name folders;"
                    + " RELREP_JAVA_OPTIONS has options of Java, and -Xmx8g there gives relrep 8 GB"
                    + " of memory.",
            "",
            "Of the build: ./relrep build, test, dist, format, javadoc, clean.",
            "'relrep COMMAND --help' says more. Exit codes: 0 done, 1 ran with failures, 2 wrong"
                    + " input, 3 a gate was not met, 4 the machine lacks something,"
                    + " 130 interrupted, 143 terminated."
        })
final class Root implements Command {
    @Mixin private CommonOptions common;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        throw new IllegalStateException("the root does nothing itself");
    }
}
