package relrep.workbench.plugins;

import org.osgi.framework.Bundle;

import relrep.workbench.digest.Sha256;
import relrep.workbench.install.PluginCopies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records the jars of {@code plugins/} whose plugins were lent, each with the time of the last
 * lease.
 */
final class UsedPluginJars {
    private record Revision(long bundle, long modified) {}

    private final Map<Revision, PluginOrigin> origins = new ConcurrentHashMap<>();
    private final Map<Revision, Long> lent = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();

    /** Records that a plugin of this bundle is lent; relrep's own bundles are not recorded. */
    void lend(Bundle bundle) {
        Optional<Path> jar = bundle == null ? Optional.empty() : PluginCopies.of(bundle);
        if (jar.isPresent()) {
            Revision revision = new Revision(bundle.getBundleId(), bundle.getLastModified());
            origins.computeIfAbsent(revision, any -> origin(bundle, jar.get()));
            lent.put(revision, clock.incrementAndGet());
        }
    }

    private static PluginOrigin origin(Bundle bundle, Path jar) {
        return new PluginOrigin(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                jar.getFileName().toString(),
                sha256(jar));
    }

    private static String sha256(Path jar) {
        try {
            return Sha256.of(jar);
        } catch (IOException gone) {
            return "unreadable";
        }
    }

    /** Returns a moment, to be passed to {@link #after} later. */
    long now() {
        return clock.get();
    }

    /** Returns the jars lent after a moment, by file name. */
    List<PluginOrigin> after(long moment) {
        return lent.entrySet().stream()
                .filter(entry -> entry.getValue() > moment)
                .map(entry -> origins.get(entry.getKey()))
                .sorted(
                        Comparator.comparing(PluginOrigin::file)
                                .thenComparing(PluginOrigin::sha256))
                .toList();
    }
}
