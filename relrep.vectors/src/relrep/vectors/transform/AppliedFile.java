package relrep.vectors.transform;

import relrep.workbench.plugins.Expression;

import java.util.Optional;

/**
 * The result of applying a map to a file.
 *
 * @param aligner the aligner that fitted the map
 * @param transforms what prepared the spaces that the map is fitted between, or empty
 * @param rows the number of images
 * @param width the width of an image
 * @param fromWidth the width of a point
 * @param warning one sentence, if the images should not be trusted
 */
public record AppliedFile(
        Expression aligner,
        String transforms,
        long rows,
        int width,
        int fromWidth,
        Optional<String> warning) {}
