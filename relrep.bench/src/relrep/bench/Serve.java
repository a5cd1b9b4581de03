package relrep.bench;

import relrep.api.data.Matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Answers each line {@code WORKLOAD IMPLEMENTATION} with {@code wall-seconds cpu-seconds checksum},
 * as the peers' scripts do; it ignores the implementation's name. A workload is repeated until warm
 * before it is timed.
 */
final class Serve {
    /** Work shorter than this is repeated, and the mean time is given. */
    private static final double TIMED_SECONDS = 0.3;

    private final BenchInputs inputs;
    private final double warm;
    private String ready = "";
    private Work work;
    private int times = 1;

    /**
     * Makes it.
     *
     * @param warm a workload is first repeated for this many seconds of processor time, which do
     *     not count
     */
    Serve(BenchInputs inputs, double warm) {
        this.inputs = inputs;
        this.warm = warm;
    }

    /** Serves until the input ends. */
    void run(BufferedReader in, PrintStream out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(
                    line.startsWith("limits") ? Peak.measure() : answer(line.split(" ", -1)[0]));
            out.flush();
        }
    }

    private String answer(String workload) {
        try {
            if (!workload.equals(ready)) {
                prepare(workload);
            }
            return time().toString();
        } catch (RuntimeException e) {
            return "failed " + e.getMessage();
        }
    }

    private void prepare(String workload) {
        if (work != null) {
            work.close();
            work = null;
        }
        ready = "";
        work = Catalogue.named(workload).prepare().apply(inputs);
        Clock start = Clock.now();
        double last;
        do {
            Clock one = Clock.now();
            work.run();
            last = one.elapsed().wall();
        } while (start.elapsed().cpu() < warm);
        times = (int) Math.ceil(TIMED_SECONDS / last);
        ready = workload;
    }

    private Answer time() {
        System.gc();
        Clock start = Clock.now();
        Object result = null;
        for (int i = 0; i < times; i++) {
            result = work.run();
        }
        return new Answer(start.elapsed().over(times), checksum(result));
    }

    /**
     * Returns the checksum as the peers write it: the sum and the sum of magnitudes, or the number
     * itself.
     */
    private static String checksum(Object result) {
        if (result instanceof Matrix matrix) {
            double sum = 0;
            double absolute = 0;
            for (int i = 0; i < matrix.rows(); i++) {
                for (float value : matrix.row(i)) {
                    sum += value;
                    absolute += Math.abs(value);
                }
            }
            return String.format(Locale.ROOT, "%.7g:%.7g", sum, absolute);
        }
        double number = (Double) result;
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.9g", number);
    }
}
