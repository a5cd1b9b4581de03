package relrep.text.topic;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Topics of texts, made by k-means on their weighted words. The largest topic is the first. The
 * texts alone decide them. They are weak labels: no person looked at them.
 */
public final class TextTopics {
    private static final int WORDS = 3;

    private final TermVectors terms;
    private final double[][] centres;

    private TextTopics(TermVectors terms, double[][] centres) {
        this.terms = terms;
        this.centres = centres;
    }

    /**
     * Makes topics.
     *
     * @param texts at least as many different ones as topics
     * @param k the number of topics, at least 2
     * @throws InvalidInputException when the texts do not have so many topics
     */
    public static TextTopics of(List<String> texts, int k, Run run) {
        TermVectors terms = new TermVectors(texts);
        List<SparseVector> vectors =
                texts.stream().map(terms::of).filter(vector -> !vector.empty()).toList();
        long different = vectors.stream().distinct().count();
        if (different < k) {
            throw new InvalidInputException(
                    "topics must be at most the %d different texts with words that recur, not %d"
                            .formatted(different, k));
        }
        double[][] centres = SphericalKMeans.centres(vectors, terms.width(), k, run);
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(k, 0));
        vectors.forEach(
                vector -> {
                    int topic = SphericalKMeans.nearest(vector, centres);
                    sizes.set(topic, sizes.get(topic) + 1);
                });
        List<Integer> order =
                IntStream.range(0, k)
                        .boxed()
                        .sorted(Comparator.comparing(sizes::get, Comparator.reverseOrder()))
                        .toList();
        return new TextTopics(
                terms, order.stream().map(topic -> centres[topic]).toArray(double[][]::new));
    }

    /** Returns the topic of each text; a text without known words is of the first. */
    public List<Integer> of(List<String> texts) {
        return texts.stream()
                .map(text -> SphericalKMeans.nearest(terms.of(text), centres))
                .toList();
    }

    /** Returns the names of the topics: the number from 0 and the three weightiest words. */
    public List<String> names() {
        return IntStream.range(0, centres.length)
                .mapToObj(topic -> topic + "-" + words(centres[topic]))
                .toList();
    }

    private String words(double[] centre) {
        return IntStream.range(0, centre.length)
                .boxed()
                .filter(column -> centre[column] > 0)
                .sorted(Comparator.comparing((Integer c) -> centre[c], Comparator.reverseOrder()))
                .limit(WORDS)
                .map(terms::term)
                .collect(Collectors.joining("-"));
    }
}
