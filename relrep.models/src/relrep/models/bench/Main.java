package relrep.models.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Runs the benchmark on a plain class path. PyTorch runs beside where the environment variable
 * {@code RELREP_BENCH} names the folder of its {@code bench.py}.
 */
public final class Main {
    private static final int PAIRS = 15;

    private Main() {}

    /**
     * Starts here.
     *
     * @param arguments the number of epochs to measure, 15 without; then numbers of threads, 1 and
     *     2 without
     */
    public static void main(String[] arguments) throws IOException {
        int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        int pairs = numbers.length > 0 ? numbers[0] : PAIRS;
        int[] threads =
                numbers.length > 1
                        ? Arrays.copyOfRange(numbers, 1, numbers.length)
                        : new int[] {1, 2};
        FileOutputStream stream = new FileOutputStream(FileDescriptor.out);
        PrintStream out = new PrintStream(stream, true, StandardCharsets.UTF_8);
        Optional<Path> peers =
                Optional.ofNullable(System.getenv("RELREP_BENCH"))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of);
        new TrainingSpeed(out, peers, pairs).run(threads);
    }
}
