package relrep.models.training;

import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyValue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The penalties on the training batch itself. They see the latents of all threads together, between
 * the forward and the backward pass.
 */
final class BatchPenalties {
    private final PenaltyPlan plan;
    private final List<Penalty> penalties;
    private final List<Place> places;

    /** The values between two layers, of all threads. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(List<LatentTap> lanes, float[] values, float[] gradients) {
        int size() {
            return lanes.get(0).size();
        }

        void read(int rows, int share) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                int first = Math.min(rows, lane * share);
                lanes.get(lane).read(values, first, Math.min(share, rows - first));
            }
            Arrays.fill(gradients, 0);
        }

        void write(int rows, int share) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                int first = Math.min(rows, lane * share);
                lanes.get(lane).write(gradients, first, Math.min(share, rows - first));
            }
        }

        Matrix matrix(int rows) {
            return Matrix.wrap(rows, size(), FloatBuffer.wrap(values, 0, rows * size()));
        }

        void add(Matrix gradient) {
            FloatBuffer more = gradient.buffer();
            for (int i = 0; i < gradient.rows() * size(); i++) {
                gradients[i] += more.get(i);
            }
        }
    }

    /**
     * Makes them.
     *
     * @param latents the taps of the threads after the encoder
     * @param relative the taps after the relative projection; empty if there is none
     * @param capacity the greatest number of samples
     */
    BatchPenalties(
            PenaltyPlan plan, List<LatentTap> latents, List<LatentTap> relative, int capacity) {
        this.plan = plan;
        penalties = plan.penalties(true);
        places =
                List.of(latents, relative).stream()
                        .filter(taps -> !taps.isEmpty())
                        .map(
                                taps ->
                                        new Place(
                                                taps,
                                                new float[capacity * taps.get(0).size()],
                                                new float[capacity * taps.get(0).size()]))
                        .toList();
    }

    boolean due(long step) {
        return penalties.stream().anyMatch(penalty -> PenaltyPlan.due(penalty, step));
    }

    /**
     * Returns the sum of the penalties, and leaves their gradients in the taps.
     *
     * @param samples the numbers of all samples
     * @param from the start of the batch's numbers
     * @param share the number of samples of a thread
     */
    double measure(int[] samples, int from, int rows, int share, long step) {
        places.forEach(place -> place.read(rows, share));
        int[] batch = Arrays.copyOfRange(samples, from, from + rows);
        Optional<Matrix> relative =
                places.size() > 1 ? Optional.of(places.get(1).matrix(rows)) : Optional.empty();
        double sum = 0;
        for (Penalty penalty : penalties) {
            if (PenaltyPlan.due(penalty, step)) {
                PenaltyValue value =
                        plan.measure(penalty, places.get(0).matrix(rows), relative, batch, step);
                sum += value.value();
                places.get(0).add(value.latents());
                value.relative().ifPresent(gradient -> places.get(1).add(gradient));
            }
        }
        places.forEach(place -> place.write(rows, share));
        return sum;
    }
}
