package relrep.vectors.transform;

import relrep.workbench.plugins.Expression;

import java.util.List;
import java.util.OptionalInt;

/**
 * The result of writing the similarities of a file's vectors to anchors.
 *
 * @param similarity the similarity, defaults left out
 * @param transforms what prepared points and anchors, defaults left out
 * @param rows the number of rows
 * @param width the number of columns
 * @param anchors the number of anchors
 * @param fromWidth the width of a point
 * @param calibratedOn the number of rows that its statistics come from, if it has statistics
 */
public record ProjectedFile(
        Expression similarity,
        List<Expression> transforms,
        long rows,
        int width,
        int anchors,
        int fromWidth,
        OptionalInt calibratedOn) {}
