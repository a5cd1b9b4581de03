package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import relrep.runtime.experiment.ExperimentInfo;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;

import java.util.ArrayList;
import java.util.List;

/** The command {@code list}: lists what is installed. */
@ComputesNothing
@picocli.CommandLine.Command(
        name = "list",
        sortOptions = false,
        header = "Lists plugins and experiments: name, kind, bundle, version, state.",
        footerHeading = "%nExamples:%n",
        footer = {"  relrep list", "  relrep list aligners", "  relrep list experiments --json"})
final class ListCommand implements Command {
    private final Workbench workbench;

    @Mixin private CommonOptions common;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description =
                    "similarity, aligner, transform, anchor-selector, dataset, architecture,"
                            + " penalty, encoder, metric, experiment, reporter or vector-format;"
                            + " without it everything")
    private String kind;

    ListCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        Kind wanted = kind == null ? null : Kind.of(kind);
        List<Listing.Line> lines = new ArrayList<>();
        for (InstalledPlugin plugin : workbench.registry().tried()) {
            boolean asked = wanted == null || plugin.kind() == wanted;
            if (asked && plugin.kind() != Kind.EXPERIMENT) {
                lines.add(Listing.Line.of(plugin));
            }
        }
        if (wanted == null || wanted == Kind.EXPERIMENT) {
            for (ExperimentInfo experiment : workbench.experiments().get().list()) {
                lines.add(Listing.Line.of(experiment));
            }
        }
        return new Listing(lines, workbench.stuck().get());
    }
}
