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
import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.contract.CollapsedImage;

import java.util.List;

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
            int width = width(cell, chance, run);
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
            List<LocatedExpression> transforms = cell.link().transforms();
            pair(
                    cell,
                    spaces.test(source, transforms, run),
                    spaces.test(target, transforms, run),
                    measuring,
                    run);
        }
    }

    /** Returns the width of the spaces whose chance level is measured. */
    private int width(Cell cell, CellBridge.Chance chance, PartRun run) {
        if (chance.wide().isPresent()) {
            NetworkSpec wide = chance.wide().get();
            return chance.relative()
                    .map(how -> spaces.relativeWidth(wide, how, run))
                    .orElseGet(() -> spaces.width(wide, chance.transforms(), run));
        }
        return chance.relative()
                .map(how -> spaces.relativeWidth(how, run))
                .orElseGet(() -> cell.widths().target().orElseThrow());
    }

    private void aligned(
            Cell cell,
            NetworkSpec source,
            NetworkSpec target,
            CellBridge.Aligned how,
            Measuring measuring,
            PartRun run) {
        String unequal =
                spaces.aligner(how).acceptsUnequalWidths()
                        ? ""
                        : new Stitching(spaces).unequal(how, source, target, run);
        if (!unequal.isEmpty()) {
            measuring.none(cell.metrics(), unequal);
            return;
        }
        Alignment alignment = spaces.alignment(source, target, how, run);
        measuring.detail(new Detail(how.column(), alignment.diagnostics()));
        Space from = spaces.test(source, how.transforms(), run);
        Space image =
                new Space(
                        from.name() + " by " + how.column(),
                        Blocks.map(from.latents(), alignment::apply, run),
                        from.labels(),
                        from.keys());
        CollapsedImage.refuse(from.name(), from.latents(), how.column(), image.latents());
        pair(cell, image, spaces.test(target, how.transforms(), run), measuring, run);
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
