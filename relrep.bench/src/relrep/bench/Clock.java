package relrep.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Wall-clock time and processor time of the whole process, in seconds.
 *
 * @param wall seconds by the wall
 * @param cpu seconds of all threads together
 */
record Clock(double wall, double cpu) {
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final double NANO = 1e-9;

    /** Returns the present readings. */
    static Clock now() {
        return new Clock(System.nanoTime() * NANO, cpuSeconds());
    }

    /** Returns the time since these readings. */
    Clock elapsed() {
        Clock now = now();
        return new Clock(now.wall - wall, now.cpu - cpu);
    }

    /** Returns the mean time of one repetition. */
    Clock over(int times) {
        return new Clock(wall / times, cpu / times);
    }

    Clock and(Clock that) {
        return new Clock(wall + that.wall, cpu + that.cpu);
    }

    /**
     * Returns the processor time. Linux gives it for every thread; the JVM's own number leaves out
     * its compiler.
     */
    private static double cpuSeconds() {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            long sum = 0;
            for (Path thread : threads) {
                sum += nanoseconds(thread.resolve("schedstat"));
            }
            return sum * NANO;
        } catch (IOException e) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return Arrays.stream(threads.getAllThreadIds()).map(threads::getThreadCpuTime).sum()
                    * NANO;
        }
    }

    private static long nanoseconds(Path file) {
        try {
            return Long.parseLong(Files.readString(file).split(" ", -1)[0]);
        } catch (IOException gone) {
            return 0;
        }
    }
}
