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
 * Two spaces whose rows correspond only by class. Source rows of a class that the target lacks are
 * left out. Target rows of a class that the source lacks are never found.
 *
 * @param source {@code n × d}, the rows whose class occurs in the target
 * @param sourceLabels their classes
 * @param target {@code m × e}, all rows
 * @param targetLabels their classes, with the same numbers as in the source
 * @param shared the numbers of the classes in both spaces
 * @param leftOut the number of source rows left out
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
     * @throws InvalidInputException when a space has no labels, or the labels have different class
     *     names, or the spaces no class in common, or a latent is not finite
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

    /** Returns the mean of every shared class in the source, one row each. */
    Matrix sourceMeans() {
        return means(source, sourceLabels);
    }

    /** Returns the mean of every shared class in the target, one row each. */
    Matrix targetMeans() {
        return means(target, targetLabels);
    }

    private Matrix means(Matrix latents, Labels labels) {
        List<int[]> groups = IntStream.of(shared).mapToObj(labels::rowsOf).toList();
        return Anchors.ofGroups(groups).place(latents);
    }
}
