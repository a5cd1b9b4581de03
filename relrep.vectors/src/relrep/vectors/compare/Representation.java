package relrep.vectors.compare;

import relrep.api.data.Space;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A view: one or two spaces of the held-out samples, as metrics measure them.
 *
 * @param name its name in results: {@code absolute}, {@code relative}, or an aligner
 * @param role its role
 * @param source one space
 * @param target the other space, null for a view of one space
 * @param reason why the view does not exist, one sentence, or empty
 */
record Representation(String name, Role role, Space source, Space target, String reason) {
    /** The roles of views. */
    enum Role {
        /** The unmapped spaces. */
        ABSOLUTE,
        /** The relative representations. */
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

    /** Returns this view of some samples. */
    Representation of(int[] rows) {
        return withSource(space -> SampledRows.some(space, rows))
                .withTarget(space -> SampledRows.some(space, rows));
    }

    /** Returns this view with a changed source, if the view exists. */
    Representation withSource(UnaryOperator<Space> change) {
        return source == null
                ? this
                : new Representation(name, role, change.apply(source), target, reason);
    }

    /** Returns this view with a changed target, if it has one. */
    Representation withTarget(UnaryOperator<Space> change) {
        return target == null
                ? this
                : new Representation(name, role, source, change.apply(target), reason);
    }

    /** Returns the first <i>count</i> entries of an order, sorted. */
    static int[] first(int[] order, int count) {
        int[] rows = Arrays.copyOf(order, count);
        Arrays.sort(rows);
        return rows;
    }
}
