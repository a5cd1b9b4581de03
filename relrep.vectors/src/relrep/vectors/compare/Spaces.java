package relrep.vectors.compare;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;

import java.util.Arrays;
import java.util.Optional;

/**
 * The training part and the held-out part of the two spaces.
 *
 * @param trainingSource the source's training part
 * @param trainingTarget the target's training part
 * @param source the source's held-out part
 * @param target the target's held-out part
 */
record Spaces(Space trainingSource, Space trainingTarget, Space source, Space target) {

    /**
     * Splits the rows that were read.
     *
     * @param rows the places of the rows that were read, rising
     * @param parting the split
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

    /** Renames a held-out space to the name of the whole space, for messages. */
    private static String heldOut(Space space) {
        return space.name() + ", held out";
    }

    private static Space some(String name, Space space, int[] places, Optional<Labels> labels) {
        Matrix latents = space.latents().select(places);
        return new Space(name, latents, labels.map(all -> all.select(places)));
    }
}
