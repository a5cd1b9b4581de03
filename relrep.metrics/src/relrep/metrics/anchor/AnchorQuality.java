package relrep.metrics.anchor;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.AnchorAppraiser;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.kernels.tile.AnchorReport;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures coverage, redundancy, rank and condition of anchors, as {@link AnchorReport} defines
 * them.
 */
@Component(service = AnchorAppraiser.class)
public final class AnchorQuality implements AnchorAppraiser {
    @Override
    public Map<String, Double> appraise(Matrix points, Matrix anchors, Run run) {
        AnchorReport report =
                AnchorReport.of(
                        points.requireFinite("the points"),
                        anchors.requireFinite("the anchors"),
                        run);
        Map<String, Double> told = new LinkedHashMap<>();
        told.put("coverage", report.coverage());
        told.put("farthest", report.farthest());
        told.put("redundancy", report.redundancy());
        told.put("duplicates", (double) report.duplicates());
        told.put("rank", (double) report.rank());
        told.put("condition", report.condition());
        told.put("span", report.span());
        told.values().removeIf(value -> value.isNaN());
        return told;
    }
}
