package relrep.workbench.install;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import relrep.workbench.digest.Sha256;
import relrep.workbench.trust.PluginJar;
import relrep.workbench.trust.UnfitJarException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * Installs, replaces and removes the bundles of the folder {@code plugins/}. A replaced jar is
 * installed beside the bundle of its old version. When the new version has started, lookups no
 * longer find the old one, and the old one is removed when its last user is done. An incomplete jar
 * replaces nothing.
 */
@Component(
        service = {PluginFolder.class, Runnable.class},
        property = "relrep.install:Boolean=true")
public final class PluginFolder implements Runnable {
    private final BundleContext context;
    private final PluginLeases leases;
    private final Optional<PluginPlace> place;
    private final PluginCopies copies;
    private final PluginBundles bundles;
    private final WatchedFolders watched;
    private final HiddenVersions retired = new HiddenVersions();
    private final Map<String, Installed> current = new TreeMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final List<Installed> replaced = new ArrayList<>();
    private final List<Installed> leaving = new ArrayList<>();
    private final ExecutorService sweeper =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "relrep: old plugins");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** An installed version of a plugin's jar. */
    record Installed(String file, String sha256, Path copy, Bundle bundle) {}

    /** Makes the component. */
    @Activate
    public PluginFolder(
            BundleContext context,
            @Reference PluginLeases leases,
            @Reference ConfigurationAdmin admin) {
        this.context = context;
        this.leases = leases;
        this.place = PluginPlace.in(context);
        this.copies = new PluginCopies(context);
        this.watched = new WatchedFolders(admin, context.getDataFile("watched").toPath());
        this.bundles = new PluginBundles(context);
        context.registerService(FindHook.class, retired, null);
        context.registerService(ResolverHookFactory.class, retired, null);
        leases.onChange(this::sweepSoon);
    }

    @Deactivate
    void end() {
        sweeper.shutdownNow();
    }

    /**
     * Installs and starts the jars in the folder. The launcher calls it when relrep's own bundles
     * have started.
     */
    @Override
    public void run() {
        takeAll();
        if (place.filter(PluginPlace::watched).isPresent()) {
            try {
                watched.watch(place.get());
            } catch (IOException failed) {
                throw new UncheckedIOException(
                        "the framework's storage, which is in the cache, cannot be written",
                        failed);
            }
        }
    }

    private synchronized void takeAll() {
        place.ifPresent(there -> jars(there.folder()).forEach(this::take));
        settle();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Handles a new or changed jar. */
    synchronized void changed(Path file) {
        take(file);
        settle();
    }

    /** Handles a deleted jar. Its bundle is removed at once, even if it is in use. */
    synchronized void removed(Path file) {
        String name = file.getFileName().toString();
        refused.remove(name);
        remove(name);
        settle();
    }

    private void remove(String name) {
        Installed gone = current.remove(name);
        List<Installed> all = new ArrayList<>(replaced);
        all.removeIf(each -> !each.file().equals(name));
        replaced.removeAll(all);
        if (gone != null) {
            all.add(gone);
        }
        all.forEach(this::uninstall);
    }

    /** Handles a change of the list of trusted jars. */
    synchronized void judgeAgain() {
        for (Installed each : List.copyOf(current.values())) {
            if (objection(each.copy(), each.file()).isPresent()) {
                remove(each.file());
            }
        }
        takeAll();
    }

    /** Returns the files that are bundles but could not be installed, each with the reason. */
    public synchronized Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    private Optional<String> objection(Path jar, String name) {
        return place.flatMap(there -> there.trust().objection(jar, name));
    }

    private void take(Path file) {
        String name = file.getFileName().toString();
        Installed before = current.get(name);
        refused.remove(name);
        try {
            String sha256 = Sha256.of(file);
            if (before != null && before.sha256().equals(sha256)) {
                return;
            }
            PluginJar.read(file);
            install(name, copies.of(file));
        } catch (UnfitJarException unfit) {
            if (unfit.whole()) {
                takeAway(name);
            }
        } catch (IOException failed) {
            refused.put(name, "it cannot be copied: " + failed.getMessage());
        }
    }

    private void takeAway(String name) {
        Installed before = current.remove(name);
        if (before != null && PluginBundles.works(before.bundle())) {
            retired.unwire(before.bundle());
            replaced.add(before);
        } else if (before != null) {
            uninstall(before);
        }
    }

    /**
     * Installs a copy. Trust is checked on the copy too, so later changes of the file do not
     * matter.
     */
    private void install(String name, Path copy) throws IOException, UnfitJarException {
        PluginJar.read(copy);
        if (objection(copy, name).isPresent()) {
            takeAway(name);
            PluginCopies.delete(copy);
            return;
        }
        try {
            Bundle bundle = context.installBundle(PluginCopies.location(copy));
            takeAway(name);
            current.put(name, new Installed(name, Sha256.of(copy), copy, bundle));
        } catch (BundleException bad) {
            PluginCopies.delete(copy);
            refused.put(name, "the framework refuses it: " + bad.getMessage());
        }
    }

    /** Starts the bundles that can start, and removes replaced versions that are not in use. */
    private void settle() {
        List<Installed> old;
        do {
            bundles.start(current.values());
            old = replaced.stream().filter(this::hasSuccessor).toList();
            replaced.removeAll(old);
            leases.replace();
            old.forEach(each -> retired.hide(each.bundle()));
            leaving.addAll(old);
            old.forEach(this::renewWhoeverIsWiredTo);
        } while (!old.isEmpty());
        sweep();
    }

    /** Returns whether the new version of an old one has started, or no new version is expected. */
    private boolean hasSuccessor(Installed old) {
        Installed next = current.get(old.file());
        return next == null || PluginBundles.works(next.bundle());
    }

    /** Wires the bundles that use the code of an old version to the new one. */
    private void renewWhoeverIsWiredTo(Installed old) {
        for (Bundle user : PluginBundles.wiredTo(old.bundle())) {
            for (Installed each : List.copyOf(current.values())) {
                if (each.bundle().equals(user)) {
                    try {
                        install(each.file(), copies.of(each.copy()));
                    } catch (IOException | UnfitJarException failed) {
                        refused.put(each.file(), "it cannot be copied: " + failed.getMessage());
                    }
                }
            }
        }
    }

    private void sweepSoon() {
        try {
            sweeper.execute(this::sweep);
        } catch (RejectedExecutionException ended) {
            return;
        }
    }

    private synchronized void sweep() {
        List<Installed> idle;
        do {
            idle = leaving.stream().filter(this::idle).toList();
            leaving.removeAll(idle);
            idle.forEach(this::uninstall);
        } while (!idle.isEmpty());
    }

    /** Returns whether nobody uses an old version, or an old version of a bundle wired to it. */
    private boolean idle(Installed old) {
        Set<Bundle> users = PluginBundles.wiredTo(old.bundle());
        return leases.free(old.bundle())
                && leaving.stream().noneMatch(each -> users.contains(each.bundle()));
    }

    private void uninstall(Installed each) {
        bundles.stop(each.bundle());
        leases.awaitLooks();
        bundles.uninstall(each.bundle());
        retired.forget(each.bundle());
        PluginCopies.delete(each.copy());
    }
}
