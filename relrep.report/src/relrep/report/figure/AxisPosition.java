package relrep.report.figure;

import relrep.api.experiment.Row;
import relrep.report.summary.Factors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A place on an axis of widths or of numbers of anchors.
 *
 * @param width of the latents
 * @param anchors their number, 0 without
 */
record AxisPosition(int width, int anchors) {
    /**
     * Returns the places of some rows, in order. The quantity that is not on the axis groups the
     * places, so that a line stays within one group.
     */
    static List<AxisPosition> all(List<Row> rows, boolean byWidth) {
        Comparator<AxisPosition> widths = Comparator.comparingInt(AxisPosition::width);
        Comparator<AxisPosition> anchors = Comparator.comparingInt(AxisPosition::anchors);
        List<AxisPosition> all =
                new ArrayList<>(
                        rows.stream()
                                .filter(row -> !Factors.constant(row))
                                .map(AxisPosition::of)
                                .filter(place -> place.width() > 0)
                                .distinct()
                                .toList());
        // what needs no anchors stands at every number of them
        List<AxisPosition> some = List.copyOf(all);
        all.removeIf(
                place ->
                        place.anchors() == 0
                                && some.stream()
                                        .anyMatch(
                                                other ->
                                                        other.width() == place.width()
                                                                && other.anchors() > 0));
        all.sort(byWidth ? anchors.thenComparing(widths) : widths.thenComparing(anchors));
        return all;
    }

    private static AxisPosition of(Row row) {
        return new AxisPosition(number(row, "width"), number(row, "anchors"));
    }

    private static int number(Row row, String column) {
        String entry = Factors.of(row, column);
        return entry.matches("[0-9]{1,9}") ? Integer.parseInt(entry) : 0;
    }

    /** Returns whether a row is at this place; a row without width or anchors is at every place. */
    boolean holds(Row row) {
        AxisPosition other = of(row);
        return (other.width == 0 || other.width == width)
                && (other.anchors == 0 || other.anchors == anchors);
    }

    /** Returns whether a line may connect this place with the next. */
    boolean joins(AxisPosition next, boolean byWidth) {
        return byWidth ? anchors == next.anchors : width == next.width;
    }
}
