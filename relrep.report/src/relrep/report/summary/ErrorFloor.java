package relrep.report.summary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The least error that the output range of a decoder allows. A floor above 0 moves ratios of errors
 * towards 1, although no decoder can do better. So a further column compares the errors above the
 * floor.
 */
final class ErrorFloor {
    private static final String NAME = "floor";

    private ErrorFloor() {}

    /** Returns the lines of a table without floors of 0, which show nothing. */
    static List<Group> worthShowing(List<Group> groups) {
        return groups.stream().filter(group -> !isFloor(group) || above(group)).toList();
    }

    private static boolean isFloor(Group group) {
        return group.name().equals(NAME);
    }

    private static boolean above(Group group) {
        return group.rows().stream().anyMatch(row -> row.value() > 0);
    }

    /** Returns whether some line has a floor for a metric. */
    static boolean of(List<Group> groups, String metric) {
        return groups.stream()
                .anyMatch(group -> isFloor(group) && group.moments(metric).mean() > 0);
    }

    /** Returns {@code (x - floor) / (own - floor)}, if own is above its floor. */
    static OptionalDouble ratio(
            List<Group> groups, Optional<Group> own, String metric, double value) {
        if (own.isEmpty() || !Double.isFinite(value)) {
            return OptionalDouble.empty();
        }
        double floor = under(groups, own.get(), metric);
        double best = own.get().moments(metric).mean();
        return best > floor
                ? OptionalDouble.of((value - floor) / (best - floor))
                : OptionalDouble.empty();
    }

    /** Returns the floor of the decoder of a network, or NaN. */
    static double under(List<Group> groups, Group own, String metric) {
        return groups.stream()
                .filter(ErrorFloor::isFloor)
                .filter(group -> group.factor("dataset").equals(own.factor("dataset")))
                .filter(group -> group.factor("architecture").equals(own.factor("architecture")))
                .mapToDouble(group -> group.moments(metric).mean())
                .filter(Double::isFinite)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The meaning of the column, for the notes. */
    static final String NOTE =
            "above floor: (x − floor) ÷ (own − floor). The floor is the error of the test samples"
                    + " brought into the range of the decoder's outputs: none has less.";
}
