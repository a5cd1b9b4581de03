package relrep.cli.command;

import picocli.CommandLine.Option;

/** The options that all commands have. */
final class CommonOptions {
    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but the result and what is wrong.")
    boolean quiet;

    @Option(names = "--stacktrace", description = "Show where in the code an error occurred.")
    boolean stacktrace;

    /**
     * The option {@code --trust}. The launcher reads it, since it decides which bundles are
     * started.
     */
    @Option(
            names = "--trust",
            paramLabel = "all|listed",
            description = "Start all plugins, or those that 'relrep trust' has listed.")
    String trust;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** Adds the options that were given before the command's name. */
    void and(CommonOptions before) {
        json |= before.json;
        quiet |= before.quiet;
        stacktrace |= before.stacktrace;
        help |= before.help;
    }
}
