package relrep.models.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Epoch;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Trains a DL4J network by its own {@code fit}, batch after batch, each epoch in a seeded order.
 *
 * @param epochs passes over the samples
 * @param batchSize samples a step
 * @param run {@code step} is called once per batch
 */
record BatchTraining(int epochs, int batchSize, Run run) {
    /**
     * Samples that a network is trained or measured on.
     *
     * @param size their number
     * @param batch makes DL4J's form of those with these numbers
     */
    record Examples(int size, Function<int[], DataSet> batch) {
        /**
         * Returns labelled samples.
         *
         * @param batch makes DL4J's form of samples and their labels
         */
        static Examples of(int size, Labels labels, BiFunction<int[], INDArray, DataSet> batch) {
            return new Examples(size, rows -> batch.apply(rows, oneHot(labels, rows)));
        }

        /** Returns labelled vectors. */
        static Examples of(Matrix vectors, Samples labelled) {
            return of(
                    vectors.rows(),
                    labelled.requireLabels(),
                    (rows, labels) ->
                            new DataSet(
                                    Nd4j.create(
                                            vectors.select(rows).toArray(),
                                            new long[] {rows.length, vectors.cols()},
                                            'c'),
                                    labels));
        }

        private static INDArray oneHot(Labels labels, int... rows) {
            int classes = labels.classes().size();
            float[] hot = new float[rows.length * classes];
            for (int i = 0; i < rows.length; i++) {
                hot[i * classes + labels.get(rows[i])] = 1;
            }
            return Nd4j.create(hot, new long[] {rows.length, classes}, 'c');
        }
    }

    /**
     * Trains a network in place.
     *
     * @return the losses of each epoch
     * @throws ArithmeticException when the loss is not finite any more
     */
    List<Epoch> fit(MultiLayerNetwork network, Examples train, Optional<Examples> validation) {
        return fit(new TrainedModel.Row(network), train, validation);
    }

    /** Trains a graph in place, in the same way. */
    List<Epoch> fit(ComputationGraph network, Examples train, Optional<Examples> validation) {
        return fit(new TrainedModel.Graph(network), train, validation);
    }

    private List<Epoch> fit(TrainedModel network, Examples train, Optional<Examples> validation) {
        if (train.size() == 0) {
            throw new InvalidInputException("training needs at least 1 sample, there is none");
        }
        Optional<Examples> looked = validation.filter(examples -> examples.size() > 0);
        List<Epoch> history = new ArrayList<>();
        try {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                double loss = epoch(network, train, epoch);
                OptionalDouble seen =
                        looked.isPresent()
                                ? OptionalDouble.of(loss(network, looked.get()))
                                : OptionalDouble.empty();
                history.add(new Epoch(epoch, loss, seen));
            }
        } finally {
            network.clear();
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        }
        return List.copyOf(history);
    }

    private double epoch(TrainedModel network, Examples train, int number) {
        int[] order = run.seed().branch("order " + number).permutation(train.size());
        long steps = ((long) order.length + batchSize - 1) / batchSize;
        double sum = 0;
        for (int from = 0; from < order.length; from += batchSize) {
            int[] rows = Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
            network.fit(train.batch().apply(rows));
            sum += network.score() * rows.length;
            run.step((number - 1) * steps + from / batchSize + 1, epochs * steps);
        }
        double loss = sum / order.length;
        if (!Double.isFinite(loss)) {
            throw new ArithmeticException(
                    "the training loss must stay finite, in epoch %d it is %s"
                            .formatted(number, loss));
        }
        return loss;
    }

    private double loss(TrainedModel network, Examples examples) {
        double sum = 0;
        for (int from = 0; from < examples.size(); from += batchSize) {
            int to = Math.min(examples.size(), from + batchSize);
            int[] rows = IntStream.range(from, to).toArray();
            sum += network.loss(examples.batch().apply(rows)) * rows.length;
        }
        return sum / examples.size();
    }
}
