package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.model.Sampling.Source;
import relrep.api.model.TrainingProblem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A linear network that takes penalties. A test may change what these see. */
class PenalisedNetwork extends LinearNetwork {
    PenalisedNetwork(double rate) {
        super(rate);
    }

    @Override
    public boolean takesPenalties() {
        return true;
    }

    /** Returns the rows that the batches of a penalty consist of. */
    List<int[]> batches(Sampling sampling, Samples samples, int[] batch, long step) {
        Labels labels = samples.labels().orElseThrow();
        int classes = labels.classes().size();
        return switch (sampling.source()) {
            case TRAINING_BATCH -> List.of(batch);
            case MIXED -> List.of(IntStream.range(0, sampling.size()).toArray());
            case ONE_CLASS -> List.of(of(labels, (int) step % classes, sampling));
            case EACH_CLASS ->
                    IntStream.range(0, classes).mapToObj(c -> of(labels, c, sampling)).toList();
        };
    }

    private static int[] of(Labels labels, int label, Sampling sampling) {
        return Arrays.copyOf(labels.rowsOf(label), sampling.size());
    }

    /** Returns what a penalty sees; a test may replace it. */
    PenaltyBatch seen(PenaltyBatch batch) {
        return batch;
    }

    /** Returns the gradient that the encoder gets; a test may replace it. */
    Matrix gradient(Penalty penalty, Matrix gradient) {
        return gradient;
    }

    @Override
    Matrix more(
            TrainingProblem problem, Matrix w, Matrix anchors, int[] batch, long step, long steps) {
        Matrix x = problem.train().inputs();
        Matrix sum = Numbers.changed(w, (i, j) -> 0);
        for (Penalty penalty : problem.penalties()) {
            boolean due = step % penalty.sampling().every() == 0;
            for (int[] rows :
                    due
                            ? batches(penalty.sampling(), problem.train(), batch, step)
                            : List.<int[]>of()) {
                Matrix latents = product(x.select(rows), w);
                Optional<Matrix> relative =
                        Optional.ofNullable(anchors).map(a -> new Angle().compare(latents, a));
                Optional<Labels> labels = problem.train().labels().map(l -> l.select(rows));
                PenaltyValue value =
                        penalty.measure(
                                seen(new PenaltyBatch(latents, relative, labels, step, steps)));
                Matrix own = product(transposed(x.select(rows)), value.latents());
                Matrix given = gradient(penalty, own);
                Matrix before = sum;
                sum =
                        Numbers.matrix(
                                w.rows(), w.cols(), (i, j) -> before.get(i, j) + given.get(i, j));
            }
        }
        return sum;
    }

    static boolean onTrainingBatch(Penalty penalty) {
        return penalty.sampling().source() == Source.TRAINING_BATCH;
    }
}
