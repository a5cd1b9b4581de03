package relrep.vectors.transform;

import relrep.workbench.plugins.Expression;

import java.util.Optional;

/**
 * A file of images that was written.
 *
 * @param aligner that fitted the map
 * @param rows how many
 * @param width of an image
 * @param fromWidth of a point
 * @param warning one sentence, where the images should not be trusted
 */
public record AppliedFile(
        Expression aligner, long rows, int width, int fromWidth, Optional<String> warning) {}
