package relrep.api.tck.counterexample;

import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.tck.counterexample.BadPlugins.Bad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Penalties that each break their contract in one way, as third-party plugins may. */
public final class BadPenalties {
    private BadPenalties() {}

    /** A penalty of any value and gradient, on the training batch. */
    private record Valued(Function<PenaltyBatch, PenaltyValue> values) implements Penalty {
        @Override
        public PenaltyValue measure(PenaltyBatch batch) {
            return values.apply(batch);
        }
    }

    private static Penalty with(double value, Function<PenaltyBatch, Matrix> gradient) {
        return new Valued(
                batch -> new PenaltyValue(value, gradient.apply(batch), Optional.empty()));
    }

    private static Matrix ones(PenaltyBatch batch) {
        return BadPlugins.ones(batch.size(), batch.latents().cols());
    }

    /** A correct penalty: the sum of all latents. */
    public static Penalty good() {
        return new Valued(
                batch -> {
                    double sum = 0;
                    for (float value : batch.latents().toArray()) {
                        sum += value;
                    }
                    return new PenaltyValue(sum, ones(batch), Optional.empty());
                });
    }

    /** Penalties for networks of 2 latents that are trained on them. */
    public static List<Bad<Penalty>> all() {
        List<Bad<Penalty>> all = new ArrayList<>();
        all.add(
                bad(
                        "a gradient too narrow",
                        with(1, batch -> BadPlugins.ones(batch.size(), 1)),
                        "measure must return \\d+ × 2, not \\d+ × 1"));
        all.add(
                bad(
                        "a gradient with a row too many",
                        with(1, batch -> BadPlugins.ones(batch.size() + 1, 2)),
                        "measure must return \\d+ × 2, not \\d+ × 2"));
        all.add(
                bad(
                        "a gradient that is no number",
                        with(1, BadPenalties::noNumbers),
                        "measure must return finite numbers, but row 0, column 0 is NaN"));
        all.add(
                bad(
                        "no gradient",
                        with(1, batch -> null),
                        "measure must return a gradient of the latents, not null"));
        all.add(
                bad(
                        "a value that is no number",
                        with(Double.NaN, BadPenalties::ones),
                        "measure must return a finite value, not NaN"));
        all.add(
                bad(
                        "no value",
                        new Valued(batch -> null),
                        "measure must return a value, not null"));
        all.add(
                bad(
                        "a gradient of similarities that are not there",
                        new Valued(
                                batch ->
                                        new PenaltyValue(1, ones(batch), Optional.of(ones(batch)))),
                        "measure must return no gradient of similarities, since the batch has"
                                + " none"));
        all.add(
                bad(
                        "no batches",
                        new Penalty() {
                            @Override
                            public Sampling sampling() {
                                return null;
                            }

                            @Override
                            public PenaltyValue measure(PenaltyBatch batch) {
                                return PenaltyValue.none(batch);
                            }
                        },
                        "sampling must return batches, not null"));
        for (Error error : BadPlugins.errors()) {
            all.add(
                    new Bad<>(
                            error.getClass().getSimpleName(),
                            new Valued(
                                    batch -> {
                                        throw error;
                                    }),
                            BadPlugins.sentence("penalty 'bad'", "measure", error)));
        }
        return all;
    }

    private static Matrix noNumbers(PenaltyBatch batch) {
        float[] values = ones(batch).toArray();
        values[0] = Float.NaN;
        return Matrix.of(batch.size(), batch.latents().cols(), values);
    }

    private static Bad<Penalty> bad(String what, Penalty penalty, String sentence) {
        return new Bad<>(what, penalty, "penalty 'bad': " + sentence);
    }
}
