package relrep.workbench.plugins;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a misspelt one probably means. */
public final class Nearest {
    private Nearest() {}

    /**
     * Returns the end of a sentence about an unknown name: the nearest known name, if there is one,
     * and all known names.
     */
    public static String choice(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "there are none";
        }
        String all =
                (known.size() == 1 ? "there is " : "there are ")
                        + String.join(", ", known.stream().sorted().toList());
        return to(given, known).map(name -> "did you mean '" + name + "'? " + all).orElse(all);
    }

    /** Returns the known name that is fewest typing errors away, at most a third of its length. */
    public static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> errors(given, name) <= Math.max(1, name.length() / 3))
                .min(
                        Comparator.<String>comparingInt(name -> errors(given, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the number of letters left out, added, changed, or swapped with their neighbour. */
    private static int errors(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        char x = Character.toLowerCase(a.charAt(i - 1));
        char y = Character.toLowerCase(b.charAt(j - 1));
        int best =
                Math.min(
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1,
                        cost[i - 1][j - 1] + (x == y ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == y;
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
