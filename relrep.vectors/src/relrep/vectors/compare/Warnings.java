package relrep.vectors.compare;

import relrep.workbench.measure.MeanCosine;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The warnings of a comparison: conditions under which its numbers mislead. */
final class Warnings {
    private static final int FEW = 100;

    /** With fewer documents than this, the recall is higher than in a real collection. */
    private static final int COLLECTION = 1_000;

    /** Images whose mean norm is below this part of the target's mean norm are too short. */
    private static final double SHORT = 0.9;

    /**
     * The row correlation above which a map usually works. In 288 conditions of three sentence
     * encoders, it predicted whether a map kept 90 % of the recall of documents embedded anew, with
     * sensitivity .88 and specificity .92.
     */
    private static final double HOLDS = 0.7;

    private final List<String> all = new ArrayList<>();

    void space(String name, SpaceDiagnostics health) {
        if (health.meanCosine() > MeanCosine.NARROW) {
            add(
                    "%s is a narrow cone (mean cosine %s, above %s): plain cosine says little about"
                            + " it; a similarity that does not notice shifts, or centred rows, say"
                            + " more",
                    name, DisplayedNumber.text(health.meanCosine()), MeanCosine.NARROW);
        }
        if (health.constantColumns() > 0) {
            add(
                    "%s: %d of %s are the same in all rows",
                    name, health.constantColumns(), Quantity.of(health.width(), "coordinate"));
        }
        if (health.zeroRows() > 0) {
            add(
                    "%s: %d of %s have no direction, since all is 0; their cosine counts as 0",
                    name, health.zeroRows(), Quantity.of(health.rows(), "row"));
        }
        if (health.duplicateRows() > 0) {
            add(
                    "%s: %d of %s equal an earlier one; they share one rank, and"
                            + " what is learnt from one is measured on the other",
                    name, health.duplicateRows(), Quantity.of(health.rows(), "row"));
        }
    }

    void parts(SpaceComparison.Sizes sizes, int sourceWidth, int targetWidth) {
        if (sizes.heldOut() < FEW) {
            add("only %s measured: intervals are wide", Quantity.are(sizes.heldOut(), "row"));
        }
        int width = Math.max(sourceWidth, targetWidth);
        if (sizes.training() < width) {
            add(
                    "aligners learn from %s, fewer than the %s: many maps fit as" + " well",
                    Quantity.of(sizes.training(), "row"), Quantity.of(width, "coordinate"));
        }
    }

    /** Adds the notes of the fits. */
    void notes(List<String> notes) {
        all.addAll(notes);
    }

    void retrieval(RetrievalReport report) {
        if (report.there() && report.documents() < COLLECTION) {
            add(
                    "targets ask only %s: in a larger collection maps find less, and gain less over"
                            + " staying",
                    Quantity.of(report.documents(), "row"));
        }
        String shorter =
                report.ways().stream()
                        .filter(way -> way.asked() == SearchMode.MAPPED_SOURCE)
                        .filter(way -> way.norm().orElse(1) < SHORT)
                        .map(
                                way ->
                                        way.form()
                                                + " "
                                                + DisplayedNumber.text(way.norm().getAsDouble()))
                        .collect(Collectors.joining(", "));
        if (!shorter.isEmpty()) {
            add(
                    "maps shrink: the mean norm of mapped sources over that of the target is %s; a"
                            + " search by inner product needs normalised rows",
                    shorter);
        }
        report.best(SearchMode.MAPPED_SOURCE)
                .filter(way -> way.correlation() < HOLDS)
                .ifPresent(
                        way ->
                                add(
                                        "similarities to rows mapped by %s correlate with the"
                                            + " target's own by %s; below %s a map seldom holds",
                                        way.form(),
                                        DisplayedNumber.text(way.correlation()),
                                        HOLDS));
    }

    void anchors(Optional<AnchorsReport> anchors, int sourceWidth, int targetWidth) {
        int width = Math.max(sourceWidth, targetWidth);
        anchors.filter(report -> report.count() < width)
                .ifPresent(
                        report ->
                                add(
                                        "%s fewer than the %s: the relative form does not"
                                                + " distinguish all directions",
                                        Quantity.are(report.count(), "anchor"),
                                        Quantity.of(width, "coordinate")));
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a jar that nothing else needs
    private void add(String sentence, Object... values) {
        all.add(sentence.formatted(values));
    }

    List<String> list() {
        return List.copyOf(all);
    }
}
