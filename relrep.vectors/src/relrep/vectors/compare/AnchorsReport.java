package relrep.vectors.compare;

import java.util.Map;

/**
 * The anchors of the relative form.
 *
 * @param chosen the selector or the file, as written
 * @param similarity as written, defaults left out
 * @param count how many there are
 * @param source what is told of them in the source space, by name
 * @param target the same in the target space
 */
public record AnchorsReport(
        String chosen,
        String similarity,
        int count,
        Map<String, Double> source,
        Map<String, Double> target) {}
