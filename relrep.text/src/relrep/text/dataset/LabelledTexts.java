package relrep.text.dataset;

import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The texts of one part of a set.
 *
 * @param texts as in the file
 * @param labels the class of each, or none at all
 * @param keys the name of each, or none at all
 */
record LabelledTexts(List<String> texts, List<Integer> labels, List<String> keys) {
    LabelledTexts {
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
        keys = List.copyOf(keys);
    }

    static LabelledTexts of(List<String> texts, List<Integer> labels) {
        return new LabelledTexts(texts, labels, List.of());
    }

    int size() {
        return texts.size();
    }

    /** Returns these texts and then others. */
    LabelledTexts plus(LabelledTexts more) {
        return new LabelledTexts(
                joined(texts, more.texts), joined(labels, more.labels), joined(keys, more.keys));
    }

    /** Returns every n-th text: with 10, the rows 9, 19, … counted from 0. */
    LabelledTexts every(int n) {
        return where(row -> row % n == n - 1);
    }

    /** Returns the texts that {@link #every} leaves. */
    LabelledTexts butEvery(int n) {
        return where(row -> row % n != n - 1);
    }

    /** Returns the first texts. */
    LabelledTexts first(int count) {
        return count == size() ? this : where(row -> row < count);
    }

    /** Returns some rows, in their order. */
    LabelledTexts where(IntPredicate row) {
        List<Integer> rows = IntStream.range(0, size()).filter(row).boxed().toList();
        return new LabelledTexts(at(texts, rows), at(labels, rows), at(keys, rows));
    }

    /** Returns these texts in another order. */
    LabelledTexts inOrder(List<Integer> rows) {
        return new LabelledTexts(at(texts, rows), at(labels, rows), at(keys, rows));
    }

    /**
     * Requires that each key occurs once.
     *
     * @param source of the texts, for the message
     */
    LabelledTexts requireKeysOnce(String source) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                throw new InvalidInputException(
                        "the keys of %s must differ, but '%s' is there twice, the second time as sample %d"
                                .formatted(source, keys.get(i), i));
            }
        }
        return this;
    }

    private static <T> List<T> at(List<T> values, List<Integer> rows) {
        return values.isEmpty() ? values : rows.stream().map(values::get).toList();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
