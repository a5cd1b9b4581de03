package relrep.runtime.compute;

import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.runtime.experiment.LocatedExpression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The samples of several datasets that correspond: those with the same key. Samples of one dataset
 * correspond to themselves.
 */
final class Correspondence {
    private final List<int[]> rows;

    private Correspondence(List<int[]> rows) {
        this.rows = rows;
    }

    /**
     * A part of a dataset.
     *
     * @param data the dataset
     * @param part its name in messages: {@code training} or {@code test}
     * @param samples the samples of the part
     */
    record Part(LocatedExpression data, String part, Samples samples) {
        private Map<String, Integer> rows() {
            List<String> keys =
                    samples.keys()
                            .orElseThrow(
                                    () ->
                                            new InvalidInputException(
                                                    "samples of different datasets correspond by"
                                                            + " key, and those of '%s' have none"
                                                                    .formatted(data)));
            Map<String, Integer> rows = new HashMap<>();
            for (int row = 0; row < keys.size(); row++) {
                rows.put(keys.get(row), row);
            }
            return rows;
        }
    }

    /**
     * Returns the samples that all parts have, in the order of the first.
     *
     * @param parts of different datasets, at least one
     * @param run is told what does not correspond
     * @throws InvalidInputException when samples have no keys, or none correspond
     */
    static Correspondence of(List<Part> parts, Run run) {
        Part first = parts.get(0);
        if (parts.size() == 1) {
            return new Correspondence(
                    List.of(IntStream.range(0, first.samples().size()).toArray()));
        }
        List<Map<String, Integer>> known = parts.stream().map(Part::rows).toList();
        List<String> common = new ArrayList<>();
        for (String key : first.samples().keys().orElseThrow()) {
            if (known.stream().allMatch(rows -> rows.containsKey(key))) {
                common.add(key);
            }
        }
        if (common.isEmpty()) {
            throw new InvalidInputException(
                    "samples of different datasets correspond by key, and the %s samples of %s have"
                                    .formatted(first.part(), names(parts))
                            + " no key in common: '%s', '%s'"
                                    .formatted(
                                            first.samples().keys().orElseThrow().get(0),
                                            parts.get(1).samples().keys().orElseThrow().get(0)));
        }
        List<int[]> rows =
                known.stream().map(each -> common.stream().mapToInt(each::get).toArray()).toList();
        note(parts, common.size(), run);
        for (int other = 1; other < parts.size(); other++) {
            noteLabels(first, rows.get(0), parts.get(other), rows.get(other), run);
        }
        return new Correspondence(rows);
    }

    /** Notes how many corresponding samples have classes of different names. */
    private static void noteLabels(Part first, int[] rows, Part other, int[] otherRows, Run run) {
        Labels labels = first.samples().labels().orElse(null);
        Labels others = other.samples().labels().orElse(null);
        if (labels == null || others == null) {
            return;
        }
        int apart = 0;
        for (int i = 0; i < rows.length; i++) {
            String name = labels.classes().get(labels.get(rows[i]));
            String otherName = others.classes().get(others.get(otherRows[i]));
            apart += name.equals(otherName) ? 0 : 1;
        }
        if (apart > 0) {
            run.note(
                    "%d of %d corresponding %s samples have other labels in %s than in %s; each network is trained and measured with those of its own data"
                            .formatted(
                                    apart, rows.length, first.part(), other.data(), first.data()));
        }
    }

    private static void note(List<Part> parts, int common, Run run) {
        long apart = parts.stream().filter(part -> part.samples().size() != common).count();
        if (apart > 0) {
            List<String> sizes =
                    parts.stream()
                            .map(part -> part.samples().size() + " of " + part.data())
                            .toList();
            run.note(
                    "%d %s samples correspond by key, among %s; the others are left out"
                            .formatted(common, parts.get(0).part(), String.join(" and ", sizes)));
        }
    }

    private static String names(List<Part> parts) {
        return String.join(" and ", parts.stream().map(part -> "'" + part.data() + "'").toList());
    }

    /** Returns the rows of one part, in the common order. */
    int[] rows(int part) {
        return rows.get(part).clone();
    }

    /** Returns anchors of one part's rows as anchors of another part's rows. */
    Anchors moved(Anchors anchors, int from, int to) {
        Map<Integer, Integer> moved = new HashMap<>();
        int[] before = rows.get(from);
        int[] after = rows.get(to);
        for (int i = 0; i < before.length; i++) {
            moved.put(before[i], after[i]);
        }
        return placed(anchors, moved);
    }

    /** Returns anchors of one part's rows as anchors of positions in the common order. */
    Anchors common(Anchors anchors, int from) {
        Map<Integer, Integer> positions = new HashMap<>();
        int[] before = rows.get(from);
        for (int i = 0; i < before.length; i++) {
            positions.put(before[i], i);
        }
        return placed(anchors, positions);
    }

    private static Anchors placed(Anchors anchors, Map<Integer, Integer> rows) {
        List<int[]> groups = new ArrayList<>();
        for (int i = 0; i < anchors.size(); i++) {
            groups.add(IntStream.of(anchors.group(i)).map(rows::get).toArray());
        }
        return Anchors.ofGroups(groups);
    }

    /** Returns anchors chosen among the common samples as anchors of one part's rows. */
    Anchors spread(Anchors chosen, int part) {
        Map<Integer, Integer> back = new HashMap<>();
        int[] after = rows.get(part);
        for (int i = 0; i < after.length; i++) {
            back.put(i, after[i]);
        }
        return placed(chosen, back);
    }
}
