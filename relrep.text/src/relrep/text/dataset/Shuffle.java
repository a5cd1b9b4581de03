package relrep.text.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A random order of texts that a seed decides. */
final class Shuffle {
    private Shuffle() {}

    /**
     * Returns the texts in the order of a seed.
     *
     * @param seed 0 keeps their order
     */
    static LabelledTexts of(LabelledTexts texts, long seed) {
        if (seed == 0) {
            return texts;
        }
        List<Integer> rows = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = rows.size() - 1; i > 0; i--) {
            Collections.swap(rows, i, random.nextInt(i + 1));
        }
        return texts.inOrder(rows);
    }
}
