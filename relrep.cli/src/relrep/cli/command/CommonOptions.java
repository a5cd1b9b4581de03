package relrep.cli.command;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but the result and what is wrong.")
    boolean quiet;

    @Option(names = "--stacktrace", description = "Show where in the code an error occurred.")
    boolean stacktrace;

    /** The launcher reads it, since it says which bundles are started. */
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

    /** Takes over what was said before the command. */
    void and(CommonOptions before) {
        json |= before.json;
        quiet |= before.quiet;
        stacktrace |= before.stacktrace;
        help |= before.help;
    }
}
