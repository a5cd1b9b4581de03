package relrep.models.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Time by the wall and processor time of the whole process, in seconds.
 *
 * @param wall seconds by the wall
 * @param cpu seconds of all threads together
 */
record Clock(double wall, double cpu) {
    private static final Path THREADS = Path.of("/proc/self/task");

    /** Returns what both show. */
    static Clock now() {
        return new Clock(System.nanoTime() * 1e-9, cpuSeconds());
    }

    /** Returns the time since. */
    static Clock since(Clock start) {
        Clock now = now();
        return new Clock(now.wall - start.wall, now.cpu - start.cpu);
    }

    /**
     * Linux tells nanoseconds of every thread; the JVM leaves out the compiler and the collector.
     */
    private static double cpuSeconds() {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            long sum = 0;
            for (Path thread : threads) {
                sum += nanoseconds(thread.resolve("schedstat"));
            }
            return sum * 1e-9;
        } catch (IOException e) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return Arrays.stream(threads.getAllThreadIds()).map(threads::getThreadCpuTime).sum()
                    * 1e-9;
        }
    }

    private static long nanoseconds(Path file) {
        try {
            return Long.parseLong(Files.readString(file).split(" ")[0]);
        } catch (IOException e) {
            return 0;
        }
    }
}
