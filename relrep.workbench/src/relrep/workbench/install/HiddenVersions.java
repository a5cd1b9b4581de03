package relrep.workbench.install;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hides old versions of plugins from everybody but their current users. Once the new version is
 * installed, no bundle is wired to the old one. Once the new version has started, lookups no longer
 * find the old one's services.
 */
final class HiddenVersions implements FindHook, ResolverHookFactory, ResolverHook {
    private final Set<Long> unwired = ConcurrentHashMap.newKeySet();
    private final Set<Long> unseen = ConcurrentHashMap.newKeySet();

    /** Stops new wiring to a bundle. */
    void unwire(Bundle bundle) {
        unwired.add(bundle.getBundleId());
    }

    /** Hides the services of a bundle. */
    void hide(Bundle bundle) {
        unseen.add(bundle.getBundleId());
    }

    /** Forgets a removed bundle. */
    void forget(Bundle bundle) {
        unwired.remove(bundle.getBundleId());
        unseen.remove(bundle.getBundleId());
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        if (!unseen.isEmpty()) {
            references.removeIf(reference -> within(reference.getBundle(), unseen));
        }
    }

    private static boolean within(Bundle bundle, Set<Long> some) {
        return bundle != null && some.contains(bundle.getBundleId());
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(
            BundleRequirement requirement, Collection<BundleCapability> candidates) {
        if (!within(requirement.getRevision().getBundle(), unwired)) {
            candidates.removeIf(each -> within(each.getRevision().getBundle(), unwired));
        }
    }

    /** Allows two versions of a singleton bundle side by side. */
    @Override
    public void filterSingletonCollisions(
            BundleCapability singleton, Collection<BundleCapability> collisions) {
        if (within(singleton.getRevision().getBundle(), unwired)) {
            collisions.clear();
        } else {
            collisions.removeIf(each -> within(each.getRevision().getBundle(), unwired));
        }
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {}

    @Override
    public void end() {}
}
