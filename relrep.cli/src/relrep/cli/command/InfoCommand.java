package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import relrep.api.data.Dataset;
import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command {@code info}: describes one plugin or experiment. */
@ComputesNothing
@picocli.CommandLine.Command(
        name = "info",
        sortOptions = false,
        header = "Shows what a plugin or an experiment is: options, claims, source, keys.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep info robust-cosine",
            "  relrep info mnist            what is needed, and where it was found",
            "  relrep info demo             the keys that --set takes"
        })
final class InfoCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Mixin private CommonOptions common;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "a plugin, also with options (jaccard:k=5), an experiment, or a file with one")
    private String name;

    InfoCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.indexOf('/') >= 0) {
            return new ExperimentPage(workbench.experiments().get().info(name));
        }
        Expression expression = Expression.parse(name);
        List<Answer> pages = new ArrayList<>();
        for (InstalledPlugin plugin : workbench.registry().installed()) {
            if (plugin.name().equals(expression.name()) && plugin.kind() != Kind.EXPERIMENT) {
                pages.add(page(plugin, expression));
            }
        }
        workbench.experiments().get().list().stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .ifPresent(known -> pages.add(new ExperimentPage(known)));
        if (pages.isEmpty()) {
            throw unknown(expression.name());
        }
        return new Answers(pages);
    }

    private Answer page(InstalledPlugin plugin, Expression expression) {
        if (plugin.state() != State.READY) {
            return new PluginPage(plugin, List.of(), Map.of());
        }
        return workbench
                .registry()
                .use(
                        plugin.kind(),
                        plugin.name(),
                        service -> {
                            Options options = Options.of(plugin.name(), service);
                            Object chosen =
                                    options.configure(
                                                    plugin.kind().contract(), expression.options())
                                            .plugin();
                            Map<String, String> claims =
                                    chosen instanceof Dataset dataset
                                            ? DatasetPreview.at(plugin.name(), dataset, console)
                                            : Claims.of(chosen);
                            return new PluginPage(plugin, options.fields(), claims);
                        });
    }

    private InvalidInputException unknown(String given) {
        List<String> names =
                Stream.concat(
                                workbench.registry().installed().stream()
                                        .map(InstalledPlugin::name),
                                workbench.experiments().get().list().stream()
                                        .map(ExperimentInfo::name))
                        .distinct()
                        .toList();
        return workbench.registry().unknown("plugin or experiment", given, names);
    }
}
