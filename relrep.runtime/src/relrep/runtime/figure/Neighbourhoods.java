package relrep.runtime.figure;

import relrep.api.data.Content;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chosen samples and their nearest neighbours. Nearness is the cosine of the samples themselves, so
 * that no network is preferred. A sample belongs to the nearest chosen sample.
 *
 * @param rows row numbers, group after group; each group has the chosen sample, then its
 *     neighbours, nearest first
 * @param keys the names of the rows
 * @param labels the groups, one class per chosen sample
 */
record Neighbourhoods(List<Integer> rows, List<String> keys, Labels labels) {
    /**
     * Returns the neighbourhoods; empty if the samples are texts, or have none of the wanted keys.
     */
    static Optional<Neighbourhoods> of(Samples test, List<String> wanted, int count) {
        List<String> keys = test.keys().orElse(List.of());
        List<String> words = wanted.stream().distinct().filter(keys::contains).toList();
        if (words.isEmpty() || test.content().content() != Content.NUMBERS) {
            return Optional.empty();
        }
        int[] chosen = words.stream().mapToInt(keys::indexOf).toArray();
        double[][] cosines = cosines(test.inputs(), chosen);
        int[] nearest = nearest(cosines, chosen);
        List<Integer> rows = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int w = 0; w < chosen.length; w++) {
            int word = w;
            rows.add(chosen[word]);
            IntStream.range(0, keys.size())
                    .filter(i -> nearest[i] == word && i != chosen[word])
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(i -> -cosines[word][i]))
                    .limit(count)
                    .forEach(rows::add);
            while (groups.size() < rows.size()) {
                groups.add(word);
            }
        }
        int[] labels = groups.stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(
                new Neighbourhoods(
                        List.copyOf(rows),
                        rows.stream().map(keys::get).toList(),
                        Labels.of(words, labels)));
    }

    private static double[][] cosines(Matrix inputs, int[] chosen) {
        double[][] cosines = new double[chosen.length][inputs.rows()];
        for (int i = 0; i < inputs.rows(); i++) {
            float[] row = inputs.row(i);
            double length = Math.sqrt(dot(row, row));
            for (int w = 0; w < chosen.length; w++) {
                float[] word = inputs.row(chosen[w]);
                double both = length * Math.sqrt(dot(word, word));
                cosines[w][i] = both == 0 ? 0 : dot(row, word) / both;
            }
        }
        return cosines;
    }

    /**
     * Returns the nearest chosen sample of each sample. A chosen sample is nearest to itself, even
     * if another one is equal.
     */
    private static int[] nearest(double[][] cosines, int[] chosen) {
        int[] nearest = new int[cosines[0].length];
        for (int i = 0; i < nearest.length; i++) {
            for (int w = 1; w < chosen.length; w++) {
                if (cosines[w][i] > cosines[nearest[i]][i]) {
                    nearest[i] = w;
                }
            }
        }
        for (int w = 0; w < chosen.length; w++) {
            nearest[chosen[w]] = w;
        }
        return nearest;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (double) a[j] * b[j];
        }
        return sum;
    }
}
