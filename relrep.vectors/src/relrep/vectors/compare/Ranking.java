package relrep.vectors.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A ranking of several maps by one number.
 *
 * @param best the simplest of those that are tied
 * @param tied the maps whose difference from the largest number is within noise, simplest first
 * @param ceiling whether they are tied because their numbers are close to the best possible one
 */
public record Ranking(String best, List<String> tied, boolean ceiling) {
    /** Copies the list. */
    public Ranking {
        tied = List.copyOf(tied);
    }

    /** The uncertainty of differences between numbers. */
    interface Noise {
        /** Returns the interval of the difference of two numbers, if it is known. */
        Optional<Interval> difference(int one, int other, double value);
    }

    /**
     * Ranks maps.
     *
     * @param names of the maps
     * @param values one number per map, larger is better
     * @param enough numbers from this one on count as equally good; may be infinite
     * @param noise the uncertainty of differences, by place in the list
     * @param simplicity orders the maps, simplest first
     * @return empty when there are no maps
     */
    static Optional<Ranking> of(
            List<String> names,
            double[] values,
            double enough,
            Noise noise,
            Comparator<String> simplicity) {
        int top =
                IntStream.range(0, values.length)
                        .boxed()
                        .max(Comparator.comparingDouble(i -> values[i]))
                        .orElse(-1);
        if (top < 0) {
            return Optional.empty();
        }
        boolean ceiling = false;
        List<String> tied = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double less = values[i] - values[top];
            boolean high = values[i] >= enough;
            boolean within =
                    less >= -MetricValue.ROUNDING
                            || noise.difference(i, top, less)
                                    .filter(bounds -> bounds.holds(0))
                                    .isPresent();
            if (high || within) {
                tied.add(names.get(i));
                ceiling |= high && i != top;
            }
        }
        tied.sort(simplicity);
        return Optional.of(new Ranking(tied.get(0), tied, ceiling));
    }

    /** Returns whether several maps are within noise of each other. */
    public boolean tie() {
        return tied.size() > 1;
    }

    /** Returns the other maps that are as good, for a sentence; empty if there are none. */
    public String others() {
        List<String> others = tied.subList(1, tied.size());
        int last = others.size() - 1;
        return last <= 0
                ? String.join("", others)
                : String.join(", ", others.subList(0, last)) + " and " + others.get(last);
    }
}
