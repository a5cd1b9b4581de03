package relrep.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures the time from the start of {@code relrep list} to its end.
 *
 * @param millis of each start, sorted
 */
record StartTimes(List<Long> millis) {
    private static final int USUAL = 10;

    /** Starts the program once without measuring, then a number of times. */
    static StartTimes measure(String program, int times) throws IOException {
        run(program);
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            run(program);
            millis.add((System.nanoTime() - before) / 1_000_000);
        }
        return new StartTimes(millis.stream().sorted().toList());
    }

    /** Reads the number of times; the default is 10. */
    static int times(List<String> words) {
        if (words.isEmpty()) {
            return USUAL;
        }
        if (!words.get(0).matches("0*[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException(
                    "TIMES must be a whole number of at least 1, not '%s'".formatted(words.get(0)));
        }
        return Integer.parseInt(words.get(0));
    }

    private static void run(String program) throws IOException {
        try {
            int exit =
                    new ProcessBuilder(program, "list")
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("relrep list ended with exit code " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public String toString() {
        return "relrep list, ms: %s; median %d"
                .formatted(
                        millis.stream().map(String::valueOf).collect(Collectors.joining(" ")),
                        millis.get((millis.size() - 1) / 2));
    }
}
