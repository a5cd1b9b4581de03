package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;

/** The command {@code run}: runs experiments. */
@picocli.CommandLine.Command(
        name = "run",
        sortOptions = false,
        header = "Runs experiments and writes a folder for each under runs/.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep run demo",
            "  relrep run mine.yaml --dry-run",
            "  relrep run lahner-table-3 --set seeds=[1,2] --set networks.ae=conv:epochs=3",
            "",
            "Finished cells are kept: running again computes what is missing. Ctrl-C ends a run and"
                    + " keeps what is finished."
        })
final class RunCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Mixin private RunOptions options;
    @Mixin private CommonOptions common;

    @Parameters(
            arity = "1..*",
            paramLabel = "EXPERIMENT",
            description = "a name from 'relrep list experiments', or a YAML file")
    private List<String> experiments;

    RunCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        return new Runs(workbench.experiments().get(), console, common, options).of(experiments);
    }
}
