package relrep.vectors.transform;

import relrep.workbench.plugins.Expression;

import java.util.OptionalInt;

/**
 * A file of similarities to anchors that was written.
 *
 * @param similarity defaults left out
 * @param rows how many
 * @param width how many columns
 * @param anchors how many
 * @param fromWidth of a point
 * @param calibratedOn how many rows its statistics come from, where it has some
 */
public record ProjectedFile(
        Expression similarity,
        long rows,
        int width,
        int anchors,
        int fromWidth,
        OptionalInt calibratedOn) {}
