package relrep.nd4j.internal;

import org.bytedeco.openblas.global.openblas_full;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.run.Checkup;
import relrep.nd4j.Nd4jEngine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Loads the native libraries, multiplies with them, and reports their versions. */
final class NativesCheckup implements Checkup {
    private static final String REMEDY =
            "build again with ./relrep clean; RELREP_PLATFORM and RELREP_NATIVES choose other"
                    + " natives";

    private final Supplier<Nd4jEngine> engine;

    NativesCheckup(Supplier<Nd4jEngine> engine) {
        this.engine = engine;
    }

    @Override
    public List<Finding> examine() {
        return List.of(found("natives", this::natives), found("blas", NativesCheckup::blas));
    }

    private static Finding found(String name, Supplier<String> look) {
        try {
            return new Finding(name, look.get(), true, "");
        } catch (RuntimeException | LinkageError absent) {
            return new Finding(name, "not loaded: " + absent, false, REMEDY);
        }
    }

    private String natives() {
        Map<String, String> facts = engine.get().facts();
        try (INDArray product = Nd4j.ones(2, 3).mmul(Nd4j.ones(3, 2))) {
            double sum = product.sumNumber().doubleValue();
            if (sum != 12) {
                throw new IllegalStateException("2 × 3 ones times 3 × 2 ones sum to " + sum);
            }
        }
        return "ND4J %s, %s, JavaCPP %s"
                .formatted(facts.get("nd4j"), facts.get("natives"), facts.get("javacpp"));
    }

    private static String blas() {
        int threads = openblas_full.openblas_get_num_threads();
        return "%s, %s kernels, %d thread%s"
                .formatted(
                        openblas_full
                                .openblas_get_config()
                                .getString()
                                .replaceFirst("^(OpenBLAS \\S+).*", "$1"),
                        openblas_full.openblas_get_corename().getString(),
                        threads,
                        threads == 1 ? "" : "s");
    }
}
