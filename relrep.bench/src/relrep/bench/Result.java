package relrep.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The result of one workload with a number of threads, alone or compared with a peer.
 *
 * @param limit the least possible time in seconds
 * @param ours our measurements
 * @param peer the peer, if any
 * @param theirs the peer's measurements, each made right after ours; empty without a peer
 */
record Result(
        Workload workload,
        int threads,
        double limit,
        List<Answer> ours,
        Optional<Peer> peer,
        List<Answer> theirs) {

    /**
     * Returns the time that counts. With one thread it is processor time, which other processes
     * disturb least.
     */
    String clock() {
        return threads == 1 ? "cpu" : "wall";
    }

    private ToDoubleFunction<Answer> seconds(String clock) {
        return clock.equals("cpu") ? answer -> answer.time().cpu() : answer -> answer.time().wall();
    }

    double ours(String clock) {
        return median(ours.stream().mapToDouble(seconds(clock)).toArray());
    }

    double theirs(String clock) {
        return median(theirs.stream().mapToDouble(seconds(clock)).toArray());
    }

    /**
     * Returns the median of the ratios of pairs. A slowdown of the machine affects both of a pair.
     */
    double ratio(String clock) {
        double[] ratios = new double[theirs.size()];
        ToDoubleFunction<Answer> seconds = seconds(clock);
        Arrays.setAll(
                ratios,
                i -> seconds.applyAsDouble(ours.get(i)) / seconds.applyAsDouble(theirs.get(i)));
        return median(ratios);
    }

    /** Returns our time relative to the limit: 1 is at the limit, 2 is twice the time. */
    double distance() {
        return ours(clock()) / limit;
    }

    double aim() {
        return peer.map(Peer::aim).orElse(Double.NaN);
    }

    String verdict() {
        return theirs.isEmpty() || Double.isNaN(aim())
                ? ""
                : ratio(clock()) <= aim() ? "reached" : "missed";
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }
}
