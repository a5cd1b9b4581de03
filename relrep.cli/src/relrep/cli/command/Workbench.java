package relrep.cli.command;

import relrep.api.data.AnchorAppraiser;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.Checkup;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.network.NetworkWork;
import relrep.workbench.plugins.Registry;
import relrep.workbench.plugins.StuckBundle;

import java.util.List;
import java.util.function.Supplier;

/**
 * The services that commands work with.
 *
 * @param version of relrep
 * @param registry the plugins
 * @param experiments the experiments
 * @param networks trains networks and encodes samples
 * @param stuck the bundles and files that bring no plugin
 * @param checkups the check-ups of bundles
 * @param appraisers measure how well anchors represent a space
 * @param retrievals measure how far two searches agree
 * @param shell runs the interactive shell until the user leaves it
 */
public record Workbench(
        String version,
        Registry registry,
        Supplier<Experiments> experiments,
        Supplier<NetworkWork> networks,
        Supplier<List<StuckBundle>> stuck,
        Supplier<List<Checkup>> checkups,
        Supplier<List<AnchorAppraiser>> appraisers,
        Supplier<List<RetrievalAppraiser>> retrievals,
        Supplier<Integer> shell) {}
