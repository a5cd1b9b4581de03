package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;
import relrep.runtime.experiment.ExperimentFinder;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.ExperimentInfo.State;
import relrep.runtime.experiment.Job;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.RunRequest;
import relrep.runtime.provenance.Services;
import relrep.runtime.wiring.ChainJob.Subject;
import relrep.workbench.install.PluginLeases;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Nearest;
import relrep.workbench.plugins.OptionField;
import relrep.workbench.plugins.Options;
import relrep.workbench.plugins.Registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Lists all experiments, and the plugins that each of them lacks. */
final class Catalogue {
    private final Services services;
    private final BundledExperiments shelf;
    private final Registry registry;
    private final Supplier<List<Job>> jobs;

    Catalogue(
            BundleContext context,
            PluginLeases leases,
            Registry registry,
            Supplier<List<Job>> jobs) {
        this.services = new Services(context, leases);
        this.shelf = new BundledExperiments(context);
        this.registry = registry;
        this.jobs = jobs;
    }

    List<ExperimentInfo> list() {
        Map<String, ExperimentInfo> all = new TreeMap<>();
        shelf.all().forEach((name, file) -> all.put(name, describe(name, file)));
        shelf.unreadable().forEach((name, info) -> all.putIfAbsent(name, info));
        for (InstalledPlugin plugin : registry.installed(Kind.EXPERIMENT)) {
            all.putIfAbsent(plugin.name(), describe(plugin));
        }
        for (Job job : jobs.get()) {
            ChainJob own = (ChainJob) job;
            String name = own.subject().name();
            if (job.state() != Job.State.ENDED) {
                all.computeIfAbsent(name, any -> describe(own));
                if (job.state() == Job.State.RUNNING) {
                    all.computeIfPresent(name, (same, info) -> running(info));
                }
            }
        }
        List<ExperimentInfo> listed = new ArrayList<>(all.values());
        listed.addAll(shelf.hidden());
        listed.sort(Comparator.comparing(ExperimentInfo::name));
        return listed;
    }

    ExperimentInfo info(String experiment) {
        Optional<InstalledPlugin> plugin =
                registry.installed(Kind.EXPERIMENT).stream()
                        .filter(each -> each.name().equals(experiment))
                        .findFirst();
        if (plugin.isPresent()) {
            return describe(plugin.get());
        }
        ExperimentFile file = find(experiment, Path.of("").toAbsolutePath());
        Definition definition = file.define(List.of(), OptionalLong.empty());
        return describe(definition, file);
    }

    private ExperimentFile find(String experiment, Path directory) {
        List<String> others =
                registry.installed(Kind.EXPERIMENT).stream().map(InstalledPlugin::name).toList();
        return ExperimentFinder.find(experiment, shelf.all(), others, directory);
    }

    /** Returns the information about a configuration that cannot be run. */
    static ExperimentInfo broken(String name, String sentence) {
        return new ExperimentInfo(
                name,
                List.of(),
                sentence,
                "",
                DeclaredExperiment.PID + "~" + name,
                "",
                State.BROKEN,
                List.of(),
                Map.of());
    }

    private ExperimentInfo describe(String name, ExperimentFile file) {
        try {
            return describe(file.define(List.of(), OptionalLong.empty()), file);
        } catch (InvalidInputException broken) {
            return new ExperimentInfo(
                    name,
                    List.of(),
                    broken.getMessage(),
                    "",
                    file.origin(),
                    file.version(),
                    State.BROKEN,
                    List.of(),
                    Map.of());
        }
    }

    private ExperimentInfo describe(Definition definition, ExperimentFile file) {
        List<String> missing = missing(resolved(RequiredPlugins.of(definition)));
        return new ExperimentInfo(
                definition.name(),
                definition.kinds().stream().map(ChainKind::word).toList(),
                definition.description(),
                definition.source(),
                file.origin(),
                file.version(),
                missing.isEmpty() ? State.READY : State.WAITING,
                missing,
                file.keys());
    }

    private static ExperimentInfo describe(InstalledPlugin plugin) {
        boolean ready = plugin.state() == InstalledPlugin.State.READY;
        return new ExperimentInfo(
                plugin.name(),
                List.of(Kind.EXPERIMENT.key()),
                plugin.description(),
                plugin.source(),
                plugin.bundle(),
                plugin.version(),
                ready ? State.READY : State.WAITING,
                ready ? List.of() : List.of(plugin.reason()),
                Map.of());
    }

    private ExperimentInfo describe(ChainJob job) {
        List<String> missing = missing(job.subject().required());
        Optional<Definition> definition = job.subject().definition();
        return new ExperimentInfo(
                job.subject().name(),
                definition
                        .map(each -> each.kinds().stream().map(ChainKind::word).toList())
                        .orElse(List.of(Kind.EXPERIMENT.key())),
                definition.map(Definition::description).orElse(""),
                definition.map(Definition::source).orElse(""),
                job.request().experiment(),
                "",
                missing.isEmpty() ? State.READY : State.WAITING,
                missing,
                Map.of());
    }

    private static ExperimentInfo running(ExperimentInfo info) {
        return new ExperimentInfo(
                info.name(),
                info.kinds(),
                info.description(),
                info.source(),
                info.origin(),
                info.version(),
                State.RUNNING,
                info.missing(),
                info.keys());
    }

    /** Returns the subject of a request. */
    Subject subject(RunRequest request) {
        Optional<LocatedExpression> plugin = plugin(request);
        if (plugin.isPresent()) {
            return new Subject(
                    plugin.get().expression().name(),
                    Optional.empty(),
                    plugin,
                    () -> through(RequiredPlugins.experiment(plugin.get())));
        }
        Definition definition =
                find(request.experiment(), request.directory())
                        .define(request.settings(), request.seed());
        return new Subject(
                definition.name(),
                Optional.of(definition),
                Optional.empty(),
                () -> through(RequiredPlugins.of(definition)));
    }

    /** Returns the file of an experiment: a name, or a path. */
    ExperimentFile file(String experiment, Path directory) {
        return find(experiment, directory);
    }

    /** Returns plugins and those that the options of available ones name. */
    RequiredPlugins required(RequiredPlugins named) {
        return through(named);
    }

    /** Adds the plugins that options of available plugins name. */
    private RequiredPlugins through(RequiredPlugins required) {
        return resolved(required).through(this::options);
    }

    private RequiredPlugins resolved(RequiredPlugins required) {
        return required.resolved((kind, name) -> services.contract(kind, name).isPresent());
    }

    private List<OptionField> options(RequiredPlugins.Use use) {
        if (services.contract(use.kind(), use.name()).isEmpty()) {
            return List.of();
        }
        try {
            return registry.use(
                    use.kind(), use.name(), service -> Options.of(use.name(), service).fields());
        } catch (InvalidInputException unusable) {
            return List.of(); // the caller that requires it reports why, with its place
        }
    }

    /** Returns an Experiment plugin that the request names; settings are its options. */
    private Optional<LocatedExpression> plugin(RunRequest request) {
        LocatedExpression written;
        try {
            written = RequiredPlugins.named(request.experiment());
        } catch (InvalidInputException path) {
            return Optional.empty();
        }
        String name = written.expression().name();
        boolean file = shelf.all().containsKey(name) || request.experiment().matches(".*\\.ya?ml");
        boolean there = services.contract(Kind.EXPERIMENT, name).isPresent();
        if (!there && (!request.waits() || file)) {
            return Optional.empty();
        }
        Map<String, String> options = new LinkedHashMap<>(written.expression().options());
        for (String setting : request.settings()) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw InvalidInputException.of(
                        "setting", "takes key=value, such as width=24, not '" + setting + "'");
            }
            options.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return Optional.of(new LocatedExpression(new Expression(name, options), written.where()));
    }

    /** Returns the missing plugins. */
    List<String> missing(RequiredPlugins required) {
        List<String> all = new ArrayList<>();
        for (RequiredPlugins.Use use : required.uses()) {
            if (services.contract(use.kind(), use.name()).isEmpty()) {
                String label = label(use);
                if (!all.contains(label)) {
                    all.add(label);
                }
            }
        }
        return all;
    }

    private String label(RequiredPlugins.Use use) {
        List<String> names =
                registry.installed(use.kind()).stream().map(InstalledPlugin::name).toList();
        return use.label()
                + Nearest.to(use.name(), names)
                        .filter(name -> !name.equals(use.name()))
                        .map(name -> " (did you mean '" + name + "'?)")
                        .orElse("");
    }

    /**
     * Throws for the first plugin that is missing or could not be created, with its place and the
     * reason.
     */
    void requireNothingMissing(RequiredPlugins required) {
        for (RequiredPlugins.Use use : required.uses()) {
            try {
                registry.require(use.kind(), use.name());
            } catch (InvalidInputException sentence) {
                throw use.written().where().refuse(sentence, "%s", sentence.getMessage());
            }
        }
    }
}
