package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;

import relrep.runtime.cell.Cell;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.Planner;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.Plan;
import relrep.runtime.provenance.BundleDigests;
import relrep.runtime.run.CellDependencies;
import relrep.runtime.wiring.ChainJob.Subject;
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
        try (BorrowedPlugins borrowed =
                new BorrowedPlugins(context, leases, digests, subject.required())) {
            Definition definition = subject.definition().get();
            return plan(definition, Planner.plan(definition, borrowed.parts()));
        }
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
