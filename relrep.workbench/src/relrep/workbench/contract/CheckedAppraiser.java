package relrep.workbench.contract;

import relrep.api.data.AnchorAppraiser;
import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.util.Map;

/** Checks an appraiser of anchors: it must return finite numbers. */
record CheckedAppraiser(ContractCheck check, AnchorAppraiser plugin) implements AnchorAppraiser {
    @Override
    public Map<String, Double> appraise(Matrix points, Matrix anchors, Run run) {
        return check.numbers(
                "appraise",
                check.get(
                        "appraise",
                        "a map",
                        () -> plugin.appraise(points, anchors, check.watched(run))));
    }
}
