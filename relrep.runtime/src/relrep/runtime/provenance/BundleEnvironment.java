package relrep.runtime.provenance;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

import relrep.api.plugin.Plugin;
import relrep.api.report.Reporter;
import relrep.api.run.Checkup;
import relrep.runtime.cache.Cache;
import relrep.workbench.calls.PluginCall;
import relrep.workbench.calls.PluginCalls;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.install.PluginLeases;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The {@link RunEnvironment} of a process with an OSGi framework. */
public final class BundleEnvironment implements RunEnvironment, Closeable {
    private final BundleContext context;
    private final PluginLeases leases;
    private final BundleDigests digests;
    private final Map<Path, Cache> caches = new ConcurrentHashMap<>();

    public BundleEnvironment(BundleContext context, PluginLeases leases, BundleDigests digests) {
        this.context = context;
        this.leases = leases;
        this.digests = digests;
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    @Override
    public Cache cache(Path root) {
        return caches.computeIfAbsent(root, Cache::open);
    }

    @Override
    public void close() {
        caches.values().forEach(Cache::close);
    }

    @Override
    public Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Override
    public String version() {
        return context.getBundle().getVersion().toString();
    }

    @Override
    public String commit() {
        String home = System.getProperty("relrep.home");
        return home == null ? SourceCommit.UNKNOWN : SourceCommit.of(Path.of(home));
    }

    @Override
    public String engine() {
        return digests.engine(context.getBundle());
    }

    @Override
    public List<Map<String, String>> bundles() {
        return digests.list(
                Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getBundleId() != 0)
                        .toList());
    }

    @Override
    public Map<String, String> origin(Object plugin) {
        Bundle bundle = FrameworkUtil.getBundle(plugin.getClass());
        return bundle == null ? Map.of() : digests.list(List.of(bundle)).get(0);
    }

    @Override
    public synchronized Map<String, String> libraries() {
        Map<String, String> all = new TreeMap<>();
        for (ServiceReference<?> reference :
                new Services(context, leases).find(Checkup.class.getName(), "(objectClass=*)")) {
            if (context.getService(reference) instanceof Checkup checkup) {
                try {
                    CheckedPlugin.ofNameless(Checkup.class, checkup)
                            .examine()
                            .forEach(found -> all.putIfAbsent(found.name(), found.value()));
                } catch (PluginFailureException broken) {
                    all.put(checkup.getClass().getSimpleName(), broken.getMessage());
                }
            }
        }
        return all;
    }

    @Override
    public String reason(String why, List<Thread> left) {
        PluginCalls calls = new PluginCalls(context::getBundles);
        List<String> hanging =
                calls.of(left).stream()
                        .map(PluginCall::unreturned)
                        .filter(call -> calls.ending().isEmpty())
                        .toList();
        return hanging.isEmpty() ? why : why + ", and " + String.join(", and ", hanging);
    }

    @Override
    public Map<String, Reporter> reporters() {
        Map<String, Reporter> all = new TreeMap<>();
        for (ServiceReference<?> reference :
                new Services(context, leases).find(Reporter.class.getName(), "(objectClass=*)")) {
            if (context.getService(reference) instanceof Reporter reporter) {
                leases.takeForAll(reference.getBundle());
                Object name = reference.getProperty(Plugin.NAME);
                all.putIfAbsent(
                        name == null ? reporter.getClass().getSimpleName() : name.toString(),
                        reporter);
            }
        }
        return all;
    }
}
