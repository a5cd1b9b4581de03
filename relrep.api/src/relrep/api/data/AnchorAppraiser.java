package relrep.api.data;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

import java.util.Map;

/**
 * Measures how well anchors represent a space. This is a service without a name: a report on
 * anchors uses all installed ones.
 */
@ConsumerType
public interface AnchorAppraiser {
    /**
     * Measures the anchors of one space.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @return numbers by name, in reading order, for example {@code coverage}; one that does not
     *     exist is absent, never NaN
     * @throws relrep.api.run.InvalidInputException when there is no anchor, the widths differ, or
     *     all points are equal
     */
    Map<String, Double> appraise(Matrix points, Matrix anchors, Run run);
}
