package relrep.models.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
     * @param arguments names of networks, all without; then the number of epochs to measure, 15
     *     without; then numbers of threads, 1 and 2 without
     */
    public static void main(String[] arguments) throws IOException {
        Map<Boolean, List<String>> words =
                Arrays.stream(arguments)
                        .collect(Collectors.partitioningBy(word -> word.matches("[0-9]+")));
        int[] numbers = words.get(true).stream().mapToInt(Integer::parseInt).toArray();
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
        new TrainingSpeed(out, peers, pairs, words.get(false)).run(threads);
    }
}
