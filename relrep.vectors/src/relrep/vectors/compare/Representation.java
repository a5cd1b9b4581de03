package relrep.vectors.compare;

import relrep.api.data.Space;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * One or two spaces as a metric is given them: the held-out samples.
 *
 * @param name what results call it: {@code absolute}, {@code relative}, or an aligner
 * @param role what it stands for
 * @param source one space
 * @param target the other, null for a view of one space
 * @param reason why there is none, one sentence, or empty
 */
record Representation(String name, Role role, Space source, Space target, String reason) {
    /** What a view stands for. */
    enum Role {
        /** The spaces as they are. */
        ABSOLUTE,
        /** The similarities to anchors. */
        RELATIVE,
        /** The source mapped to the target. */
        ALIGNED,
        /** A single space. */
        SINGLE
    }

    static Representation of(String name, Role role, Space source, Space target) {
        return new Representation(name, role, source, target, "");
    }

    static Representation single(String name, Space space) {
        return new Representation(name, Role.SINGLE, space, null, "");
    }

    static Representation absent(String name, Role role, String reason) {
        return new Representation(name, role, null, null, reason);
    }

    boolean there() {
        return reason.isEmpty();
    }

    /** Returns the width of the wider space. */
    int width() {
        return Math.max(source.width(), target == null ? 0 : target.width());
    }

    /** Returns the same of some samples. */
    Representation of(int[] rows) {
        return withSource(space -> SampledRows.some(space, rows))
                .withTarget(space -> SampledRows.some(space, rows));
    }

    /** Returns the same with another source, where there is one. */
    Representation withSource(UnaryOperator<Space> change) {
        return source == null
                ? this
                : new Representation(name, role, change.apply(source), target, reason);
    }

    /** Returns the same with another target, where there is one. */
    Representation withTarget(UnaryOperator<Space> change) {
        return target == null
                ? this
                : new Representation(name, role, source, change.apply(target), reason);
    }

    /** Returns the first so many of an order, rising. */
    static int[] first(int[] order, int count) {
        int[] rows = Arrays.copyOf(order, count);
        Arrays.sort(rows);
        return rows;
    }
}
