package relrep.vectors.compare;

import java.util.Map;

/**
 * The anchors of the relative representation, and how well they represent the spaces.
 *
 * @param chosen the selector or the file, as written
 * @param similarity as written, defaults left out
 * @param count the number of anchors
 * @param source their numbers in the source space, by name
 * @param target the same in the target space
 */
public record AnchorsReport(
        String chosen,
        String similarity,
        int count,
        Map<String, Double> source,
        Map<String, Double> target) {}
