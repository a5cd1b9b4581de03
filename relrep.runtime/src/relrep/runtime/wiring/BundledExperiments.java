package relrep.runtime.wiring;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.ExperimentFile;
import relrep.runtime.experiment.ExperimentFinder;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.ExperimentInfo.State;
import relrep.workbench.install.PluginCopies;
import relrep.workbench.install.PluginPlace;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The experiments in files: those of bundles, in their folder {@code experiments/}, and those in
 * the user's folder of that name, which is read each time. If several have one name, relrep's own
 * is used first, then that of the jar that comes first by name, then the user's file.
 */
final class BundledExperiments {
    private static final String FOLDER = "experiments";
    private static final String ENDING = ".yaml";

    private final BundleContext context;

    BundledExperiments(BundleContext context) {
        this.context = context;
    }

    /** Returns the experiments by name, which is the name of the file. */
    Map<String, ExperimentFile> all() {
        Map<String, ExperimentFile> all = ofBundles();
        for (Path file : files()) {
            if (!all.containsKey(name(file))) {
                try {
                    all.put(name(file), read(file));
                } catch (InvalidInputException unreadable) {
                    // the others are of use without it
                }
            }
        }
        return all;
    }

    /** Returns the files that cannot be read, by name. */
    Map<String, ExperimentInfo> unreadable() {
        Map<String, ExperimentInfo> all = new TreeMap<>();
        for (Path file : files()) {
            try {
                read(file);
            } catch (InvalidInputException unreadable) {
                all.put(name(file), info(file, State.BROKEN, unreadable.getMessage()));
            }
        }
        return all;
    }

    /** Returns the files whose name is that of a bundle's experiment. */
    List<ExperimentInfo> hidden() {
        Map<String, ExperimentFile> others = ofBundles();
        List<ExperimentInfo> all = new ArrayList<>();
        for (Path file : files()) {
            ExperimentFile other = others.get(name(file));
            if (other != null) {
                all.add(
                        info(
                                file,
                                State.HIDDEN,
                                "%s has an experiment of this name, which is run; relrep run %s runs this one"
                                        .formatted(other.origin(), file)));
            }
        }
        return all;
    }

    private static ExperimentInfo info(Path file, State state, String sentence) {
        return new ExperimentInfo(
                name(file),
                List.of(),
                sentence,
                "",
                file.toString(),
                "",
                state,
                List.of(),
                Map.of());
    }

    private List<Path> files() {
        Path folder = PluginPlace.in(context).flatMap(PluginPlace::experiments).orElse(Path.of(""));
        if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static ExperimentFile read(Path file) {
        return ExperimentFinder.read(file.toString(), file);
    }

    private static String name(Path file) {
        return name(file.getFileName().toString());
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ENDING.length());
    }

    private Map<String, ExperimentFile> ofBundles() {
        Map<String, ExperimentFile> all = new TreeMap<>();
        for (Bundle bundle : byPrecedence()) {
            if ((bundle.getState() & (Bundle.UNINSTALLED | Bundle.INSTALLED)) == 0) {
                Enumeration<String> paths = bundle.getEntryPaths(FOLDER);
                if (paths != null) {
                    Collections.list(paths).forEach(path -> add(bundle, path, all));
                }
            }
        }
        return all;
    }

    /**
     * Returns the bundles by precedence. Of two versions of a jar the newer comes first; the older
     * is only kept for its current users.
     */
    private List<Bundle> byPrecedence() {
        return Arrays.stream(context.getBundles())
                .sorted(
                        Comparator.<Bundle, String>comparing(
                                        each -> PluginCopies.file(each).orElse(""))
                                .thenComparing(
                                        each ->
                                                PluginCopies.file(each).isPresent()
                                                        ? -each.getBundleId()
                                                        : each.getBundleId()))
                .toList();
    }

    private static void add(Bundle bundle, String path, Map<String, ExperimentFile> all) {
        if (!path.endsWith(ENDING)) {
            return;
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        URL url = bundle.getEntry(path);
        try (InputStream in = url.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            all.putIfAbsent(
                    name(file),
                    new ExperimentFile(
                            file, text, bundle.getSymbolicName(), bundle.getVersion().toString()));
        } catch (IOException gone) {
            return;
        }
    }
}
