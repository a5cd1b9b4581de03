package relrep.workbench.install;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

import relrep.workbench.install.PluginFolder.Installed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts and uninstalls third-party bundles. Each step has a time limit, so a bundle that hangs
 * delays the others only briefly.
 */
final class PluginBundles {
    private static final long REFRESH_SECONDS = 5;

    private final BundleContext context;
    private final FrameworkWiring framework;

    PluginBundles(BundleContext context) {
        this.context = context;
        this.framework = context.getBundle(0).adapt(FrameworkWiring.class);
    }

    /** Starts the bundles that do not run. The list of plugins explains why one does not start. */
    void start(Collection<Installed> all) {
        for (Installed each : all) {
            Bundle bundle = each.bundle();
            if (fragment(bundle)) {
                attach(bundle);
            } else if (bundle.getState() == Bundle.INSTALLED
                    || bundle.getState() == Bundle.RESOLVED) {
                TimeLimitedCall.call(
                        "start " + each.file(),
                        () -> {
                            bundle.start(Bundle.START_ACTIVATION_POLICY);
                            return null;
                        });
            }
        }
    }

    /** Returns whether a bundle has started; for a fragment, whether it is attached to its host. */
    static boolean works(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE
                || (bundle.getState() == Bundle.STARTING && lazy(bundle))
                || (bundle.getState() == Bundle.RESOLVED && fragment(bundle));
    }

    private static boolean lazy(Bundle bundle) {
        String policy = bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY);
        return policy != null && policy.startsWith(Constants.ACTIVATION_LAZY);
    }

    private static boolean fragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    /**
     * Attaches a fragment: its host is resolved again, since a resolved host takes no new fragment.
     */
    private void attach(Bundle fragment) {
        if (fragment.getState() != Bundle.INSTALLED) {
            return;
        }
        Set<Bundle> hosts = new LinkedHashSet<>();
        for (BundleRequirement host :
                fragment.adapt(BundleRevision.class)
                        .getDeclaredRequirements(HostNamespace.HOST_NAMESPACE)) {
            framework.findProviders(host).stream()
                    .map(provider -> provider.getRevision().getBundle())
                    .filter(bundle -> bundle.getBundleId() != 0 && bundle != context.getBundle())
                    .forEach(hosts::add);
        }
        if (!hosts.isEmpty()) {
            refresh(hosts);
        }
    }

    private void refresh(Collection<Bundle> some) {
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        framework.refreshBundles(some, listener);
        try {
            done.await(REFRESH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops a bundle, which removes its services. */
    void stop(Bundle bundle) {
        aside("stop " + bundle.getSymbolicName(), bundle, bundle::stop);
    }

    void uninstall(Bundle bundle) {
        aside("uninstall " + bundle.getSymbolicName(), bundle, bundle::uninstall);
        if (framework.getRemovalPendingBundles().contains(bundle)) {
            refresh(List.of(bundle));
        }
    }

    /** One step of starting or uninstalling a bundle. */
    @FunctionalInterface
    private interface Step {
        void take() throws BundleException;
    }

    private static void aside(String what, Bundle bundle, Step step) {
        TimeLimitedCall.call(
                what,
                () -> {
                    if (bundle.getState() != Bundle.UNINSTALLED) {
                        step.take();
                    }
                    return null;
                });
    }

    /** Returns the other bundles that use the code of one. */
    static Set<Bundle> wiredTo(Bundle bundle) {
        Set<Bundle> users = new LinkedHashSet<>();
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        List<BundleWire> wires = wiring == null ? List.of() : wiring.getProvidedWires(null);
        for (BundleWire wire : wires == null ? List.<BundleWire>of() : wires) {
            users.add(wire.getRequirer().getBundle());
        }
        users.remove(bundle);
        return users;
    }
}
