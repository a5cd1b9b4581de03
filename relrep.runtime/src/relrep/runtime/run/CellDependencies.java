package relrep.runtime.run;

import relrep.runtime.cell.AnchorSpec;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellBridge;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.RelativeSpec;
import relrep.runtime.compute.Spaces;
import relrep.runtime.experiment.ChainKind;

import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the networks, spaces and maps that a cell needs and may share with other cells. */
public final class CellDependencies {
    private CellDependencies() {}

    /** Returns the dependencies of a cell: networks first, then values computed from them. */
    public static Set<Object> of(Cell cell) {
        Set<Object> needs = new LinkedHashSet<>();
        cell.source().ifPresent(needs::add);
        cell.target().ifPresent(needs::add);
        cell.link().anchors().flatMap(AnchorSpec::among).ifPresent(needs::add);
        if (cell.link() instanceof CellBridge.Chance chance) {
            chance.wide().ifPresent(needs::add);
        }
        if (cell.source().isEmpty()) {
            return needs;
        }
        NetworkSpec source = cell.source().orElseThrow();
        NetworkSpec target = cell.target().orElse(source);
        if (cell.link() instanceof CellBridge.Aligned aligned) {
            needs.add(new Spaces.Fit(source, target, aligned));
        }
        cell.link().relative().ifPresent(how -> relative(cell, source, target, how, needs));
        if (cell.kind() == ChainKind.STITCH
                && target.frozen()
                && cell.link().relative().isEmpty()) {
            needs.add(DecoderSpec.own(target));
        }
        return needs;
    }

    private static void relative(
            Cell cell,
            NetworkSpec source,
            NetworkSpec target,
            RelativeSpec how,
            Set<Object> needs) {
        needs.add(new Spaces.Relative(source, how));
        if (cell.kind() == ChainKind.STITCH) {
            if (target.through().isEmpty()) {
                needs.add(DecoderSpec.of(target, how));
            }
        } else {
            needs.add(new Spaces.Relative(target, how));
        }
    }
}
