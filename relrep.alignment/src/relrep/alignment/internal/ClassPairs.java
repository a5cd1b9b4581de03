package relrep.alignment.internal;

import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Two spaces whose rows correspond by their class alone. Rows of a class that the other space does
 * not have are left out of the source and never found in the target.
 *
 * @param source {@code n × d}, the rows that have a class in the target
 * @param sourceLabels their classes
 * @param target {@code m × e}, all rows
 * @param targetLabels their classes, by the same numbers
 * @param shared the numbers of the classes that both have
 * @param leftOut how many source rows have no class in the target
 */
@SuppressWarnings("ArrayRecordComponent") // a step of one fit, never compared
record ClassPairs(
        Matrix source,
        Labels sourceLabels,
        Matrix target,
        Labels targetLabels,
        int[] shared,
        int leftOut) {
    /**
     * Returns the spaces of a problem.
     *
     * @throws InvalidInputException when a space has no labels, or the labels other classes, or the
     *     spaces no class in common, or a latent is not finite
     */
    static ClassPairs of(AlignmentProblem problem) {
        Labels from = problem.source().requireLabels();
        Labels to = problem.target().requireLabels();
        if (!from.classes().equals(to.classes())) {
            throw new InvalidInputException(
                    "icp pairs within classes, which must be the same in both spaces, not %s and %s"
                            .formatted(from.classes(), to.classes()));
        }
        Matrix source = latents(problem.source());
        Matrix target = latents(problem.target());
        boolean[] there = present(to);
        boolean[] here = present(from);
        int[] shared = IntStream.range(0, here.length).filter(c -> here[c] && there[c]).toArray();
        if (shared.length == 0) {
            throw new InvalidInputException(
                    "icp needs a class with samples in both spaces, '%s' and '%s' have none of %s"
                            .formatted(
                                    problem.source().name(),
                                    problem.target().name(),
                                    from.classes()));
        }
        int[] taken = IntStream.range(0, from.size()).filter(i -> there[from.get(i)]).toArray();
        int leftOut = from.size() - taken.length;
        return leftOut == 0
                ? new ClassPairs(source, from, target, to, shared, 0)
                : new ClassPairs(
                        source.select(taken), from.select(taken), target, to, shared, leftOut);
    }

    private static Matrix latents(Space space) {
        return space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
    }

    private static boolean[] present(Labels labels) {
        boolean[] present = new boolean[labels.classes().size()];
        for (int i = 0; i < labels.size(); i++) {
            present[labels.get(i)] = true;
        }
        return present;
    }

    /** Returns the mean of every shared class in the source. */
    Matrix sourceMeans() {
        return means(source, sourceLabels);
    }

    /** Returns the mean of every shared class in the target. */
    Matrix targetMeans() {
        return means(target, targetLabels);
    }

    private Matrix means(Matrix latents, Labels labels) {
        List<int[]> groups = IntStream.of(shared).mapToObj(labels::rowsOf).toList();
        return Anchors.ofGroups(groups).place(latents);
    }
}
