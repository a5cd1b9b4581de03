package relrep.runtime.compare;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;

import java.util.Arrays;
import java.util.Optional;

/**
 * The two spaces, in the part that is learnt from and the part that is measured.
 *
 * @param trainingSource to learn from
 * @param trainingTarget to learn from
 * @param source to measure
 * @param target to measure
 */
record Spaces(Space trainingSource, Space trainingTarget, Space source, Space target) {

    /**
     * Parts what was read.
     *
     * @param rows the places of the rows that were read, rising
     * @param parting which of them belong where
     * @param labels of the rows that were read
     */
    static Spaces of(
            Space source, Space target, int[] rows, Parting parting, Optional<Labels> labels) {
        int[] training = places(rows, parting.training());
        int[] heldOut = places(rows, parting.heldOut());
        return new Spaces(
                some(source, training, labels),
                some(target, training, labels),
                some(source, heldOut, labels),
                some(target, heldOut, labels));
    }

    private static int[] places(int[] rows, int[] wanted) {
        return Arrays.stream(wanted).map(row -> Arrays.binarySearch(rows, row)).toArray();
    }

    private static Space some(Space space, int[] places, Optional<Labels> labels) {
        Matrix latents = space.latents().select(places);
        return new Space(space.name(), latents, labels.map(all -> all.select(places)));
    }
}
