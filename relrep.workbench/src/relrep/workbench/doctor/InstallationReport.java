package relrep.workbench.doctor;

import relrep.api.run.Checkup;
import relrep.api.run.Checkup.Finding;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.place.Places;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.StuckBundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A report on everything that the work depends on: Java, bundles, folders, plugins, data. */
public final class InstallationReport {
    private static final long ROOM = 2L << 30;
    private static final int OLDEST = 17;

    private final List<Finding> findings = new ArrayList<>();

    /** Examines the running Java. */
    public InstallationReport java(Runtime.Version version, String home, long memory) {
        String value = "%s, %d MB of memory, in %s".formatted(version, memory >> 20, home);
        return add(
                "java", value, version.feature() >= OLDEST, "install a JDK of version 17 or later");
    }

    /** Runs the check-ups of bundles: natives, BLAS. */
    public InstallationReport bundles(List<Checkup> checkups) {
        for (Checkup checkup : checkups) {
            attempt(
                    "a bundle's checkup",
                    "report it to the bundle's authors",
                    health ->
                            health.findings.addAll(
                                    checkup instanceof TimedCheckup
                                            ? checkup.examine()
                                            : CheckedPlugin.ofNameless(Checkup.class, checkup)
                                                    .examine()));
        }
        return this;
    }

    /**
     * Runs one examination; an exception becomes a finding.
     *
     * @param name the name of that finding
     * @param remedy what the user can do about it
     */
    public InstallationReport attempt(
            String name, String remedy, Consumer<InstallationReport> look) {
        try {
            look.accept(this);
        } catch (RuntimeException | Error broken) { // there is no worse moment to give up
            String reason =
                    broken instanceof PluginFailureException
                            ? broken.getMessage()
                            : broken.toString();
            add(name, reason, false, remedy);
        }
        return this;
    }

    /** Examines a folder that must be writable and have enough space. */
    public InstallationReport folder(String name, Path folder, String remedy) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long room = Files.getFileStore(there).getUsableSpace();
            boolean writable = Files.isDirectory(there) && Files.isWritable(there);
            String value =
                    "%s, %d GB free%s"
                            .formatted(folder, room >> 30, writable ? "" : ", not writable");
            return add(name, value, writable && room > ROOM, remedy);
        } catch (IOException unknown) {
            return add(name, folder + ": " + unknown, false, remedy);
        }
    }

    /** Examines plugins that cannot be used, and bundles without plugins. */
    public InstallationReport plugins(List<InstalledPlugin> plugins, List<StuckBundle> stuck) {
        long ready = plugins.stream().filter(p -> p.state() == InstalledPlugin.State.READY).count();
        add("plugins", "%d ready".formatted(ready), ready > 0, "build again: ./relrep clean dist");
        for (InstalledPlugin plugin : plugins) {
            if (plugin.state() != InstalledPlugin.State.READY) {
                String what = "%s is %s".formatted(plugin.name(), plugin.state().word());
                add(plugin.kind().word(), what, false, plugin.reason());
            }
        }
        for (StuckBundle bundle : stuck) {
            add(
                    "plugins",
                    "%s is %s".formatted(bundle.name(), bundle.state()),
                    bundle.works(),
                    bundle.reason());
        }
        return this;
    }

    /**
     * Examines data that was named or downloaded. None is required, since the digits are built in.
     */
    public InstallationReport data(Places places) {
        for (Path folder : places.folders()) {
            boolean there = Files.isDirectory(folder);
            String value =
                    folder + (there ? ": " + String.join(", ", folders(folder)) : ": no folder");
            add("data", value, there, "RELREP_DATA must name a folder with mnist/ and the like");
        }
        if (places.folders().isEmpty()) {
            add(
                    "data",
                    "RELREP_DATA is not set: embedded digits, and downloads where a set allows"
                            + " them",
                    true,
                    "");
        }
        return this;
    }

    private static List<String> folders(Path parent) {
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Adds a finding. */
    public InstallationReport add(String name, String value, boolean healthy, String remedy) {
        findings.add(new Finding(name, value, healthy, healthy ? "" : remedy));
        return this;
    }

    /** Returns the findings in the order of examination. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
