package relrep.runtime.chain;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

import relrep.runtime.experiment.ExperimentFile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;

/** The experiments that bundles bring: YAML files in their folder {@code experiments/}. */
final class Shelf {
    private static final String FOLDER = "experiments";
    private static final String ENDING = ".yaml";

    private final BundleContext context;

    Shelf(BundleContext context) {
        this.context = context;
    }

    /** Returns them by name, which is the name of the file. */
    Map<String, ExperimentFile> all() {
        Map<String, ExperimentFile> all = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if ((bundle.getState() & (Bundle.UNINSTALLED | Bundle.INSTALLED)) == 0) {
                Enumeration<String> paths = bundle.getEntryPaths(FOLDER);
                if (paths != null) {
                    Collections.list(paths).forEach(path -> add(bundle, path, all));
                }
            }
        }
        return all;
    }

    private static void add(Bundle bundle, String path, Map<String, ExperimentFile> all) {
        if (!path.endsWith(ENDING)) {
            return;
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        String name = file.substring(0, file.length() - ENDING.length());
        URL url = bundle.getEntry(path);
        try (InputStream in = url.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            all.putIfAbsent(
                    name,
                    new ExperimentFile(
                            file, text, bundle.getSymbolicName(), bundle.getVersion().toString()));
        } catch (IOException gone) {
            return;
        }
    }
}
