package relrep.kernels.bench;

import com.sun.management.OperatingSystemMXBean;

import relrep.api.data.Matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Answers each line {@code WORKLOAD IMPLEMENTATION} with {@code wall-seconds cpu-seconds checksum};
 * the implementation's name is not looked at. The inputs are in the folder that the environment
 * calls {@code PERF_INPUTS}. A workload is repeated until warm before it is timed.
 */
public final class Serve {
    private static final double WARM_SECONDS = 8;

    /** The JVM's CPU clock ticks every 10 ms, so short work is done several times. */
    private static final double TIMED_SECONDS = 0.5;

    private static final double NANOS = 1e-9;

    private Serve() {}

    /** Serves until the input ends. */
    public static void main(String[] arguments) throws IOException {
        Workloads workloads = new Workloads(Path.of(System.getenv("PERF_INPUTS")));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        String ready = "";
        Supplier<Object> work = null;
        int times = 1;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String workload = line.split(" ")[0];
            if (!workload.equals(ready)) {
                work = workloads.prepare(workload);
                times = warm(work);
                ready = workload;
            }
            answer(work, times, System.out);
        }
    }

    /** Repeats the work until warm; returns how often to do it when it is timed. */
    private static int warm(Supplier<Object> work) {
        long end = System.nanoTime() + (long) (WARM_SECONDS / NANOS);
        long last;
        do {
            last = System.nanoTime();
            work.get();
        } while (System.nanoTime() < end);
        return (int) Math.ceil(TIMED_SECONDS / ((System.nanoTime() - last) * NANOS));
    }

    private static void answer(Supplier<Object> work, int times, PrintStream out) {
        OperatingSystemMXBean machine =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.gc();
        long cpu = machine.getProcessCpuTime();
        long wall = System.nanoTime();
        Object result = null;
        for (int i = 0; i < times; i++) {
            result = work.get();
        }
        double wallSeconds = (System.nanoTime() - wall) * NANOS / times;
        double cpuSeconds = (machine.getProcessCpuTime() - cpu) * NANOS / times;
        out.printf("%.6g %.6g %s%n", wallSeconds, cpuSeconds, checksum(result));
        out.flush();
    }

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
            return "%.7g:%.7g".formatted(sum, absolute);
        }
        return "%.9g".formatted((Double) result);
    }
}
