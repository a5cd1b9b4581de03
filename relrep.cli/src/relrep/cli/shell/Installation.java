package relrep.cli.shell;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.AnchorAppraiser;
import relrep.api.metric.RetrievalAppraiser;
import relrep.cli.command.Workbench;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.experiment.Job;
import relrep.runtime.network.NetworkWork;
import relrep.workbench.install.PluginFolder;
import relrep.workbench.install.PluginPlace;
import relrep.workbench.plugins.Registry;
import relrep.workbench.plugins.StuckBundle;
import relrep.workbench.plugins.StuckBundles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gathers the services that commands work with from the framework. Each is created on first use.
 */
@Component(service = Installation.class)
public final class Installation {
    private final BundleContext context;
    private final Registry registry;
    private final PluginFolder plugins;
    private final ComponentServiceObjects<Experiments> experiments;
    private final ComponentServiceObjects<NetworkWork> networks;
    private Experiments made;

    /** Makes the component. */
    @Activate
    public Installation(
            BundleContext context,
            @Reference Registry registry,
            @Reference PluginFolder plugins,
            @Reference ComponentServiceObjects<Experiments> experiments,
            @Reference ComponentServiceObjects<NetworkWork> networks) {
        this.context = context;
        this.registry = registry;
        this.plugins = plugins;
        this.experiments = experiments;
        this.networks = networks;
    }

    LaunchProperties launched() {
        return LaunchProperties.in(context);
    }

    BundleContext context() {
        return context;
    }

    /**
     * Returns the services that commands work with.
     *
     * @param shell runs the interactive shell
     */
    Workbench workbench(Supplier<Integer> shell) {
        return new Workbench(
                version(),
                registry,
                this::experiments,
                networks::getService,
                this::stuck,
                () -> new Checkups(context).all(),
                () -> registry.nameless(AnchorAppraiser.class, Integer.MAX_VALUE),
                () -> registry.nameless(RetrievalAppraiser.class, 1),
                shell);
    }

    private String version() {
        Version version = context.getBundle().getVersion();
        return "%d.%d.%d".formatted(version.getMajor(), version.getMinor(), version.getMicro());
    }

    synchronized Experiments experiments() {
        if (made == null) {
            made = experiments.getService();
        }
        return made;
    }

    /** Returns all submitted jobs. */
    List<Job> jobs() {
        return experiments().jobs();
    }

    Registry registry() {
        return registry;
    }

    private List<StuckBundle> stuck() {
        Optional<PluginPlace> place = PluginPlace.in(context);
        if (place.isEmpty()) {
            return new StuckBundles(context).all(Optional.empty());
        }
        Path folder = place.get().folder();
        List<StuckBundle> stuck =
                new ArrayList<>(
                        new StuckBundles(context, place.get().trust(), plugins.refused())
                                .all(Optional.of(folder)));
        if (Files.exists(folder) && !readable(folder)) {
            stuck.add(unreadable(folder));
        }
        return stuck;
    }

    private static boolean readable(Path folder) {
        return Files.isDirectory(folder) && Files.isReadable(folder) && Files.isExecutable(folder);
    }

    private static StuckBundle unreadable(Path folder) {
        return new StuckBundle(
                folder.toString(),
                "",
                folder.toString(),
                "unreadable",
                "it must be a folder that can be read; RELREP_PLUGINS names another");
    }
}
