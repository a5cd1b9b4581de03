package relrep.api.data;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

import java.util.Map;

/**
 * Tells how well anchors stand for a space. A service without a name: whoever reports on anchors
 * asks all there are.
 */
@ConsumerType
public interface AnchorAppraiser {
    /**
     * Looks at anchors among points.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @return numbers by name, in reading order, such as {@code coverage}; one that does not exist
     *     is absent, never NaN
     * @throws relrep.api.run.InvalidInputException when there is nothing to tell: no anchor, other
     *     widths, points that are all equal
     */
    Map<String, Double> appraise(Matrix points, Matrix anchors, Run run);
}
