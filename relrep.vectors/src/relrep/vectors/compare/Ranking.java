package relrep.vectors.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which of several maps is best by one number.
 *
 * @param best the simplest of those that are tied
 * @param tied those that nothing but noise tells from the largest number, the simplest first
 * @param ceiling whether they are tied because the number can hardly be better
 */
public record Ranking(String best, List<String> tied, boolean ceiling) {
    /** Keeps a copy. */
    public Ranking {
        tied = List.copyOf(tied);
    }

    /** How a number compares with another. */
    interface Noise {
        /** Returns the interval of the difference of two numbers, where there is one. */
        Optional<Interval> difference(int one, int other, double value);
    }

    /**
     * Ranks.
     *
     * @param names of the maps
     * @param values a number each, larger is better
     * @param enough a number from which on there is nothing to choose; may be infinite
     * @param noise of differences, by place
     * @param simplicity of maps, the simplest first
     * @return nothing where there are no maps
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

    /** Tells whether noise alone decides between several. */
    public boolean tie() {
        return tied.size() > 1;
    }

    /** Returns the others that are as good, for a sentence; empty where there are none. */
    public String others() {
        List<String> others = tied.subList(1, tied.size());
        int last = others.size() - 1;
        return last <= 0
                ? String.join("", others)
                : String.join(", ", others.subList(0, last)) + " and " + others.get(last);
    }
}
