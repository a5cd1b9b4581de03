package relrep.models.bench;

import relrep.api.data.Matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** PyTorch in a process of its own, which trains an epoch each time it is asked. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final Path inputs;

    /**
     * Starts it.
     *
     * @param folder of the peer's {@code bench.py}
     */
    Peer(Path folder, Matrix pictures, int threads) throws IOException {
        inputs = Files.createTempDirectory("relrep-bench");
        Pictures.write(pictures, inputs.resolve("images28.npy"));
        ProcessBuilder builder =
                new ProcessBuilder(
                        "/usr/bin/python3", folder.resolve("bench.py").toString(), "serve");
        Map<String, String> environment = builder.environment();
        environment.remove("OPENBLAS_L2_SIZE");
        environment.remove("OMP_NUM_THREADS");
        environment.remove("OPENBLAS_NUM_THREADS");
        environment.remove("GLIBC_TUNABLES");
        environment.put("OPENBLAS_CORETYPE", "Cooperlake");
        environment.put("ATEN_CPU_CAPABILITY", "avx512");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("THREADS", String.valueOf(threads));
        environment.put("PERF_INPUTS", inputs.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        answers = process.inputReader();
        questions = process.outputWriter();
    }

    /** Lets it train an epoch. */
    Clock epoch(String workload) {
        try {
            questions.write(workload + " torch\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException(
                        "the peer must answer, but it ended; it needs Debian's python3-torch");
            }
            String[] parts = answer.split(" ");
            return new Clock(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(inputs.resolve("images28.npy"));
        Files.deleteIfExists(inputs);
    }
}
