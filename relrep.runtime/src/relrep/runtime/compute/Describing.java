package relrep.runtime.compute;

import relrep.api.data.Samples;
import relrep.api.data.Space;
import relrep.api.metric.SpaceMetric;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;

/**
 * Measures cells that describe one space: of the samples, of a network, or of a network's relative
 * representation.
 */
public final class Describing {
    private final Spaces spaces;

    public Describing(Spaces spaces) {
        this.spaces = spaces;
    }

    public void measure(Cell cell, Measuring measuring, PartRun run) {
        Space space = space(cell, run);
        measuring.each(
                cell.metrics(), (metric, part) -> ((SpaceMetric) metric).measure(space, part));
    }

    /** Returns the space of a cell. */
    public Space space(Cell cell, PartRun run) {
        if (cell.source().isEmpty()) {
            Samples samples = spaces.data(cell.data()).test();
            return new Space("original", samples.inputs(), samples.labels());
        }
        NetworkSpec network = cell.source().orElseThrow();
        return cell.link()
                .relative()
                .map(how -> spaces.relativeTest(network, how, run))
                .orElseGet(() -> spaces.test(network, cell.link().transforms(), run));
    }
}
