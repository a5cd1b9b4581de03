package relrep.api.tck;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.BitSet;

/** The laws of {@link AnchorSelector}. */
final class AnchorSelectorChecks {
    private static final int SAMPLES = 1000;
    private static final int WIDTH = 6;

    private final AnchorSelector selector;

    private AnchorSelectorChecks(AnchorSelector selector) {
        this.selector = selector;
    }

    static void add(AnchorSelector selector, Checks checks) {
        AnchorSelectorChecks laws = new AnchorSelectorChecks(selector);
        checks.add("takes each sample at most once, and only samples that there are", laws::rows);
        checks.add("chooses alike for the same space and seed", laws::repeats);
        checks.add("does not remember what it chose before", laws::forgets);
        checks.add("chooses what can be placed", laws::placeable);
        checks.add("leaves the space as it is", laws::leavesInputs);
        checks.add("refuses, or chooses fewer, when there are too few samples", laws::tooFew);
        checks.add("refuses a space without labels if it needs them", laws::labels);
    }

    private static Space space(Trial t) {
        Labels labels = Cloud.labels(SAMPLES, 4);
        return Space.of("a", t.cloud("space").clustered(labels, WIDTH), labels);
    }

    private void rows(Trial t) {
        requireRows(t, selector.select(space(t), t.run()), SAMPLES);
    }

    private static void requireRows(Trial t, Anchors anchors, int samples) {
        t.require(anchors.size() >= 1, "there must be at least 1 anchor, there is none");
        BitSet taken = new BitSet();
        for (int i = 0; i < anchors.size(); i++) {
            for (int row : anchors.group(i)) {
                t.require(
                        row >= 0 && row < samples,
                        "an anchor is made of rows 0 to %d, but anchor %d has row %d",
                        samples - 1,
                        i,
                        row);
                t.require(
                        !taken.get(row),
                        "a sample is in at most one anchor, but row %d comes again in anchor %d",
                        row,
                        i);
                taken.set(row);
            }
        }
    }

    private void repeats(Trial t) {
        Anchors first = selector.select(space(t), t.run());
        Anchors second = selector.select(space(t), t.run());
        t.require(first.equals(second), "the same space and seed must give the same anchors");
    }

    private void forgets(Trial t) {
        Anchors first = selector.select(space(t), t.run());
        Labels labels = Cloud.labels(SAMPLES, 5);
        Space other = Space.of("b", t.cloud("other").clustered(labels, 3), labels);
        selector.select(other, Run.quiet(Seed.of(99)));
        Anchors second = selector.select(space(t), t.run());
        t.require(first.equals(second), "what was chosen in between must not change the anchors");
    }

    private void placeable(Trial t) {
        Space space = space(t);
        Anchors anchors = selector.select(space, t.run());
        Matrix points = anchors.place(space.latents());
        t.shape(anchors.size(), WIDTH, points, "the anchors as points");
        t.finite(points, "the anchors");
    }

    private void leavesInputs(Trial t) {
        Space space = space(t);
        Matrix copy = Memory.direct(space.latents());
        selector.select(Space.of("a", copy, space.requireLabels()), t.run());
        t.same(space.latents(), copy, "the space after the call");
    }

    private void tooFew(Trial t) {
        for (int n : new int[] {1, 3}) {
            Labels labels = Cloud.labels(n, n);
            Space space = Space.of("a", t.cloud("space").points(n, WIDTH), labels);
            try {
                requireRows(t, selector.select(space, t.run()), n);
            } catch (InvalidInputException e) {
                t.require(
                        e.getMessage().contains(" ") && e.getMessage().contains("" + n),
                        "it must refuse with a sentence that says there are %d, but said '%s'",
                        n,
                        e.getMessage());
            }
        }
    }

    private void labels(Trial t) {
        Space unlabelled = Space.of("a", space(t).latents());
        try {
            requireRows(t, selector.select(unlabelled, t.run()), SAMPLES);
        } catch (InvalidInputException e) {
            t.require(
                    e.getMessage().contains("label"),
                    "it must refuse with a sentence that asks for labels, but said '%s'",
                    e.getMessage());
        }
    }
}
