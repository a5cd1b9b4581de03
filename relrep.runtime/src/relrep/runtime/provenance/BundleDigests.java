package relrep.runtime.provenance;

import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

import relrep.runtime.cache.FileDigests;
import relrep.runtime.cell.Digest;
import relrep.workbench.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Computes checksums of bundles, and of all the code that a bundle runs. */
public final class BundleDigests {
    private static final String RELREP = "relrep.";

    private record Revision(long bundle, long modified) {}

    private final FileDigests files;
    private final Map<Revision, String> contents = new ConcurrentHashMap<>();

    public BundleDigests(FileDigests files) {
        this.files = files;
    }

    /** Returns the SHA-256 of a bundle's jar. */
    String content(Bundle bundle) {
        return contents.computeIfAbsent(
                new Revision(bundle.getBundleId(), bundle.getLastModified()),
                any -> {
                    try {
                        Optional<Path> jar = jar(bundle);
                        return jar.isPresent() ? files.of(jar.get()) : entries(bundle);
                    } catch (IOException failed) {
                        return "unreadable";
                    }
                });
    }

    /**
     * Returns the jar that a bundle was installed from, if it is unchanged. The framework runs a
     * copy unless the location is a reference, and a newer file may not be installed yet.
     */
    private static Optional<Path> jar(Bundle bundle) throws IOException {
        String location = bundle.getLocation();
        try {
            String address = location.replaceFirst("^reference:", "");
            Path path = address.startsWith("file:") ? Path.of(URI.create(address)) : null;
            boolean there = path != null && Files.isRegularFile(path);
            boolean same =
                    !address.equals(location)
                            || (there
                                    && Files.getLastModifiedTime(path).toMillis()
                                            <= bundle.getLastModified());
            return there && same ? Optional.of(path) : Optional.empty();
        } catch (IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    private static String entries(Bundle bundle) throws IOException {
        MessageDigest sha = Sha256.start();
        List<URL> urls =
                new ArrayList<>(
                        Collections.list(
                                Optional.ofNullable(bundle.findEntries("/", "*", true))
                                        .orElse(Collections.emptyEnumeration())));
        urls.sort(Comparator.comparing(URL::getPath));
        for (URL url : urls) {
            if (!url.getPath().endsWith("/")) {
                sha.update(url.getPath().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = url.openStream()) {
                    Sha256.update(sha, in);
                }
            }
        }
        return Sha256.end(sha);
    }

    /**
     * Returns a digest of the code of a plugin's bundle: its own code, that of its fragments, and
     * that of the bundles whose packages it imports. The engine is not included.
     */
    public String code(Bundle bundle) {
        return digest("code", bundle, any -> true);
    }

    /**
     * Returns a digest of the code of the engine: its own bundle, and relrep's bundles whose
     * packages it imports. Other libraries are not included: they read and write text and compute
     * nothing, and the values that they read are part of the cache keys.
     */
    public String engine(Bundle bundle) {
        return digest("engine", bundle, each -> each.getSymbolicName().startsWith(RELREP));
    }

    private String digest(String what, Bundle bundle, Predicate<Bundle> counts) {
        SortedMap<String, Bundle> all = new TreeMap<>();
        collect(bundle, counts, all);
        Digest digest = new Digest(what);
        all.forEach((name, each) -> digest.add(name).add(content(each)));
        return digest.hex();
    }

    private static void collect(
            Bundle bundle, Predicate<Bundle> counts, SortedMap<String, Bundle> all) {
        String name = bundle.getSymbolicName() + " " + bundle.getVersion();
        if (bundle.getBundleId() == 0
                || !counts.test(bundle)
                || all.putIfAbsent(name, bundle) != null) {
            return;
        }
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return;
        }
        List<BundleWire> wires = new ArrayList<>();
        wires.addAll(wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE));
        wires.addAll(wiring.getRequiredWires(BundleNamespace.BUNDLE_NAMESPACE));
        wires.forEach(wire -> collect(wire.getProvider().getBundle(), counts, all));
        for (BundleWire wire : wiring.getProvidedWires(HostNamespace.HOST_NAMESPACE)) {
            Bundle fragment = wire.getRequirer().getBundle();
            all.putIfAbsent(fragment.getSymbolicName() + " " + fragment.getVersion(), fragment);
        }
    }

    /** Returns name, version and SHA-256 of each of these bundles. */
    public List<Map<String, String>> list(List<Bundle> bundles) {
        return bundles.parallelStream()
                .map(
                        bundle -> {
                            Map<String, String> one = new LinkedHashMap<>();
                            one.put("name", bundle.getSymbolicName());
                            one.put("version", bundle.getVersion().toString());
                            one.put("sha256", content(bundle));
                            return one;
                        })
                .toList();
    }
}
