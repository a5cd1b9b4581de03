package relrep.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One workload on so many threads, alone or beside a peer.
 *
 * @param limit seconds that it takes at least
 * @param ours our answers
 * @param peer whom it was compared with
 * @param theirs the peer's answers, each taken right after ours; empty without a peer
 */
record Result(
        Workload workload,
        int threads,
        double limit,
        List<Answer> ours,
        Optional<Peer> peer,
        List<Answer> theirs) {

    /** On one thread processor time counts, which others on the machine disturb least. */
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

    /** The median of the ratios pair by pair: what slows the machine slows both of a pair. */
    double ratio(String clock) {
        double[] ratios = new double[theirs.size()];
        ToDoubleFunction<Answer> seconds = seconds(clock);
        Arrays.setAll(
                ratios,
                i -> seconds.applyAsDouble(ours.get(i)) / seconds.applyAsDouble(theirs.get(i)));
        return median(ratios);
    }

    /** How far from the limit: 1 is at it, 2 takes twice the time. */
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
