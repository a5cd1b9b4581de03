package relrep.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The peers' {@code bench.py} with libraries at their best: AVX-512 kernels where the processor has
 * them, and as many threads as ours.
 *
 * @param folder the folder of {@code bench.py}
 * @param inputs the folder of the inputs, which both sides read
 */
record Peers(Path folder, Path inputs, int threads) {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    Worker start() {
        Path script = folder.resolve("bench.py");
        if (!Files.exists(script)) {
            throw new IllegalStateException(
                    "RELREP_BENCH must name the folder of bench.py, and there is no " + script);
        }
        String python = Files.exists(PYTHON) ? PYTHON.toString() : "python3";
        return new Worker(List.of(python, script.toString(), "serve"), this::tune);
    }

    private void tune(Map<String, String> environment) {
        environment.remove("OPENBLAS_L2_SIZE");
        environment.remove("OPENBLAS_CORETYPE");
        environment.remove("OMP_NUM_THREADS");
        environment.remove("OPENBLAS_NUM_THREADS");
        environment.remove("GLIBC_TUNABLES");
        if (hasAvx512()) {
            environment.put("OPENBLAS_CORETYPE", "Cooperlake");
            environment.put("ATEN_CPU_CAPABILITY", "avx512");
        }
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("THREADS", String.valueOf(threads));
        environment.put("PERF_INPUTS", inputs.toString());
    }

    /**
     * Returns whether the processor has AVX-512. Debian's OpenBLAS does not recognise the newest
     * processors, so it gets this as a setting.
     */
    private static boolean hasAvx512() {
        try {
            return Files.readString(PROCESSOR).contains("avx512_bf16");
        } catch (java.io.IOException absent) {
            return false;
        }
    }
}
