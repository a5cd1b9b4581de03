package relrep.cli.command;

import relrep.api.data.AnchorAppraiser;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.Checkup;
import relrep.runtime.experiment.Experiments;
import relrep.workbench.plugins.Registry;
import relrep.workbench.plugins.StuckBundle;

import java.util.List;
import java.util.function.Supplier;

/**
 * What commands work with.
 *
 * @param version of relrep
 * @param registry the plugins
 * @param experiments what can be run
 * @param stuck the bundles and files that bring nothing
 * @param checkups what bundles tell about the machine
 * @param appraisers tell how well anchors stand for a space
 * @param retrievals tell how well one search stands for another
 * @param shell runs the interactive shell until the user leaves it
 */
public record Workbench(
        String version,
        Registry registry,
        Supplier<Experiments> experiments,
        Supplier<List<StuckBundle>> stuck,
        Supplier<List<Checkup>> checkups,
        Supplier<List<AnchorAppraiser>> appraisers,
        Supplier<List<RetrievalAppraiser>> retrievals,
        Supplier<Integer> shell) {}
