package relrep.vectors.compare;

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
    public static Spaces of(
            Space source, Space target, int[] rows, HoldoutSplit parting, Optional<Labels> labels) {
        int[] training = places(rows, parting.training());
        int[] heldOut = places(rows, parting.heldOut());
        return new Spaces(
                some(source.name(), source, training, labels),
                some(target.name(), target, training, labels),
                some(heldOut(source), source, heldOut, labels),
                some(heldOut(target), target, heldOut, labels));
    }

    private static int[] places(int[] rows, int[] wanted) {
        return Arrays.stream(wanted).map(row -> Arrays.binarySearch(rows, row)).toArray();
    }

    /** What is refused is refused by the name of what was measured. */
    private static String heldOut(Space space) {
        return space.name() + ", held out";
    }

    private static Space some(String name, Space space, int[] places, Optional<Labels> labels) {
        Matrix latents = space.latents().select(places);
        return new Space(name, latents, labels.map(all -> all.select(places)));
    }
}
