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
 * The bundles of the folder {@code plugins/}. A jar that is replaced is installed beside the bundle
 * of its old version; when the new one has started nobody finds the old one any more, and it goes
 * when those who work with it are done. A jar that is not whole replaces nothing.
 */
@Component(
        service = {PluginFolder.class, Runnable.class},
        property = "relrep.install:Boolean=true")
public final class PluginFolder implements Runnable {
    private final BundleContext context;
    private final Lending lending;
    private final Optional<PluginPlace> place;
    private final PluginCopies copies;
    private final PluginBundles bundles;
    private final WatchedFolders watched;
    private final Retired retired = new Retired();
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

    /** A version of a plugin's jar that is installed. */
    record Installed(String file, String sha256, Path copy, Bundle bundle) {}

    /** Works in a framework. */
    @Activate
    public PluginFolder(
            BundleContext context,
            @Reference Lending lending,
            @Reference ConfigurationAdmin admin) {
        this.context = context;
        this.lending = lending;
        this.place = PluginPlace.in(context);
        this.copies = new PluginCopies(context);
        this.watched = new WatchedFolders(admin, context.getDataFile("watched").toPath());
        this.bundles = new PluginBundles(context);
        context.registerService(FindHook.class, retired, null);
        context.registerService(ResolverHookFactory.class, retired, null);
        lending.onChange(this::sweepSoon);
    }

    @Deactivate
    void end() {
        sweeper.shutdownNow();
    }

    /**
     * Installs and starts what lies there; the launcher calls it when relrep's own have started.
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

    /** A jar came, or is another one now. */
    synchronized void changed(Path file) {
        take(file);
        settle();
    }

    /** A jar was deleted: it goes at once, whoever works with it. */
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

    /** The list of trusted jars is another one now. */
    synchronized void judgeAgain() {
        for (Installed each : List.copyOf(current.values())) {
            if (objection(each.copy(), each.file()).isPresent()) {
                remove(each.file());
            }
        }
        takeAll();
    }

    /** Returns the files that could not be installed although they are bundles, and why. */
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

    /** What is judged and installed is the copy, whatever becomes of the file. */
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

    /** Starts what can start, and lets go of what was replaced. */
    private void settle() {
        List<Installed> old;
        do {
            bundles.start(current.values());
            old = replaced.stream().filter(this::hasSuccessor).toList();
            replaced.removeAll(old);
            lending.replace();
            old.forEach(each -> retired.hide(each.bundle()));
            leaving.addAll(old);
            old.forEach(this::renewWhoeverIsWiredTo);
        } while (!old.isEmpty());
        sweep();
    }

    /** An old version goes on until the new one has started, or there is to be none. */
    private boolean hasSuccessor(Installed old) {
        Installed next = current.get(old.file());
        return next == null || PluginBundles.works(next.bundle());
    }

    /** Who uses the code of an old version gets the new one the same way as everybody. */
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

    /** Whether nobody works with an old version, or with an old version of what is wired to it. */
    private boolean idle(Installed old) {
        Set<Bundle> users = PluginBundles.wiredTo(old.bundle());
        return lending.free(old.bundle())
                && leaving.stream().noneMatch(each -> users.contains(each.bundle()));
    }

    private void uninstall(Installed each) {
        bundles.stop(each.bundle());
        lending.awaitLooks();
        bundles.uninstall(each.bundle());
        retired.forget(each.bundle());
        PluginCopies.delete(each.copy());
    }
}
