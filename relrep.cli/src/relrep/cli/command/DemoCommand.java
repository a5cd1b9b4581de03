package relrep.cli.command;

import picocli.CommandLine.Mixin;

import java.util.List;

/** The command {@code demo}: runs the bundled experiment {@code demo}. */
@picocli.CommandLine.Command(
        name = "demo",
        sortOptions = false,
        header = "Runs the bundled experiment 'demo' on the embedded handwritten digits.",
        description = {
            "Two networks trained apart; their spaces compared as they are and made relative; every"
                    + " aligner; the decoder of one behind the encoder of the other. The same as"
                    + " 'relrep run demo'."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  relrep demo", "  relrep demo --fresh --out /tmp/demo"})
final class DemoCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Mixin private RunOptions options;
    @Mixin private CommonOptions common;

    DemoCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        return new Runs(workbench.experiments().get(), console, common, options)
                .of(List.of("demo"));
    }
}
