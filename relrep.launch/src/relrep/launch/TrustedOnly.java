package relrep.launch;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

import relrep.workbench.trust.Trust;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;

/**
 * A resolver hook that lets only relrep's own bundles and trusted plugins resolve; code of other
 * bundles cannot run. A bundle is trusted by the file that it runs from, not by who installed it.
 * That file must be a reference, and lie in this process's storage.
 */
final class TrustedOnly implements ResolverHookFactory, ResolverHook {
    private static final String REFERENCE = "reference:";

    private final Path own;
    private final Path storage;
    private final Trust trust;

    TrustedOnly(Path own, Path storage, Trust trust) {
        this.own = own;
        this.storage = storage;
        this.trust = trust;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(revision -> !trusted(revision.getBundle()));
    }

    private boolean trusted(Bundle bundle) {
        String location = bundle.getLocation();
        if (bundle.getBundleId() == 0) {
            return true;
        }
        if (!location.startsWith(REFERENCE)) {
            return false;
        }
        try {
            Path jar = Path.of(URI.create(location.substring(REFERENCE.length()))).normalize();
            return jar.startsWith(own)
                    || (jar.startsWith(storage)
                            && trust.objection(jar, jar.getFileName().toString()).isEmpty());
        } catch (IllegalArgumentException noFile) {
            return false;
        }
    }

    @Override
    public void filterMatches(
            BundleRequirement requirement, Collection<BundleCapability> candidates) {}

    @Override
    public void filterSingletonCollisions(
            BundleCapability singleton, Collection<BundleCapability> collisions) {}

    @Override
    public void end() {}
}
