package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import relrep.runtime.cell.Cell;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.Planner;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.Plan;
import relrep.runtime.provenance.BundleDigests;
import relrep.runtime.provenance.Services;
import relrep.runtime.run.CellDependencies;
import relrep.runtime.wiring.ChainJob.Subject;
import relrep.workbench.install.PluginLease;
import relrep.workbench.install.PluginLeases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Plans an experiment without running it. The plugins are borrowed while it plans. */
final class Preview {
    private final BundleContext context;
    private final PluginLeases leases;
    private final BundleDigests digests;

    Preview(BundleContext context, PluginLeases leases, BundleDigests digests) {
        this.context = context;
        this.leases = leases;
        this.digests = digests;
    }

    Plan of(Subject subject) {
        if (subject.definition().isEmpty()) {
            return new Plan(subject.name(), List.of(), List.of());
        }
        List<ServiceReference<?>> borrowed = new ArrayList<>();
        try (PluginLease lease = leases.open()) {
            ChainPlugins parts = borrow(subject.required(), borrowed);
            parts.makeAll(subject.required());
            Definition definition = subject.definition().get();
            return plan(definition, Planner.plan(definition, parts));
        } finally {
            borrowed.forEach(context::ungetService);
        }
    }

    private ChainPlugins borrow(RequiredPlugins required, List<ServiceReference<?>> borrowed) {
        Services services = new Services(context, leases);
        List<ChainPlugins.Given> given = new ArrayList<>();
        for (RequiredPlugins.Use use : required.uses()) {
            for (Class<?> contract : use.kind().contracts()) {
                for (ServiceReference<?> reference : services.find(contract, use.name())) {
                    Object service = context.getService(reference);
                    if (service != null) {
                        borrowed.add(reference);
                        given.add(
                                new ChainPlugins.Given(
                                        use.kind(),
                                        use.name(),
                                        service,
                                        () -> digests.code(reference.getBundle())));
                    }
                }
            }
        }
        return new ChainPlugins(given);
    }

    private static Plan plan(Definition definition, List<Cell> cells) {
        Set<String> networks = new LinkedHashSet<>();
        List<Plan.Cell> all = new ArrayList<>();
        for (Cell cell : cells) {
            for (Object need : CellDependencies.of(cell)) {
                if (need instanceof NetworkSpec network) {
                    networks.add(
                            "%s: %s, width %d, %s"
                                    .formatted(
                                            network.label(),
                                            network.architecture(),
                                            network.width(),
                                            network.data()));
                } else if (need instanceof DecoderSpec decoder) {
                    networks.add(decoder.label() + ", width " + decoder.network().width());
                }
            }
            all.add(
                    new Plan.Cell(
                            cell.label(),
                            cell.factors(definition.name(), OptionalInt.empty()),
                            cell.metrics().stream().map(Object::toString).toList()));
        }
        return new Plan(definition.name(), List.copyOf(networks), all);
    }
}
