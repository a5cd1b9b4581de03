package relrep.runtime.compute;

import relrep.api.alignment.Alignment;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellBridge;
import relrep.runtime.cell.CellResult.Detail;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.RelativeSpec;
import relrep.workbench.contract.CollapsedImage;

/**
 * Measures cells that compare two spaces of the same test samples: as they are, relative, or
 * aligned.
 */
public final class Comparing {
    private final Spaces spaces;

    public Comparing(Spaces spaces) {
        this.spaces = spaces;
    }

    public void measure(Cell cell, Measuring measuring, PartRun run) {
        if (cell.link() instanceof CellBridge.Chance chance) {
            int rows = spaces.data(cell.data()).test().size();
            int width =
                    chance.relative()
                            .map(how -> spaces.relativeWidth(how, run))
                            .orElseGet(() -> cell.widths().target().orElseThrow());
            measuring.chance(cell.metrics(), metric -> ((PairMetric) metric).chance(rows, width));
            return;
        }
        NetworkSpec source = cell.source().orElseThrow();
        NetworkSpec target = cell.target().orElseThrow();
        if (cell.link().relative().isPresent()) {
            RelativeSpec how = cell.link().relative().get();
            pair(
                    cell,
                    spaces.relativeTest(source, how, run),
                    spaces.relativeTest(target, how, run),
                    measuring,
                    run);
        } else if (cell.link() instanceof CellBridge.Aligned aligned) {
            aligned(cell, source, target, aligned, measuring, run);
        } else {
            pair(cell, spaces.test(source, run), spaces.test(target, run), measuring, run);
        }
    }

    private void aligned(
            Cell cell,
            NetworkSpec source,
            NetworkSpec target,
            CellBridge.Aligned how,
            Measuring measuring,
            PartRun run) {
        if (source.width() != target.width() && !spaces.aligner(how).acceptsUnequalWidths()) {
            measuring.none(cell.metrics(), Stitching.unequal(how.column(), source, target));
            return;
        }
        Alignment alignment = spaces.alignment(source, target, how, run);
        measuring.detail(new Detail(how.column(), alignment.diagnostics()));
        Space from = spaces.test(source, run);
        Space image =
                new Space(
                        from.name() + " by " + how.column(),
                        Blocks.map(from.latents(), alignment::apply, run),
                        from.labels(),
                        from.keys());
        CollapsedImage.refuse(from.name(), from.latents(), how.column(), image.latents());
        pair(cell, image, spaces.test(target, run), measuring, run);
    }

    private void pair(Cell cell, Space sources, Space targets, Measuring measuring, PartRun run) {
        Spaces.Pair paired = spaces.paired(cell, sources, targets, run);
        Space source = paired.source();
        Space target = paired.target();
        SpreadCheck.require(source);
        SpreadCheck.require(target);
        measuring.pairs(
                cell.metrics(),
                source.width(),
                target.width(),
                (metric, part) -> ((PairMetric) metric).measure(source, target, part));
    }
}
